package dev.portspec.reporting;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Deviations;
import dev.portspec.harness.run.RunRecord;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the templates of the pages ask for. The templates escape by context; the pages allow no script and no style but
 * their own, and load nothing.
 *
 * @param lists the known deviations of each engine
 * @param allure in a sentence, where Allure's page is or why there is none
 */
record Page(
    RunRecord run, Ledger ledger, Words words, Map<String, Deviations> lists, String allure, boolean hasAllure) {
  /** With more red results than these, a reader wants the list before any of them. */
  private static final int MOST_OPEN = 10;

  private static final String STYLE = resource("style.css");
  private static final String SCRIPT = resource("index.js");

  /** A filter button. */
  record Count(String name, String symbol, String label, String look, String meaning, long number) {}

  /** The page to start with. */
  String renderIndex() {
    StringOutput text = new StringOutput();
    JteindexGenerated.render(new OwaspHtmlTemplateOutput(text), null, this);
    return text.toString();
  }

  /** The ledger. */
  String renderLedger() {
    StringOutput text = new StringOutput();
    JteledgerGenerated.render(new OwaspHtmlTemplateOutput(text), null, this);
    return text.toString();
  }

  String style() {
    return STYLE;
  }

  String script() {
    return SCRIPT;
  }

  /** The Content-Security-Policy: even a script that escaped from a message would not run. */
  String policy() {
    return "default-src 'none'; style-src '" + hash(STYLE) + "'; script-src '" + hash(SCRIPT) + "'";
  }

  String claims() {
    return Words.names(run.subject().capabilities(), "the core only");
  }

  /** What a probe found and nobody claims; empty where nothing. */
  String unclaimed() {
    return Words.names(run.unclaimed(), "");
  }

  String counts() {
    return Words.counts(run);
  }

  String selection() {
    return Words.selection(run);
  }

  List<CheckView> checks() {
    boolean few = run.results().stream().filter(RunRecord::isRed).count() <= MOST_OPEN;
    return words.inOrder(run.results()).stream()
        .map(result -> CheckView.of(result, words, lists, few && RunRecord.isRed(result)))
        .toList();
  }

  /** The kinds of results that occurred, in the order of the list. */
  List<Count> verdicts() {
    Map<String, Count> counts = new LinkedHashMap<>();
    for (CheckResult result : words.inOrder(run.results())) {
      CheckLook face = CheckLook.of(result);
      counts.merge(
          face.group(),
          new Count(face.group(), face.symbol(), face.label(), face.look(), Words.meaning(result.verdict()), 1),
          (count, more) ->
              new Count(count.name, count.symbol, count.label, count.look, count.meaning, count.number + 1));
    }
    return List.copyOf(counts.values());
  }

  String linkTo(CheckResult result) {
    return "index.html#" + URLEncoder.encode(result.check(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this jar lacks its resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource: " + name, e);
    }
  }
}
