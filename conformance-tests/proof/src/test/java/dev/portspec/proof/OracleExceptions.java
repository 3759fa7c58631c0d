package dev.portspec.proof;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the oracle and a check differ, with the reason: {@code oracle-exceptions.yaml}. */
record OracleExceptions(Map<String, Map<String, String>> ignored, List<Entry> entries) {
  private static final Path FILE = Path.of("oracle-exceptions.yaml");

  /**
   * One exception.
   *
   * @param subjects where it was seen, a comma between them
   * @param check where
   * @param verdict of the check
   * @param answer of the oracle
   * @param why the check is right nevertheless, or the oracle, or neither
   */
  record Entry(String subjects, String check, String verdict, String answer, String why) {
    boolean isOf(String subject) {
      return List.of(subjects.split(", ")).contains(subject);
    }
  }

  @SuppressWarnings("unchecked")
  static OracleExceptions load() throws IOException {
    Map<String, Object> tree = (Map<String, Object>) Objects.requireNonNull(Json.read(Files.readString(FILE)));
    List<Entry> entries =
        ((List<Map<String, String>>) tree.get("exceptions"))
            .stream()
                .map(
                    entry ->
                        new Entry(
                            required(entry, "subjects"),
                            required(entry, "check"),
                            required(entry, "verdict"),
                            required(entry, "answer"),
                            required(entry, "why")))
                .toList();
    return new OracleExceptions((Map<String, Map<String, String>>) tree.get("ignored"), entries);
  }

  private static String required(Map<String, String> entry, String key) {
    return Objects.requireNonNull(entry.get(key), () -> FILE + ": an entry without " + key + ": " + entry);
  }

  /** What deviates in every observation of a subject, but for what the check of this result is about. */
  Set<String> ignoredOf(String subject, CheckResult result) {
    Set<String> keys = new TreeSet<>();
    ignored
        .getOrDefault(subject, Map.of())
        .forEach(
            (key, clauses) -> {
              boolean failed =
                  Stream.of(clauses.split(" ")).anyMatch(clause -> result.clauses().get(clause) == Verdict.FAIL);
              if (!failed) {
                keys.add(key);
              }
            });
    return keys;
  }

  /** The exceptions of a subject, one line each. */
  Set<String> of(String subject) {
    Set<String> lines = new TreeSet<>();
    entries.stream()
        .filter(entry -> entry.isOf(subject))
        .forEach(entry -> lines.add(line(entry.check(), entry.verdict(), entry.answer())));
    return lines;
  }

  static String line(String check, Object verdict, Object answer) {
    return "%s: %s, and %s by the oracle".formatted(check, verdict, answer);
  }
}
