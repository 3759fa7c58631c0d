package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.Json;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spec.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which mutant was killed by what, as JSON for programs and as a table for people. */
final class KillMatrix {
  private static final Path TABLE = Path.of("KILLS.md");
  private static final String HEAD =
      """
      # Kills

      Which bug is caught by what. Each mutant is a subject with one bug, many of them bugs that somebody shipped: the
      reference, or, for what only a JavaScript realm can show, an engine that a few lines of script patch. Each check
      listed fails on it by an assertion that belongs to the clause, and passes on the subject as it is. Written and
      compared by `KillMatrixTest`: when it differs, copy `target/KILLS.md` here and read what changed.

      | mutant | of | seen in | clause | killed by |
      |---|---|---|---|---|
      """;

  private final List<Row> rows = new ArrayList<>();

  /**
   * What happened to a mutant.
   *
   * @param bystanders checks that failed too, though by no assertion of the mutant's clause
   */
  private record Row(Mutation mutant, List<String> killedBy, List<String> bystanders) {}

  void add(Mutation mutant, List<String> killedBy, List<String> bystanders) {
    rows.add(new Row(mutant, List.copyOf(killedBy), List.copyOf(bystanders)));
  }

  /**
   * Writes both, and holds the table that is kept with the sources against what was found.
   *
   * @param whole whether every mutant there is was run
   */
  void write(boolean whole) throws IOException {
    Files.writeString(Path.of("target", "kill-matrix.json"), Json.write(toTree()) + "\n");
    String table = HEAD + rows.stream().map(KillMatrix::line).collect(Collectors.joining());
    Files.writeString(Path.of("target").resolve(TABLE), table);
    if (whole) {
      assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "").as("%s, against what was found", TABLE)
          .isEqualTo(table);
    }
  }

  private Map<String, Object> toTree() {
    List<String> mutable = mutableClauses();
    Map<String, Object> clauses = new LinkedHashMap<>();
    clauses.put("mutable", mutable.size());
    clauses.put("withMutant", rows.stream().map(row -> row.mutant().clause()).distinct().filter(mutable::contains).count());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mutants", rows.size());
    tree.put("killed", rows.stream().filter(row -> !row.killedBy().isEmpty()).count());
    tree.put("clauses", clauses);
    tree.put("rows", rows.stream().map(KillMatrix::toTree).toList());
    return tree;
  }

  /** The duties that a black box can check. */
  private static List<String> mutableClauses() {
    return ClauseBook.load().clauses().stream()
        .filter(clause -> clause.isTestable() && (clause.level() == Level.MUST || clause.level() == Level.MUST_NOT))
        .map(Clause::id)
        .toList();
  }

  private static Map<String, Object> toTree(Row row) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mutant", row.mutant().name());
    tree.put("of", row.mutant().control());
    tree.put("clause", row.mutant().clause());
    tree.put("bug", String.join(", ", row.mutant().seenIn()));
    tree.put("killedBy", row.killedBy());
    tree.put("bystanders", row.bystanders());
    return tree;
  }

  private static String line(Row row) {
    String bugs = row.mutant().seenIn().stream().map(KillMatrix::link).collect(Collectors.joining(", "));
    String checks = row.killedBy().stream().map(check -> "`" + check + "`").collect(Collectors.joining("<br>"));
    Mutation mutant = row.mutant();
    return "| `%s` | %s | %s | `%s` | %s |\n"
        .formatted(mutant.name(), mutant.control(), bugs, mutant.clause(), checks);
  }

  /** GitHub leads from an issue's address to that of a pull request with the number. */
  private static String link(String bug) {
    return "[%s](https://github.com/%s)".formatted(bug, bug.replace("#", "/issues/"));
  }
}
