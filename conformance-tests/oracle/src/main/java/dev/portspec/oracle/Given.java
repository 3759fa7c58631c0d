package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trace that is to be judged, agent by agent: no order between agents can be observed. */
final class Given {
  private final Map<String, List<Line>> lines = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> shown = new LinkedHashMap<>();
  private final Map<String, Set<String>> consequences = new HashMap<>();
  private final boolean stringsAreData;

  /**
   * One observation.
   *
   * @param text its form
   * @param kind what a task that shows it first can be known by, see {@link #kindOf}
   * @param data the first characters of the data of the message that is recorded next; null where there is none
   */
  record Line(String text, String kind, @Nullable String data) {}

  /** A trace. */
  Given(List<Observation> trace, Form form, Payloads payloads) {
    this.stringsAreData = payloads.stringsAreData();
    Map<String, Names> names = new LinkedHashMap<>();
    Map<String, List<Observation>> logs = new LinkedHashMap<>();
    trace.forEach(o -> logs.computeIfAbsent(o.agent(), agent -> new ArrayList<>()).add(o));
    logs.forEach((agent, log) -> {
      Names ofAgent = names.computeIfAbsent(agent, each -> new Names());
      List<Line> texts = new ArrayList<>();
      Map<String, Integer> shownHere = new HashMap<>();
      Set<String> posted = Set.of();
      for (int i = 0; i < log.size(); i++) {
        texts.add(new Line(form.text(log.get(i), ofAgent), kindOf(log.get(i)), nextData(log, i)));
        if (log.get(i).kind() == Kind.CALLED) {
          posted = payloads.postedBy(number(log.get(i), "id"), number(log.get(i), "call"));
        }
        String data = data(log.get(i));
        if (data != null) {
          shownHere.putIfAbsent(data, i);
          consequences.computeIfAbsent(data, each -> new HashSet<>()).addAll(posted);
        }
      }
      lines.put(agent, texts);
      shown.put(agent, shownHere);
    });
  }

  private static int number(Observation observation, String key) {
    return ((Number) Objects.requireNonNull(observation.get(key))).intValue();
  }

  /** What an observation is, without its value. */
  static String kindOf(Observation observation) {
    return observation.kind() + " " + observation.label() + " " + observation.get("id");
  }

  private @Nullable String nextData(List<Observation> log, int from) {
    for (int i = from; i < log.size() && (i == from || log.get(i).kind() != Kind.CALLED); i++) {
      if (showsData(log.get(i))) {
        return data(log.get(i));
      }
    }
    return null;
  }

  private boolean showsData(Observation observation) {
    return observation.get("value") instanceof Map<?, ?> node && node.get("event") instanceof String
        || stringsAreData && observation.get("value") instanceof String;
  }

  /** The data of a message that is shown, if it is a string or a number. */
  private @Nullable String data(Observation observation) {
    if (!showsData(observation)) {
      return null;
    }
    if (!(observation.get("value") instanceof Map<?, ?> node)) {
      return shortened(String.valueOf(observation.get("value")));
    }
    Object data = node.get("data") instanceof Number number ? (Object) number.doubleValue() : node.get("data");
    return data instanceof String || data instanceof Double ? shortened(String.valueOf(data)) : null;
  }

  /** As the reference shortens what a task is about. */
  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 60));
  }

  int length(String agent) {
    return lines.getOrDefault(agent, List.of()).size();
  }

  /** The line at a place, from 0; null at the end. */
  @Nullable Line line(String agent, int at) {
    return at < length(agent) ? lines.get(agent).get(at) : null;
  }

  /** Where an agent shows a message with this data first; null if it does not. */
  @Nullable Integer shows(String agent, String data) {
    return shown.getOrDefault(agent, Map.of()).get(data);
  }

  /** What the functions post that show a message with this data. */
  Set<String> consequences(String data) {
    return consequences.getOrDefault(data, Set.of());
  }

  boolean showsAnywhere(String data) {
    return shown.values().stream().anyMatch(ofAgent -> ofAgent.containsKey(data));
  }

  Set<String> agents() {
    return lines.keySet();
  }
}
