package dev.portspec.oracle;

import dev.portspec.harness.World;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.ReferenceProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A scenario that the simulated reference has played once, and traces that are made from what it showed. */
record Played(Scenario scenario, List<Observation> trace) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  static Played with(Chooser chooser, Consumer<World> scenario) {
    InProcessBackend backend = new InProcessBackend(ReferenceProvider.simulated(chooser), PATIENCE);
    Check check =
        new Check(
            "Played.once",
            List.of("port.queue.fifo"),
            world -> {
              scenario.accept(world);
              world.settle();
            });
    CheckResult result = check.run(backend, PATIENCE);
    backend.close();
    return new Played(Scenario.of(result.steps()), result.trace());
  }

  static Played once(Consumer<World> scenario) {
    return with(Chooser.first(), scenario);
  }

  Judgement judged() {
    return Oracle.standard().judge(scenario, trace);
  }

  /** Judges the trace in which the recorded messages with this data come in this order, after everything else. */
  Judgement judgedShowing(String... data) {
    List<Observation> changed = new ArrayList<>(trace);
    for (int i = trace.size() - 1; i > 0; i--) {
      if (isEvent(trace.get(i))) {
        changed.remove(i);
        changed.remove(i - 1);
      }
    }
    for (String each : data) {
      changed.addAll(recordOf(each));
    }
    return Oracle.standard().judge(scenario, counted(changed));
  }

  private static boolean isEvent(Observation observation) {
    return observation.get("value") instanceof Map<?, ?> node && node.containsKey("event");
  }

  /** The call of a reaction, and the message that it recorded. */
  private List<Observation> recordOf(String data) {
    for (int i = 1; i < trace.size(); i++) {
      if (trace.get(i).get("value") instanceof Map<?, ?> event && data.equals(event.get("data"))) {
        return trace.subList(i - 1, i + 1);
      }
    }
    throw new IllegalArgumentException("no message was recorded with the data: " + data);
  }

  /** The same observations, with calls of each function numbered as they come now. */
  static List<Observation> counted(List<Observation> observations) {
    Map<Object, Integer> calls = new HashMap<>();
    List<Observation> counted = new ArrayList<>();
    for (Observation observation : observations) {
      Map<String, Object> line = new LinkedHashMap<>(observation.body());
      if (observation.kind() == Kind.CALLED) {
        line.put("call", calls.merge(line.get("id"), 1, Integer::sum));
      }
      counted.add(Observation.read(observation.agent(), line));
    }
    return counted;
  }
}
