package dev.portspec.reporting;

import dev.portspec.harness.backend.Observation;
import java.util.List;

/** A trace as text: a line for each observation, columns parted by tabs. */
public final class TraceTable {
  private TraceTable() {}

  /** The table, headed by the names of its columns. */
  public static String of(List<Observation> trace) {
    StringBuilder text = new StringBuilder("n\trealm\tkind\tlabel\twhat\n");
    for (Observation seen : trace) {
      TraceRow row = TraceRow.of(seen);
      text.append(row.n()).append('\t').append(cell(row.where())).append('\t').append(row.kind()).append('\t');
      text.append(cell(row.label())).append('\t').append(cell(row.what())).append('\n');
    }
    return text.toString();
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }
}
