package dev.portspec.engines;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One world in an engine: its agents' names and logs since it was opened. Agents take turns in lock step, once each
 * worker that was started has connected or ended.
 */
final class WireWorld implements BackendWorld {
  private static final int TURNS = 4;
  private static final int MOST_LINES = 200_000;
  // rounds in one turn: each is for workers that started or ended in the one before
  private static final int MOST_ROUNDS = 20;

  private final Session session;
  private final int number;
  private final Runnable late;
  private final List<Observation> observations = new ArrayList<>();
  // those of frames that are no agents of their own
  private final Map<String, Agent> agentsOfFrames = new HashMap<>();
  private boolean open;
  private int turnsTaken;
  private int fates;

  /**
   * Opens the next world of an engine.
   *
   * @param late told of each line of a world that was closed before it came
   */
  WireWorld(Session session, int number, Runnable late) {
    this.session = session;
    this.number = number;
    this.late = late;
    session.openWorld(number, this::see);
    open = true;
  }

  private void see(Agent agent, Map<String, Object> line) {
    boolean isOld = !open || line.containsKey("world") || (agent != session.window() && agent.world() != number);
    if (isFate(line)) {
      if (!isOld) {
        tell(agent, line);
      }
      return;
    }
    if (isOld) {
      late.run();
      return;
    }
    if (observations.size() >= MOST_LINES) {
      throw session.broken(Failure.FLOODS, "it floods the log: more than %d lines in one world".formatted(MOST_LINES));
    }
    observations.add(Observation.read(agent.name(), line));
  }

  /** Lines that say what became of workers are no observations. */
  private static boolean isFate(Map<String, Object> line) {
    return line.containsKey("starts") || line.containsKey("fails") || line.containsKey("terminates");
  }

  private void tell(Agent owner, Map<String, Object> line) {
    fates++;
    Agent started = line.containsKey("shared") ? shared((String) line.get("starts")) : worker(line.get("starts"));
    if (started != null) {
      started.announce(owner);
    }
    Agent failed = worker(line.get("fails"));
    if (failed != null) {
      failed.fail();
    }
    Agent terminated = worker(line.get("terminates"));
    if (terminated != null) {
      terminated.terminate();
    }
  }

  private @Nullable Agent worker(@Nullable Object name) {
    if (name == null) {
      return null;
    }
    return orTooMany(session.meet((String) name));
  }

  private Agent shared(String name) {
    return orTooMany(session.meetShared(name));
  }

  private Agent orTooMany(@Nullable Agent worker) {
    if (worker == null) {
      throw session.broken(Failure.FLOODS, "it starts too many workers in one world");
    }
    return worker;
  }

  @Override
  public Answer run(String realm, List<?> script) {
    turnsTaken = 0;
    Agent agent = agentOf(realm);
    if (agent != session.window()) {
      session.awaitWorkers();
      if (agent.isGone()) {
        return Answer.fault("the realm has ended: " + realm, List.of());
      }
    }
    framesOf(script).forEach(frame -> agentsOfFrames.put(frame, agent));
    Map<String, Object> answer = session.ask(agent, "run", script, realm);
    if (answer == null) {
      return Answer.ENDED; // and the realm with it
    } else if (answer.get("fault") instanceof String fault) {
      return Answer.fault(fault, path(answer));
    }
    return answer.containsKey("threw") ? Answer.threw(answer.get("threw"), path(answer)) : Answer.ENDED;
  }

  /** An agent is named as its first realm. */
  private Agent agentOf(String realm) {
    Agent named = session.worker(realm);
    return named != null ? named : agentsOfFrames.getOrDefault(realm, session.window());
  }

  private static List<String> framesOf(List<?> script) {
    return script.stream()
        .map(action -> (Map<?, ?>) action)
        .filter(action -> "frame".equals(action.get("do")))
        .map(action -> (String) action.get("name"))
        .toList();
  }

  private static List<Object> path(Map<String, Object> answer) {
    return List.copyOf((List<?>) answer.get("at"));
  }

  @Override
  public boolean settleExactly() {
    return false;
  }

  @Override
  public void turn() {
    if (turnsTaken > 0) {
      turnsTaken--;
    } else if (session.workers().isEmpty()) {
      turnOfTheWindow();
    } else {
      turnOfAll();
    }
  }

  /** Turns are asked for several at a time; those at their end that saw nothing answer for the turns to come. */
  private void turnOfTheWindow() {
    Map<String, Object> answer = session.ask(session.window(), "turn", TURNS, null);
    int quiet = answer != null && answer.get("quiet") instanceof Number number ? number.intValue() : 0;
    turnsTaken = session.workers().isEmpty() ? Math.min(quiet, TURNS - 1) : 0;
  }

  /** One turn of each agent, and another where it has started a worker, or one has ended. */
  private void turnOfAll() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      session.awaitWorkers();
      int before = fates + living().size();
      session.ask(living(), "turn", 1, null);
      if (before == fates + living().size()) {
        return;
      }
    }
  }

  private List<Agent> living() {
    List<Agent> living = new ArrayList<>(List.of(session.window()));
    session.workers().stream().filter(Agent::isLiving).forEach(living::add);
    return living;
  }

  @Override
  public void collectGarbage() {
    turnsTaken = 0;
    session.awaitWorkers();
    session.ask(living().stream().filter(WireWorld::collects).toList(), "gc", 1, null);
  }

  private static boolean collects(Agent agent) {
    return agent.hello() != null && ((List<?>) agent.hello().get("can")).contains("gc");
  }

  @Override
  public List<Observation> observations() {
    return List.copyOf(observations);
  }

  /** Nothing is sent: the next world's opening closes this one's ports and channels, and ends its workers. */
  @Override
  public void close() {
    open = false;
  }

  @Override
  public String toString() {
    return "world " + number;
  }
}
