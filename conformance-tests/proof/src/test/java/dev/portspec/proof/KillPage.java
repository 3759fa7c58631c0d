package dev.portspec.proof;

import static java.util.stream.Collectors.joining;

import dev.portspec.spec.Area;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kill matrix as a page: for each section a table of mutants and checks, then what breaks nothing and what nothing
 * breaks.
 *
 * @param reasons of the duties that have no mutant
 */
record KillPage(List<Kill> kills, Map<String, String> reasons) {
  String render() {
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Portspec: kill matrix</title>
        <style>
        %s
        table.matrix { width: auto; } table.matrix td, table.matrix th { padding: .1rem .3rem; text-align: center; }
        table.matrix th.row { text-align: left; position: sticky; left: 0; background: var(--back); }
        </style>
        <h1>Kill matrix</h1>
        <p>Each mutant is a subject with one bug. <b>●</b> marks a check that kills it, by an assertion of the clause that it
        breaks; ○ one that fails too, by another. Numbers stand for checks: rest the pointer on one, or open the list below
        its table.</p>
        %s
        <nav>%s</nav>
        %s
        <h2>Checks that kill nothing</h2>
        <p>They may ask what no mutant breaks yet, or nothing at all.</p>
        <ul>%s</ul>
        <h2>Duties without a mutant</h2>
        <table><tr><th>clause</th><th>why</th></tr>%s</table>
        </html>
        """
        .formatted(style(), facts(), links(), areas().map(this::section).collect(joining()), idle(), unbroken());
  }

  private String facts() {
    long killed = kills.stream().filter(kill -> !kill.killedBy().isEmpty()).count();
    long bugs = kills.stream().filter(kill -> !kill.mutant().seenIn().isEmpty()).count();
    long broken = kills.stream().map(kill -> kill.mutant().clause()).distinct().count();
    return """
        <dl class="facts"><dt>mutants</dt><dd>%d, %d of them killed, %d of them bugs that somebody shipped</dd>
        <dt>duties</dt><dd>%d that a black box can check, %d with a mutant</dd></dl>
        """.formatted(kills.size(), killed, bugs, Unbroken.mutable().size(), broken);
  }

  private Stream<Area> areas() {
    return Stream.of(Area.values()).filter(area -> !of(area).isEmpty());
  }

  private List<Kill> of(Area area) {
    return kills.stream()
        .filter(kill -> kill.clause().area() == area)
        .sorted(Comparator.comparing((Kill kill) -> kill.mutant().clause()).thenComparing(kill -> kill.mutant().name()))
        .toList();
  }

  private String links() {
    return areas().map(area -> "<a href=\"#%s\">%s</a>".formatted(area.id(), area.id())).collect(joining(" "));
  }

  private String section(Area area) {
    List<Kill> mutants = of(area);
    List<String> checks =
        mutants.stream().flatMap(kill -> Stream.concat(kill.killedBy().stream(), kill.bystanders().stream()))
            .distinct().sorted().toList();
    String head = Stream.iterate(1, n -> n + 1).limit(checks.size())
        .map(n -> "<th title=\"%s\">%d</th>".formatted(escape(checks.get(n - 1)), n)).collect(joining());
    String rows = mutants.stream().map(kill -> row(kill, checks)).collect(joining());
    String list = checks.stream().map(check -> "<li>%s</li>".formatted(escape(check))).collect(joining());
    return """
        <h2 id="%s">%s</h2>
        <div class="scroll" tabindex="0"><table class="matrix"><tr><th class="row">mutant</th>%s</tr>%s</table></div>
        <details><summary>the checks, by number</summary><ol>%s</ol></details>
        """.formatted(area.id(), escape(ClauseBook.load().title(area)), head, rows, list);
  }

  private static String row(Kill kill, List<String> checks) {
    Mutation mutant = kill.mutant();
    String bugs = mutant.seenIn().stream()
        .map(bug -> "<br><a href=\"%s\">%s</a>".formatted(escape(KillMatrix.address(bug)), escape(bug))).collect(joining());
    String cells = checks.stream().map(check -> cell(kill, check)).collect(joining());
    return "<tr><th class=\"row\">%s<br><a href=\"%s\">%s</a>%s</th>%s</tr>%n"
        .formatted(escape(mutant.name()), escape(kill.clause().link()), escape(mutant.clause()), bugs, cells);
  }

  private static String cell(Kill kill, String check) {
    String sign = kill.killedBy().contains(check) ? "<b>●</b>" : kill.bystanders().contains(check) ? "○" : "";
    return sign.isEmpty() ? "<td></td>"
        : "<td title=\"%s, %s\">%s</td>".formatted(escape(kill.mutant().name()), escape(check), sign);
  }

  private String idle() {
    Set<String> killers = kills.stream().flatMap(kill -> kill.killedBy().stream()).collect(Collectors.toSet());
    Set<String> idle = new TreeSet<>();
    Checks.all().stream().filter(check -> !killers.contains(check.id()))
        .forEach(check -> idle.add("%s (%s)".formatted(check.id(), String.join(", ", check.clauses()))));
    return idle.stream().map(check -> "<li>%s</li>".formatted(escape(check))).collect(joining());
  }

  private String unbroken() {
    Set<String> broken = kills.stream().map(kill -> kill.mutant().clause()).collect(Collectors.toSet());
    return Unbroken.mutable().stream()
        .filter(clause -> !broken.contains(clause.id()))
        .map(this::unbroken)
        .collect(joining());
  }

  private String unbroken(Clause clause) {
    return "<tr><td><a href=\"%s\">%s</a></td><td>%s</td></tr>%n"
        .formatted(escape(clause.link()), clause.id(), escape(reasons.getOrDefault(clause.id(), "It was not run.")));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream style = KillPage.class.getResourceAsStream("/dev/portspec/reporting/style.css")) {
      return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
