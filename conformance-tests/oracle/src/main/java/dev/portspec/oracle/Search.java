package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.List;

/**
 * Searches the runs of the reference for one that shows the trace: depth first, without any memory of states. A run
 * replays the choices of the run before, but for the last that has an alternative, and ends where it departs from the
 * trace; so a choice that comes after a departure is never made.
 *
 * <p><b>Threads:</b> one.
 */
final class Search implements Course {
  private final Follower follower;
  private final Guide guide;
  private final List<Choice> choices = new ArrayList<>();
  private int replayed;
  private long tasks;
  private final long mostTasks;

  Search(Follower follower, Guide guide, long mostTasks) {
    this.follower = follower;
    this.guide = guide;
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
    return follower.departed() || tasks > mostTasks;
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
    guide.runs(task);
  }

  @Override
  public int choose(String what, List<String> options) {
    if (isOver()) {
      return 0;
    }
    if (isReplaying()) {
      return replay(what, options);
    }
    choices.add(new Choice(what, List.copyOf(options), guide.order(what, options), follower.place()));
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
