package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a run of the reference shows against the given trace, observation by observation, and remembers how far
 * any run got and what came there instead. What an agent shows last may be missing from the trace if the agent ends: it
 * may have had no time to say so.
 */
final class Follower {
  private final Given given;
  private final Form form;
  private final boolean complete;
  private final boolean agentsMayEnd;
  private final Map<String, Names> names = new LinkedHashMap<>();
  private Map<String, Integer> positions = new LinkedHashMap<>();
  /** What agents have shown beyond the end of their logs, so that they have to end. */
  private Map<String, String> beyond = new LinkedHashMap<>();
  private boolean departed;

  private int furthest = -1;
  private Map<String, Integer> furthestPositions = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> expected = new LinkedHashSet<>();

  /** How far a run has got, to go back to. */
  record Place(Map<String, Integer> positions, Map<String, Integer> names, Map<String, String> beyond) {}

  /**
   * A follower.
   *
   * @param complete whether the world had come to rest when the trace was taken; if not, a legal run may show more
   */
  Follower(Given given, Form form, Scenario scenario, boolean complete) {
    this.given = given;
    this.form = form;
    this.complete = complete;
    this.agentsMayEnd = scenario.endsAgents();
    scenario.firstAgents().forEach(agent -> positions.put(agent, 0));
    given.agents().forEach(agent -> positions.putIfAbsent(agent, 0));
  }

  Place place() {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    names.forEach((agent, ofAgent) -> sizes.put(agent, ofAgent.size()));
    return new Place(new LinkedHashMap<>(positions), sizes, new LinkedHashMap<>(beyond));
  }

  /** A new run; it is followed from the place that it is sent back to. */
  void beginRun() {
    departed = false;
  }

  /** Goes back to a place that the run before has passed. */
  void goTo(Place place) {
    positions = new LinkedHashMap<>(place.positions());
    names.forEach((agent, ofAgent) -> ofAgent.keepFirst(place.names().getOrDefault(agent, 0)));
    beyond = new LinkedHashMap<>(place.beyond());
  }

  /** Whether this run has shown what the trace does not. */
  boolean departed() {
    return departed;
  }

  /** How many observations of an agent this run has shown. */
  int position(String agent) {
    return positions.getOrDefault(agent, 0);
  }

  /** How much of the trace any run has shown before it departed. */
  int furthest() {
    return furthest;
  }

  /** What the trace shows next in an agent; null at its end. */
  Given.@Nullable Line next(String agent) {
    Integer position = positions.get(agent);
    return position == null ? null : given.line(agent, position);
  }

  /** Takes the next observation of this run. */
  void observed(Observation observation) {
    String agent = observation.agent();
    Given.Line line = next(agent);
    if (line == null && !complete) {
      return;
    }
    String text = form.text(observation, names.computeIfAbsent(agent, each -> new Names()));
    if (line == null && agentsMayEnd) {
      beyond.putIfAbsent(agent, text);
    } else if (line != null && line.text().equals(text)) {
      positions.merge(agent, 1, Integer::sum);
    } else {
      depart(agent, text);
    }
  }

  /**
   * Whether a run that has ended has shown all of the trace.
   *
   * @param hasEnded whether an agent has ended
   */
  boolean isAtTheEnd(Predicate<String> hasEnded) {
    for (String agent : positions.keySet()) {
      if (!departed && next(agent) != null) {
        depart(agent, Judgement.NOTHING);
      }
    }
    beyond.forEach((agent, text) -> {
      if (!departed && !hasEnded.test(agent)) {
        depart(agent, text);
      }
    });
    return !departed;
  }

  /** The run has departed from the trace: something else came in that agent. */
  void depart(String agent, String instead) {
    departed = true;
    int length = positions.values().stream().mapToInt(Integer::intValue).sum();
    if (length < furthest) {
      return;
    }
    if (length > furthest) {
      furthest = length;
      furthestPositions = new LinkedHashMap<>(positions);
      seen.clear();
      expected.clear();
    }
    Given.Line line = next(agent);
    seen.add(inAgent(agent, line == null ? Judgement.NOTHING : line.text()));
    expected.add(inAgent(agent, instead));
  }

  private String inAgent(String agent, String text) {
    return positions.size() == 1 ? text : agent + ": " + text;
  }

  Judgement judgement(Judgement.Answer answer, int executions, long tasks) {
    boolean accepted = answer == Judgement.Answer.ACCEPTED;
    Map<String, Integer> legal = accepted ? positions : furthestPositions;
    List<String> prefix = new ArrayList<>();
    legal.forEach((agent, length) -> {
      for (int i = 0; i < length; i++) {
        prefix.add(inAgent(agent, given.line(agent, i).text()));
      }
    });
    return new Judgement(
        answer, legal, prefix, accepted ? Set.of() : seen, accepted ? Set.of() : expected, executions, tasks);
  }
}
