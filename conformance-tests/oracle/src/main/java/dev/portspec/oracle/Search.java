package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches the runs of the reference for one that shows the trace: depth first. A run replays the choices of the run
 * before, but for the last that has an alternative, and ends where it departs from the trace; so a choice that comes
 * after a departure is never made.
 *
 * <p><b>Threads:</b> one.
 */
final class Search implements Course {
  private final Follower follower;
  private final Guide guide;
  private final boolean knowsStates;
  private final Progress progress = new Progress();
  private final Set<Long> visited = new HashSet<>();
  private boolean knownState;
  private final List<Choice> choices = new ArrayList<>();
  private int replayed;
  private long tasks;
  private final long mostTasks;

  /**
   * A search.
   *
   * @param knowsStates whether states are remembered: where several agents can take turns in many ways to the same end
   */
  Search(Follower follower, Guide guide, boolean knowsStates, long mostTasks) {
    this.follower = follower;
    this.guide = guide;
    this.knowsStates = knowsStates;
    this.mostTasks = mostTasks;
  }

  /** A choice: the options in the order in which they are tried, and where it was made. */
  private static final class Choice {
    final String what;
    final List<String> options;
    final List<Integer> order;
    final Follower.Place place;
    int tried;

    Choice(String what, List<String> options, List<Integer> order, Follower.Place place) {
      this.what = what;
      this.options = options;
      this.order = order;
      this.place = place;
    }
  }

  /** Begins the next run. */
  void beginRun() {
    replayed = 0;
    knownState = false;
    progress.beginRun();
    guide.beginRun();
    follower.beginRun();
  }

  /** Turns to the last choice that has an alternative; false if there is none. */
  boolean backtrack() {
    while (!choices.isEmpty()) {
      Choice last = choices.get(choices.size() - 1);
      if (++last.tried < last.order.size()) {
        return true;
      }
      choices.remove(choices.size() - 1);
    }
    return false;
  }

  @Override
  public boolean isOver() {
    return follower.departed() || knownState || tasks > mostTasks;
  }

  boolean isExhausted() {
    return tasks > mostTasks;
  }

  long tasks() {
    return tasks;
  }

  private boolean isReplaying() {
    return replayed < choices.size();
  }

  @Override
  public void observed(Observation observation) {
    if (!isOver()) {
      guide.observed(observation);
      if (!isReplaying()) {
        follower.observed(observation);
      }
    }
    if (isOver()) {
      throw new Abandoned();
    }
  }

  @Override
  public void answered(String agent, String asSeen, String now) {
    if (!now.equals(asSeen)) {
      follower.depart(agent, "the end of the script: it " + now);
    }
  }

  @Override
  public void runs(String task) {
    tasks++;
    progress.ran(task);
    guide.runs(task);
  }

  @Override
  public void interferes() {
    progress.interferes("");
  }

  @Override
  public int choose(String what, List<String> options) {
    if (isOver()) {
      return 0;
    }
    boolean ofTasks = options.get(0).indexOf(": ") > 0;
    int taken = isReplaying() ? replay(what, options) : begin(what, options, ofTasks);
    if (!ofTasks) {
      progress.interferes(what + options.get(taken));
    }
    return taken;
  }

  private int begin(String what, List<String> options, boolean ofTasks) {
    if (knowsStates && ofTasks && !visited.add(progress.number())) {
      // all that can come from here was tried already
      knownState = true;
      return 0;
    }
    choices.add(new Choice(what, List.copyOf(options), guide.order(options, ofTasks), follower.place()));
    replayed++;
    return choices.get(choices.size() - 1).order.get(0);
  }

  private int replay(String what, List<String> options) {
    Choice choice = choices.get(replayed++);
    if (!choice.what.equals(what) || !choice.options.equals(options)) {
      throw new IllegalStateException(
          "the scenario is not a function of its choices: asked '%s' of %s, and in the replay '%s' of %s"
              .formatted(choice.what, choice.options, what, options));
    }
    if (!isReplaying()) {
      follower.goTo(choice.place);
    }
    return choice.order.get(choice.tried);
  }

  /** Ends the functions of a run that has departed: what they would still do is of no interest. */
  static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("this run is over", null, false, false);
    }
  }
}
