package dev.portspec.proof;

import dev.portspec.harness.run.Json;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spec.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The duties that a black box could check and no mutant breaks, and why: {@code without-mutant.yaml} has the rest. */
final class Unbroken {
  private static final Path FILE = Path.of("without-mutant.yaml");
  private static final Path WITHOUT_CHECK = Path.of("without-check.yaml");

  private Unbroken() {}

  /** Every duty that a mutant could break, in the order of the book. */
  static List<Clause> mutable() {
    return ClauseBook.load().clauses().stream()
        .filter(clause -> clause.isTestable() && (clause.level() == Level.MUST || clause.level() == Level.MUST_NOT))
        .toList();
  }

  /** What has a reason to have no mutant: that no check could kill it, or another. */
  static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    Map<String, String> withoutCheck = read(WITHOUT_CHECK);
    for (Clause clause : mutable()) {
      if (withoutCheck.containsKey(clause.id())) {
        reasons.put(clause.id(), "No check could kill it. " + withoutCheck.get(clause.id()));
      }
    }
    reasons.putAll(read(FILE));
    return reasons;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> read(Path file) throws IOException {
    return (Map<String, String>) Json.read(Files.readString(file));
  }
}
