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

/** The duties that a black box can check and no mutant breaks, and why: {@code without-mutant.yaml}. */
final class Unbroken {
  private static final Path FILE = Path.of("without-mutant.yaml");

  private Unbroken() {}

  /** Every duty that a mutant could break, in the order of the book. */
  static List<Clause> mutable() {
    return ClauseBook.load().clauses().stream()
        .filter(clause -> clause.isTestable() && (clause.level() == Level.MUST || clause.level() == Level.MUST_NOT))
        .toList();
  }

  /** What has a reason to have no mutant: that it takes a second realm, or what the file says. */
  @SuppressWarnings("unchecked")
  static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (Clause clause : mutable()) {
      if (!clause.secondRealm().isEmpty()) {
        reasons.put(clause.id(), "It takes another realm, and no mutant breaks one yet.");
      }
    }
    reasons.putAll((Map<String, String>) Json.read(Files.readString(FILE)));
    return reasons;
  }
}
