package dev.portspec.reporting;

import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An observation as a row of a table.
 *
 * @param n its number in its agent's log
 * @param where the realm, and the agent where that is another
 * @param kind in lower case
 * @param label whose
 * @param what the rest, as text
 */
record TraceRow(long n, String where, String kind, String label, String what) {
  static TraceRow of(Observation seen) {
    String where = seen.realm().equals(seen.agent()) ? seen.realm() : seen.realm() + " of " + seen.agent();
    return new TraceRow(seen.n(), where, seen.kind().name().toLowerCase(Locale.ROOT), seen.label(), what(seen));
  }

  private static String what(Observation seen) {
    String own = seen.kind().name().toLowerCase(Locale.ROOT);
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Object> entry : seen.body().entrySet()) {
      String key = entry.getKey();
      boolean shown = key.equals("n") || key.equals("in") || key.equals(own) && entry.getValue() instanceof String;
      if (!shown) {
        String value = ScriptText.ofValue(entry.getValue());
        parts.add(key.equals("value") ? value : key.equals(own) ? value : key + " " + value);
      }
    }
    if (seen.kind() == Observation.Kind.REPORTED && seen.body().get(own) instanceof String message) {
      parts.add(0, ScriptText.ofValue(message));
    }
    return String.join(", ", parts);
  }
}
