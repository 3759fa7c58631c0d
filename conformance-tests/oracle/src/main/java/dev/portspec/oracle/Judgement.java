package dev.portspec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the oracle says of a trace, and why.
 *
 * @param answer whether the trace is legal
 * @param legal the longest part of the trace that some legal run shows, as the number of observations of each agent
 * @param legalPrefix the same as text, one observation a line, agent by agent
 * @param seen what the trace shows next, in each agent for which something else was expected; {@link #NOTHING} at its
 *     end
 * @param expected what legal runs show next instead; empty for a trace that was accepted
 * @param executions how many runs of the reference it took
 * @param tasks how many tasks of the reference it took
 */
public record Judgement(
    Answer answer,
    Map<String, Integer> legal,
    List<String> legalPrefix,
    Set<String> seen,
    Set<String> expected,
    int executions,
    long tasks) {
  /** Stands for the end of a trace. */
  public static final String NOTHING = "nothing more";

  /** How much an explanation shows of what was legal. */
  private static final int LATEST = 12;

  /** The three answers. */
  public enum Answer {
    /** Some sequence of legal choices makes the reference show exactly this. */
    ACCEPTED,
    /** No sequence of legal choices does. */
    REJECTED,
    /** The budget ended before either was known. */
    UNDECIDED
  }

  /** Whether no legal run shows the trace. */
  public boolean isRejected() {
    return answer == Answer.REJECTED;
  }

  /** The answer in full, for people: the end of what was legal, what came then, and what was to come. */
  public String explanation() {
    String cost = "after %d %s of the reference".formatted(executions, executions == 1 ? "run" : "runs");
    if (answer == Answer.ACCEPTED) {
      return "legal: the reference shows the same, found " + cost;
    }
    String head =
        answer == Answer.REJECTED
            ? "not legal: no order of tasks, and no outcome that the standard leaves open, shows this, known " + cost
            : "undecided: the search was given up " + cost;
    return "%s%nlegal so far, %s:%n%s%nthen came%s:%n%s%nand what could legally come is:%n%s"
        .formatted(head, counts(), legalWords(), where(), lines(seen), lines(expected));
  }

  /** Where one agent is alone, its place in the log, from 1. */
  private String where() {
    return legal.size() == 1 ? ", as number " + (legal.values().iterator().next() + 1) : "";
  }

  private String counts() {
    return legal.entrySet().stream()
        .map(entry -> "%d of %s".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** The latest observations of each agent. */
  private String legalWords() {
    List<String> latest = new ArrayList<>();
    int from = 0;
    for (int length : legal.values()) {
      int left = Math.max(0, length - LATEST);
      if (left > 0) {
        latest.add("… %d before".formatted(left));
      }
      latest.addAll(legalPrefix.subList(from + left, from + length));
      from += length;
    }
    return latest.isEmpty() ? "  nothing" : lines(latest);
  }

  private static String lines(Iterable<String> texts) {
    StringBuilder lines = new StringBuilder();
    texts.forEach(text -> lines.append(lines.isEmpty() ? "  " : System.lineSeparator() + "  ").append(Words.of(text)));
    return lines.toString();
  }
}
