package dev.portspec.oracle.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.World;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Program;
import dev.portspec.harness.generate.Programs;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Check;
import dev.portspec.oracle.Judgement;
import dev.portspec.oracle.Oracle;
import dev.portspec.oracle.Scenario;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.reference.Chooser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is done to a legal trace is blamed on a clause that forbids just that. */
class BlameTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Oracle ORACLE = Oracle.standard().ignoring(Set.of("returned", "message", "code"));
  private static final int SCENARIOS = 60;

  private final Set<String> blamed = new TreeSet<>();

  /** A call of a function and the message that it showed. */
  private static final int SHOWN = 2;

  @Test
  void aLostMessage() {
    forEachTrace(played -> {
      for (int i = 0; i < played.trace().size(); i++) {
        if (played.showsMessageAt(i)) {
          List<Observation> changed = new ArrayList<>(played.trace());
          changed.subList(i, i + SHOWN).clear();
          if (i < changed.size() && changed.get(i).label().startsWith("ports ")) {
            changed.remove(i);
          }
          blame(played, changed);
        }
      }
    });
    assertThat(blamed)
        .isSubsetOf(
            Clauses.ONCE, Clauses.RETAINS, Clauses.MOVES_QUEUE, Clauses.SENT_SURVIVES, Clauses.NULL_STARTS,
            Clauses.OVER_IMPLICIT)
        .contains(Clauses.ONCE, Clauses.MOVES_QUEUE);
  }

  @Test
  void aMessageThatComesAgain() {
    forEachTrace(played -> {
      for (int i = 0; i < played.trace().size(); i++) {
        if (played.showsMessageAt(i)) {
          List<Observation> changed = new ArrayList<>(played.trace());
          changed.addAll(played.trace().subList(i, i + SHOWN));
          blame(played, changed);
        }
      }
    });
    assertThat(blamed).containsExactly(Clauses.ONCE);
  }

  @Test
  void twoMessagesInTheWrongOrder() {
    forEachTrace(played -> {
      List<Observation> trace = played.trace();
      for (int i = 0; i + SHOWN < trace.size(); i++) {
        int next = i + SHOWN;
        boolean twoOfOne =
            played.showsMessageAt(i) && played.showsMessageAt(next) && trace.get(i).label().equals(trace.get(next).label());
        if (twoOfOne) {
          List<Observation> changed = new ArrayList<>(trace);
          changed.set(i + 1, trace.get(next + 1));
          changed.set(next + 1, trace.get(i + 1));
          blame(played, changed);
        }
      }
    });
    assertThat(blamed).isSubsetOf(Clauses.FIFO, Clauses.MOVES_IN_ORDER).contains(Clauses.FIFO);
  }

  private record Played(Program program, Scenario scenario, List<Observation> trace) {
    boolean showsMessageAt(int at) {
      return trace.get(at).kind() == Kind.CALLED && trace.get(at).label().startsWith("at ");
    }
  }

  private static void forEachTrace(Consumer<Played> body) {
    try (InProcessBackend backend = new InProcessBackend(ReferenceProvider.simulated(Chooser.first()), PATIENCE)) {
      for (Draw draw : Draw.samples(1, SCENARIOS)) {
        new Check("BlameTest.once", List.of(Clauses.ONCE), world -> body.accept(play(world, draw))).run(backend, PATIENCE);
      }
    }
  }

  private static Played play(World world, Draw draw) {
    Program program = Programs.claimedBy(world).without(Action.MISTRANSFER).program(draw);
    program.run(world);
    List<Observation> trace = world.settle().observations();
    return new Played(program, Scenario.of(world.steps()), trace);
  }

  private void blame(Played played, List<Observation> trace) {
    List<Observation> changed = counted(trace);
    Judgement judgement = ORACLE.judge(played.scenario(), changed);
    if (judgement.isRejected()) {
      blamed.add(new Blame(ORACLE, played.scenario(), changed, played.program()).of(judgement, null).clause());
    }
  }

  /** The same observations, with calls of each function numbered as they come now. */
  private static List<Observation> counted(List<Observation> observations) {
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
