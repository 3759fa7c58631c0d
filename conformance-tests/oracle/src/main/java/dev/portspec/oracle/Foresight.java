package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.oracle.Effects.Effect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a choice between tasks what need not be tried. Three reasons are enough:
 *
 * <ul>
 *   <li>No continuation can mend it: the message of the task is shown later in the trace, and something else comes
 *       first, so that the task would show it too early, or use it up unseen; or another agent shows it.
 *   <li>The order does not matter: a task that must run some time, and can change places with all that may run before
 *       it, may as well run now, and nothing else need be tried. So agents that only exchange messages are not
 *       interleaved.
 *   <li>It is too late: a message was posted before one that the trace shows before it, and an agent takes the two in
 *       the order of posting.
 * </ul>
 */
final class Foresight {
  private final Follower follower;
  private final Given given;
  private final Payloads payloads;
  private final Effects effects;
  private final boolean agentsAreIndependent;
  private final int scriptsOfLinks;
  private int scripts;
  private @Nullable Task ended;

  Foresight(Scenario scenario, Follower follower, Given given, Payloads payloads) {
    this.follower = follower;
    this.given = given;
    this.payloads = payloads;
    this.effects = new Effects(scenario);
    this.agentsAreIndependent = !scenario.sharesMemory();
    this.scriptsOfLinks = scenario.links().size();
  }

  void beginRun() {
    scripts = 0;
    ended = null;
  }

  /** A task begins; says what it does, as far as is known before. */
  Effect runs(Task task) {
    ended = task;
    if (!task.isScript()) {
      return task.isStart() ? Effect.CHANGES : Effect.NONE;
    }
    scripts++;
    return scripts <= scriptsOfLinks ? Effect.CHANGES : effects.ofScript(scripts - scriptsOfLinks - 1);
  }

  /** Others run inside the task, so that what follows is not its end. */
  void isInterrupted() {
    ended = null;
  }

  /** What the function does that was called, if one was. */
  Effect ofFunction(Observation observation) {
    return observation.kind() == Kind.CALLED ? effects.ofFunction(observation.get("id")) : Effect.NONE;
  }

  /** Departs from the trace if the message of the task that has just ended was to be shown. */
  void checkEnded() {
    Task task = ended;
    if (task != null && payloads.isSingle(task.about())) {
      for (String agent : given.agents()) {
        Integer shown = given.shows(agent, task.about());
        if (shown != null && shown >= follower.position(agent)) {
          follower.depart(task.agent(), "the end of the task that takes the message \"" + task.about() + "\"");
        }
      }
    }
    ended = null;
  }

  /** Which of these tasks to try, by their numbers; never none. */
  List<Integer> candidates(List<Task> options) {
    List<Integer> hopeful = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      if (agentsAreIndependent && isEnough(options.get(i)) || isOutOfOrder(options.get(i))) {
        return List.of(i);
      }
      if (!isTooEarly(options.get(i))) {
        hopeful.add(i);
      }
    }
    return hopeful.isEmpty() ? all(options.size()) : hopeful;
  }

  static List<Integer> all(int size) {
    List<Integer> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(i);
    }
    return all;
  }

  /** Whether a task has to run some time, and can change places with all that may come before it. */
  private boolean isEnough(Task task) {
    int next = scripts - scriptsOfLinks;
    if (task.isStart()) {
      return effects.canStartAtOnce();
    } else if (next < 0 || !effects.isQuiet(task.agent(), next)) {
      return false;
    } else if (task.isScript()) {
      return effects.isSilent(next);
    }
    Given.Line line = follower.next(task.agent());
    return payloads.isSingleAndAlone(task.about())
        && (line == null ? effects.takesAll() : task.about().equals(line.data()) || isBefore(task, line));
  }

  /** Whether a task takes a message that was posted before the one that is shown next, and is taken before it. */
  private boolean isBefore(Task task, Given.Line line) {
    return task.isOfUnshippedPorts()
        && line.data() != null
        && !task.about().equals(line.data())
        && payloads.isSingleAndImplicit(task.about())
        && payloads.isSingleAndImplicit(line.data());
  }

  /** Whether a message is taken before one that the trace shows before it: whatever comes, it is wrong. */
  private boolean isOutOfOrder(Task task) {
    Given.Line line = follower.next(task.agent());
    Integer shown = given.shows(task.agent(), task.about());
    return line != null && shown != null && shown >= follower.position(task.agent()) && isBefore(task, line);
  }

  /** Whether the message of a task is shown, and not next, or by somebody else. */
  private boolean isTooEarly(Task task) {
    if (!payloads.isSingle(task.about())) {
      return false;
    }
    Integer shown = given.shows(task.agent(), task.about());
    if (shown == null) {
      return given.showsAnywhere(task.about());
    }
    Given.Line line = follower.next(task.agent());
    return line != null && shown >= follower.position(task.agent()) && line.data() != null
        && !task.about().equals(line.data());
  }
}
