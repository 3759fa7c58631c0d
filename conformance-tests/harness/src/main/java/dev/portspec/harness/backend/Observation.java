package dev.portspec.harness.backend;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of an agent's log.
 *
 * @param agent whose log
 * @param n its number in that log, ascending
 * @param realm where it was seen
 * @param kind what it is
 * @param label of the function, {@code observe} or {@code try}; the realm's name for {@link Kind#ENDED}; in words for
 *     {@link Kind#FAULT} and {@link Kind#OVERLAP}; empty for {@link Kind#REPORTED}
 * @param body the whole line as it came, in the grammar of the wire protocol
 */
public record Observation(String agent, long n, String realm, Kind kind, String label, Map<String, Object> body) {
  /** The kinds; the name in lower case is the key on the wire. */
  public enum Kind {
    /** A function of the script began: {@code id}, {@code call} (from 1), {@code args}. */
    CALLED,
    /** {@code observe} or {@code record}: {@code value}. */
    SAW,
    /** A {@code try} ended: {@code returned} or {@code threw}. */
    OUTCOME,
    /** An exception reached "report an exception": the value, or {@code message} where it is withheld. */
    REPORTED,
    /** A realm is gone. */
    ENDED,
    /** Our mistake, found while a reaction ran. */
    FAULT,
    /** Two reactions of one agent ran at the same time, or one ran off its event loop. */
    OVERLAP
  }

  /**
   * Reads a line as it came.
   *
   * @throws IllegalArgumentException if it is of no known kind
   */
  public static Observation read(String agent, Map<String, Object> line) {
    for (Kind kind : Kind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      if (line.containsKey(key)) {
        long n = line.get("n") instanceof Number number ? number.longValue() : 0;
        String realm = line.get("in") instanceof String name ? name : agent;
        String label = kind != Kind.REPORTED && line.get(key) instanceof String name ? name : "";
        return new Observation(agent, n, realm, kind, label, line);
      }
    }
    throw new IllegalArgumentException("an observation of no known kind: " + line);
  }

  /** The value under a key of the line. */
  public @Nullable Object get(String key) {
    return body.get(key);
  }
}
