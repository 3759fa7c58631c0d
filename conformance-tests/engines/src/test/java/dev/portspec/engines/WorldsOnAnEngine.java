package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A world of an engine for each test, of which nothing comes late, and scripts as short texts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorldsOnAnEngine {
  private static final Duration ARRIVAL = Duration.ofSeconds(10);
  private static final int QUIET = 3;
  static final int TIMES = 3;

  private final BackendFactory factory;
  private int lateBefore;
  Backend backend;
  BackendWorld world;

  WorldsOnAnEngine(BackendFactory factory) {
    this.factory = factory;
  }

  @BeforeAll
  void start(@TempDir Path work) {
    backend = factory.open(work, ARRIVAL);
  }

  @AfterAll
  void end() {
    if (backend != null) {
      backend.close();
    }
  }

  @BeforeEach
  void openWorld() {
    world = backend.openWorld();
    assertThat(backend.lateObservations() - lateBefore).isZero();
  }

  @AfterEach
  void closeWorld() {
    world.close();
    lateBefore = backend.lateObservations();
  }

  /** A script in the window, and all that comes of it. */
  final void run(String... actions) {
    assertThat(runIn("window", String.join(",", actions))).isEqualTo(Answer.ENDED);
    settle();
  }

  final Answer runIn(String realm, String actions) {
    return world.run(realm, Json5.list(actions));
  }

  final void settle() {
    int before = world.observations().size();
    for (int quiet = 0; quiet < QUIET; ) {
      world.turn();
      int now = world.observations().size();
      quiet = now == before ? quiet + 1 : 0;
      before = now;
    }
  }

  static String mark(String label) {
    return observe(label, "{undefined: true}");
  }

  static String observe(String label, String value) {
    return "{do: 'observe', label: '%s', value: %s}".formatted(label, value);
  }

  static String post(String to, String message) {
    return "{do: 'call', of: {var: '%s'}, member: 'postMessage', args: [%s]}".formatted(to, message);
  }

  static String call(String of, String member) {
    return "{do: 'call', of: {var: '%s'}, member: '%s', args: []}".formatted(of, member);
  }

  /** What a realm logged: calls by their function, and what was seen with its label; a text or number with that. */
  final List<String> log(String realm) {
    List<String> log = new ArrayList<>();
    for (Observation observation : world.observations()) {
      Object value = observation.get("value");
      if (observation.realm().equals(realm)) {
        String label = observation.kind() == Observation.Kind.REPORTED ? "reported" : observation.label();
        log.add(value instanceof String || value instanceof Number ? label + " " + value : label);
      }
    }
    return log;
  }
}
