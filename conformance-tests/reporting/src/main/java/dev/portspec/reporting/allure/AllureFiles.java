package dev.portspec.reporting.allure;

import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.spi.Capability;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What readers of an Allure page see first: who was tested, and a category for each verdict that is not a pass. */
final class AllureFiles {
  private AllureFiles() {}

  static void write(RunRecord run, Path results) throws IOException {
    write(results.resolve("environment.properties"), environment(run));
    write(results.resolve("categories.json"), Json.write(categories()));
    Map<String, Object> executor = new LinkedHashMap<>();
    executor.put("name", "Portspec " + run.suite());
    executor.put("type", "portspec");
    executor.put("buildName", run.subject().name() + " " + run.subject().version() + ", seed " + run.seed());
    executor.put("reportName", "Channel Messaging conformance: " + run.subject().name());
    write(results.resolve("executor.json"), Json.write(executor));
  }

  private static String environment(RunRecord run) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("implementation", run.subject().name());
    facts.put("version", run.subject().version());
    facts.put("loaded.from", run.subject().where());
    facts.put("capabilities", run.subject().capabilities().stream().map(Capability::id).collect(Collectors.joining(", ")));
    facts.put("suite", run.suite());
    facts.put("standard", "HTML at " + run.source());
    facts.put("seed", String.valueOf(run.seed()));
    facts.put("selected", run.selected() + " of " + run.total());
    for (int i = 0; i < run.problems().size(); i++) {
      facts.put("problem." + (i + 1), run.problems().get(i));
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      Properties one = new Properties();
      one.setProperty(fact.getKey(), fact.getValue());
      StringWriter escaped = new StringWriter();
      one.store(escaped, null);
      escaped.toString().lines().filter(line -> !line.startsWith("#")).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<Object> categories() {
    List<Object> categories = new ArrayList<>();
    categories.add(category("FAIL: a divergence from the clause", "FAIL", "failed"));
    categories.add(category("DEVIATION: a divergence that the list of deviations names", "DEVIATION", "failed"));
    categories.add(category("STALE_DEVIATION: a listed deviation that no longer holds", "STALE_DEVIATION", "broken"));
    categories.add(category("FLAKY: failed in the run, passed alone", "FLAKY", "failed"));
    categories.add(category("HARNESS_ERROR: our fault or the machine's", "HARNESS_ERROR", "broken"));
    categories.add(category("CONTESTED: the text leaves several outcomes open", "CONTESTED", "passed"));
    categories.add(category("UNDECIDED: the search ran out of its budget", "UNDECIDED", "passed"));
    categories.add(category("NOT_CLAIMED: a capability was not declared", "NOT_CLAIMED", "skipped"));
    categories.add(category("INAPPLICABLE: the binding has no such thing", "INAPPLICABLE", "skipped"));
    return categories;
  }

  private static Map<String, Object> category(String name, String word, String status) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("name", name);
    category.put("messageRegex", "(?s)" + word + ": .*");
    category.put("matchedStatuses", List.of(status));
    return category;
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
