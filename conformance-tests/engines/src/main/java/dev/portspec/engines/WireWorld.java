package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One world in an engine: its agent's names and log since it was opened. */
final class WireWorld implements BackendWorld {
  private static final String WINDOW = "window";
  private static final int TURNS = 4;
  private static final int MOST_LINES = 200_000;

  private final Session session;
  private final int number;
  private final Runnable late;
  private final List<Observation> observations = new ArrayList<>();
  private boolean open;
  private int turnsTaken;

  /**
   * Opens the next world of an engine.
   *
   * @param late told of each line of a world that was closed before it came
   */
  WireWorld(Session session, int number, Runnable late) {
    this.session = session;
    this.number = number;
    this.late = late;
    session.tellLines(this::see);
    session.ask("open", Map.of("world", number), null);
    open = true;
  }

  private void see(Map<String, Object> line) {
    if (!open || line.containsKey("world")) {
      late.run();
      return;
    }
    if (observations.size() >= MOST_LINES) {
      throw session.broken(Failure.FLOODS, "it floods the log: more than %d lines in one world".formatted(MOST_LINES));
    }
    observations.add(Observation.read(WINDOW, line));
  }

  @Override
  public Answer run(String realm, List<?> script) {
    turnsTaken = 0;
    Map<String, Object> answer = session.ask("run", script, realm);
    if (answer.get("fault") instanceof String fault) {
      return Answer.fault(fault, path(answer));
    }
    return answer.containsKey("threw") ? Answer.threw(answer.get("threw"), path(answer)) : Answer.ENDED;
  }

  private static List<Object> path(Map<String, Object> answer) {
    return List.copyOf((List<?>) answer.get("at"));
  }

  @Override
  public boolean settleExactly() {
    return false;
  }

  /** Turns are asked for several at a time; those at their end that saw nothing answer for the turns to come. */
  @Override
  public void turn() {
    if (turnsTaken > 0) {
      turnsTaken--;
      return;
    }
    Map<String, Object> answer = session.ask("turn", TURNS, null);
    int quiet = answer.get("quiet") instanceof Number number ? number.intValue() : 0;
    turnsTaken = Math.min(quiet, TURNS - 1);
  }

  @Override
  public void collectGarbage() {
    turnsTaken = 0;
    session.ask("gc", 1, null);
  }

  @Override
  public List<Observation> observations() {
    return List.copyOf(observations);
  }

  /** Nothing is sent: the next world's opening closes this one's ports and channels. */
  @Override
  public void close() {
    open = false;
  }

  @Override
  public String toString() {
    return "world " + number;
  }
}
