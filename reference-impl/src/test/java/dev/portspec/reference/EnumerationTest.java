package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Choices, enumerated. */
class EnumerationTest {
  private static final List<String> TWO = List.of("a", "b");
  private static final List<String> THREE = List.of("a", "b", "c");

  @Test
  void everySequenceOfChoicesIsTakenOnceFewestDeparturesFirst() {
    List<String> runs = new ArrayList<>();
    Enumeration enumeration = Enumeration.upTo(100);
    while (enumeration.hasNext()) {
      Chooser chooser = enumeration.next();
      int first = chooser.choose("first", TWO);
      int second = first == 0 ? chooser.choose("second", THREE) : 0;
      runs.add(first + "" + second + chooser.choose("third", TWO));
    }
    assertThat(runs).containsExactly("000", "100", "010", "020", "001", "101", "011", "021");
    assertThat(enumeration.exhaustive()).isTrue();
    assertThat(enumeration.runs()).isEqualTo(8);
  }

  @Test
  void theLimitIsKeptAndSaid() {
    Enumeration enumeration = Enumeration.upTo(5);
    while (enumeration.hasNext()) {
      Chooser chooser = enumeration.next();
      for (int i = 0; i < 10; i++) {
        chooser.choose("again", TWO);
      }
    }
    assertThat(enumeration.runs()).isEqualTo(5);
    assertThat(enumeration.exhaustive()).isFalse();
  }

  @Test
  void aScenarioThatChangesIsRefused() {
    Enumeration other = Enumeration.upTo(10);
    other.next().choose("first", TWO);
    Chooser replay = other.next();
    assertThatThrownBy(() -> replay.choose("first", THREE)).hasMessageContaining("not a function of its choices");

    Enumeration shorter = Enumeration.upTo(10);
    shorter.next().choose("first", TWO);
    shorter.next();
    assertThatThrownBy(shorter::hasNext).hasMessageContaining("not a function of its choices");

    assertThatThrownBy(() -> Enumeration.upTo(1).next().choose("one", List.of("a")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyOrderOfTwoSourcesIsFound() {
    Set<List<Object>> orders = new HashSet<>();
    Enumeration enumeration = Enumeration.upTo(1000);
    while (enumeration.hasNext()) {
      try (SimulatedTestWorld world = new SimulatedTestWorld(enumeration.next())) {
        ReferenceChannel channel = world.channel();
        world.run(() -> {
          channel.getPort2().setOnmessage(world.data());
          post(channel.getPort1(), "m1", "m2");
          world.window.setTimeout(() -> world.log.add("timer"));
        });
        world.settle();
        assertThat(world.reports).isEmpty();
        orders.add(world.log);
      }
    }
    assertThat(enumeration.exhaustive()).isTrue();
    assertThat(orders).containsExactlyInAnyOrder(
        List.of("m1", "m2", "timer"), List.of("m1", "timer", "m2"), List.of("timer", "m1", "m2"));
  }

  @Test
  void aBlockIsOneMoreTaskAndOthersRunBeforeIt() {
    Set<List<Object>> orders = new HashSet<>();
    Enumeration enumeration = Enumeration.upTo(1000);
    while (enumeration.hasNext()) {
      try (SimulatedTestWorld world = new SimulatedTestWorld(enumeration.next())) {
        ReferenceChannel channel = world.channel();
        world.run(() -> {
          channel.getPort2().setOnmessage(world.data());
          post(channel.getPort1(), "m");
        });
        world.run(() -> world.log.add("second block"));
        world.settle();
        orders.add(world.log);
      }
    }
    assertThat(orders).containsExactlyInAnyOrder(List.of("m", "second block"), List.of("second block", "m"));
  }

  /** HTML issue 5850, in two agents: whatever runs when, the new ends find each other and nothing is lost. */
  @Test
  void bothEndsOnTheirWayUnderEverySchedule() {
    Enumeration enumeration = Enumeration.upTo(3000);
    while (enumeration.hasNext()) {
      try (SimulatedTestWorld world = new SimulatedTestWorld(enumeration.next())) {
        List<ReferenceRealm> homes = List.of(world.world.newAgent("a"), world.world.newAgent("b"));
        world.run(() -> {
          ReferenceChannel channel = new ReferenceChannel(world.window);
          List<ReferencePort> ends = List.of(channel.getPort1(), channel.getPort2());
          for (int i = 0; i < 2; i++) {
            String name = "at " + i + ": ";
            post(ends.get(i), "from the window");
            world.window.connect(homes.get(i), carrier -> carrier.setOnmessage(SimulatedTestWorld.on(event -> {
              ReferencePort moved = SimulatedTestWorld.port(event, 0);
              moved.setOnmessage(world.data(name));
              post(moved, "from home");
            }))).postMessage("take it", List.of(ends.get(i)));
          }
        });
        world.settle();
        assertThat(world.reports).isEmpty();
        assertThat(world.log).containsExactlyInAnyOrder(
            "at 0: from the window", "at 0: from home", "at 1: from the window", "at 1: from home");
        assertThat(world.log.indexOf("at 0: from the window")).isLessThan(world.log.indexOf("at 0: from home"));
        assertThat(world.log.indexOf("at 1: from the window")).isLessThan(world.log.indexOf("at 1: from home"));
      }
    }
    assertThat(enumeration.exhaustive()).isTrue();
    assertThat(enumeration.runs()).isGreaterThan(50);
  }

  @Test
  void aTaskThatWaitsRunsTheOtherAgents() {
    SimulatedTestWorld world = new SimulatedTestWorld(Chooser.random(7));
    ReferenceRealm other = world.world.newAgent("other");
    List<Object> raised = new ArrayList<>();
    boolean arrived = world.run(() -> {
      world.window.connect(other, port -> port.setOnmessage(event -> {
        raised.add("raised");
        return Undefined.UNDEFINED;
      })).postMessage("go");
      world.window.execute(() -> raised.add("too early"));
      return world.world.runUntil(() -> !raised.isEmpty());
    });
    assertThat(arrived).isTrue();
    assertThat(raised).containsExactly("raised");
    world.settle();
    assertThat(raised).containsExactly("raised", "too early");
  }

  @Test
  void aSimulatedPortBelongsToItsAgentToo() {
    SimulatedTestWorld world = new SimulatedTestWorld();
    ReferenceChannel channel = world.channel();
    world.world.newAgent("other").execute(() -> channel.getPort1().start());
    world.settle();
    assertThat(world.reports).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(world.world.runUntil(() -> false)).isFalse();
  }

  @Test
  void oneSeedMakesOneRun() {
    assertThat(randomRun(3)).isEqualTo(randomRun(3));
  }

  private static List<Object> randomRun(long seed) {
    SimulatedTestWorld world = new SimulatedTestWorld(Chooser.random(seed));
    ReferenceChannel channel = world.channel();
    world.run(() -> {
      channel.getPort2().setOnmessage(world.data());
      for (int i = 0; i < 20; i++) {
        int n = i;
        post(channel.getPort1(), n);
        world.window.setTimeout(() -> world.log.add("timer " + n));
      }
    });
    world.settle();
    return world.log;
  }
}
