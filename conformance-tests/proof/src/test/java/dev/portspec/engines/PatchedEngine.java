package dev.portspec.engines;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Subject;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Deviations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An engine whose realms are patched by a few lines of JavaScript: its window before the first check and each frame
 * before its first script, or each worker before its script. The patch says {@code exercise()} where it does what the
 * engine does not do; see {@code patching.js} for what else it may use.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
public final class PatchedEngine {
  private static final Map<String, EngineLauncher> LAUNCHERS =
      Stream.of(
              new BunLauncher(), new ChromiumLauncher(), new DenoLauncher(), new FirefoxLauncher(), new NodeLauncher())
          .collect(Collectors.toMap(EngineLauncher::name, launcher -> launcher));
  private static final Map<String, String> ABSENCES = new ConcurrentHashMap<>();
  private static final Path WORK = Path.of("target", "mutants");
  private static final String PATCHING = read("patching.js");
  private static final String THE_PATCH = "/* the patch */";

  private final String engine;
  private final String onto;
  private final String patch;
  private final String patchInWorkers;
  private int exercised;

  /**
   * A subject with a bug.
   *
   * @param onto names the script in {@code onto} that gives the realm what it lacks; empty where it lacks nothing
   * @param patch the body of a function that runs in the window and in each frame; empty where that is as it is
   * @param patchInWorkers the body of a function that runs in each worker; empty where those are as they are
   */
  public PatchedEngine(String engine, String onto, String patch, String patchInWorkers) {
    this.engine = engine;
    this.onto = onto;
    this.patch = patch;
    this.patchInWorkers = patchInWorkers;
  }

  /** Names it as it is without the patch. */
  public String control() {
    return onto.isEmpty() ? engine : engine + " with " + onto;
  }

  /** What it is known to do otherwise than the standard. */
  public List<Deviations.Entry> deviations() {
    return Deviations.load(launcher(engine).deviations()).entries();
  }

  private static EngineLauncher launcher(String engine) {
    return Objects.requireNonNull(LAUNCHERS.get(engine), () -> "no such engine: " + engine);
  }

  /** Why it cannot be started on this machine; empty where it can. */
  public String absence() {
    return ABSENCES.computeIfAbsent(engine, name -> {
      try {
        launcher(name).find(Budget.arrival());
        return "";
      } catch (BackendException e) {
        return String.valueOf(e.getMessage());
      }
    });
  }

  /** Starts it without the patch. */
  public Backend openControl() {
    return launcher(engine).open(WORK, Budget.arrival(), agent());
  }

  /** Starts it. */
  public Backend open() {
    AgentSource agent = agent().then(patching(patch)).inWorkers(patching(patchInWorkers));
    return new Counting(launcher(engine).open(WORK, Budget.arrival(), agent));
  }

  private static String patching(String patch) {
    return PATCHING.replace(THE_PATCH, patch);
  }

  private AgentSource agent() {
    return onto.isEmpty() ? AgentSource.load() : AgentSource.load().after(read("onto/%s.js".formatted(onto)));
  }

  /** How often it did something else than the engine: known once the back end is closed. */
  public int exercised() {
    return exercised;
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(PatchedEngine.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the patch how often it was exercised: a worker's before its world is closed, the window's at the end. */
  private final class Counting implements Backend {
    private static final String WINDOW = "window";
    private static final String EXERCISED = "how often the patch was exercised";
    private static final List<?> SCRIPT =
        List.of(Map.of("do", "observe", "label", EXERCISED, "value", Map.of("js", "return exercised()")));

    private final Backend backend;

    Counting(Backend backend) {
      this.backend = backend;
    }

    @Override
    public Subject subject() {
      return backend.subject();
    }

    @Override
    public BackendWorld openWorld() {
      return new WatchedWorld(backend.openWorld(), this::countWorkers);
    }

    @Override
    public int lateObservations() {
      return backend.lateObservations();
    }

    @Override
    public void close() {
      try (backend; BackendWorld world = backend.openWorld()) {
        count(world, WINDOW);
      }
    }

    /** Those that were seen to do something. One that has ended says nothing more, and neither does a broken engine. */
    private void countWorkers(BackendWorld world) {
      Set<String> agents = world.observations().stream().map(Observation::agent).collect(Collectors.toSet());
      agents.remove(WINDOW);
      for (String agent : agents) {
        try {
          count(world, agent);
        } catch (BackendException broken) {
          return;
        }
      }
    }

    private void count(BackendWorld world, String agent) {
      Answer answer = world.run(agent, SCRIPT);
      if (answer.threw() != null || !answer.ended() && agent.equals(WINDOW)) {
        throw new IllegalStateException("the patch failed: " + answer);
      }
      world.observations().stream()
          .filter(seen -> seen.agent().equals(agent) && seen.label().equals(EXERCISED))
          .forEach(seen -> exercised += ((Number) Objects.requireNonNull(seen.get("value"))).intValue());
    }
  }
}
