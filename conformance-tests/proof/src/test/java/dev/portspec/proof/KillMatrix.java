package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.Json;
import dev.portspec.spec.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which mutant was killed by what: as JSON for programs, as a page, and as a table that is kept with the sources. */
final class KillMatrix {
  private static final Path TARGET = Path.of("target");
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

  private final List<Kill> kills = new ArrayList<>();

  void add(Kill kill) {
    kills.add(kill);
  }

  /**
   * Writes all three, and holds the table that is kept with the sources against what was found.
   *
   * @param whole whether every mutant there is was run
   */
  void write(boolean whole) throws IOException {
    Files.writeString(TARGET.resolve("kill-matrix.json"), Json.write(toTree()) + "\n");
    Files.writeString(TARGET.resolve("kill-matrix.html"), new KillPage(kills, Unbroken.reasons()).render());
    String table = HEAD + kills.stream().map(KillMatrix::line).collect(Collectors.joining());
    Files.writeString(TARGET.resolve(TABLE), table);
    if (whole) {
      assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "").as("%s, against what was found", TABLE)
          .isEqualTo(table);
      everyDutyIsBroken();
    }
  }

  private void everyDutyIsBroken() throws IOException {
    Set<String> broken = kills.stream().map(kill -> kill.mutant().clause()).collect(Collectors.toSet());
    assertThat(Unbroken.mutable()).extracting(Clause::id).filteredOn(id -> !broken.contains(id))
        .as("duties without a mutant").containsExactlyInAnyOrderElementsOf(Unbroken.reasons().keySet());
  }

  private Map<String, Object> toTree() {
    List<String> mutable = Unbroken.mutable().stream().map(Clause::id).toList();
    Map<String, Object> clauses = new LinkedHashMap<>();
    clauses.put("mutable", mutable.size());
    clauses.put("withMutant",
        kills.stream().map(kill -> kill.mutant().clause()).distinct().filter(mutable::contains).count());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mutants", kills.size());
    tree.put("killed", kills.stream().filter(kill -> !kill.killedBy().isEmpty()).count());
    tree.put("clauses", clauses);
    tree.put("rows", kills.stream().map(KillMatrix::toTree).toList());
    return tree;
  }

  private static Map<String, Object> toTree(Kill kill) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("mutant", kill.mutant().name());
    tree.put("of", kill.mutant().control());
    tree.put("clause", kill.mutant().clause());
    tree.put("bug", String.join(", ", kill.mutant().seenIn()));
    tree.put("killedBy", kill.killedBy());
    tree.put("bystanders", kill.bystanders());
    return tree;
  }

  private static String line(Kill kill) {
    Mutation mutant = kill.mutant();
    String bugs =
        mutant.seenIn().stream().map(bug -> "[%s](%s)".formatted(bug, address(bug))).collect(Collectors.joining(", "));
    String checks = kill.killedBy().stream().map(check -> "`" + check + "`").collect(Collectors.joining("<br>"));
    return "| `%s` | %s | %s | `%s` | %s |\n".formatted(mutant.name(), mutant.control(), bugs, mutant.clause(), checks);
  }

  /** Where a bug is told of; GitHub leads from an issue's address to that of a pull request with the number. */
  static String address(String bug) {
    return "https://github.com/" + bug.replace("#", "/issues/");
  }
}
