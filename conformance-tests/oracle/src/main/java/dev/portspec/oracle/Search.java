package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.oracle.Effects.Effect;
import dev.portspec.reference.Chooser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches the runs of the reference for one that shows the trace: depth first. A run replays the choices of the run
 * before, but for the last that has an alternative, and ends where it departs from the trace; so a choice that comes
 * after a departure is never made. A run ends as well in a state that a run before was in, see {@link Progress}, and
 * what need not be tried is not, see {@link Foresight}.
 *
 * <p><b>Threads:</b> one.
 */
final class Search implements Course {
  private final Follower follower;
  private final Guide guide;
  private final Foresight foresight;
  private final boolean knowsStates;
  private final Progress progress = new Progress();
  private final Set<Long> visited = new HashSet<>();
  private boolean knownState;
  private int furthest = -1;
  private List<Choice> untried = List.of();
  private boolean explaining;
  private final List<Choice> choices = new ArrayList<>();
  private int replayed;
  private long tasks;
  private final long mostTasks;

  Search(Scenario scenario, Follower follower, Guide guide, Foresight foresight, long mostTasks) {
    this.follower = follower;
    this.guide = guide;
    this.foresight = foresight;
    this.knowsStates = !scenario.sharesMemory();
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

    /** This choice without alternatives. */
    Choice alone() {
      return new Choice(what, options, List.of(order.get(tried)), place);
    }
  }

  /** Begins the next run. */
  void beginRun() {
    replayed = 0;
    knownState = false;
    progress.beginRun();
    guide.beginRun();
    foresight.beginRun();
    follower.beginRun();
  }

  /** Turns to the last choice that has an alternative; false if there is none. */
  boolean backtrack() {
    if (follower.furthest() > furthest) {
      furthest = follower.furthest();
      untried = choices.isEmpty() ? List.of() : withWhatWasLeftOut();
    }
    return turn();
  }

  /** The choices so far, and for the last of them the options that were left out. */
  private List<Choice> withWhatWasLeftOut() {
    List<Choice> path = new ArrayList<>(choices);
    Choice last = path.remove(path.size() - 1);
    List<Integer> rest = Foresight.all(last.options.size());
    rest.removeAll(last.order);
    path.replaceAll(Choice::alone);
    path.add(new Choice(last.what, last.options, rest, last.place));
    return rest.isEmpty() ? List.of() : path;
  }

  /**
   * Turns to what was left out at the end of the longest legal prefix: it changes nothing about the answer, and says
   * what else could have come.
   */
  boolean explain() {
    if (explaining) {
      return turn();
    }
    explaining = true;
    choices.clear();
    choices.addAll(untried);
    return !choices.isEmpty();
  }

  private boolean turn() {
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
      progress.does(foresight.ofFunction(observation));
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
  public void runs(String name) {
    tasks++;
    checkEnded();
    Task task = Task.named(name);
    Effect known = foresight.runs(task);
    progress.ran(task, known);
    guide.runs(task);
  }

  private void checkEnded() {
    if (!isReplaying() && !isOver()) {
      foresight.checkEnded();
    }
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
    boolean ofTasks = what.equals(Chooser.NEXT_TASK);
    int taken = isReplaying() ? replay(what, options) : begin(what, options, ofTasks);
    if (!ofTasks && !isOver()) {
      progress.interferes(what + options.get(taken));
    }
    if (what.equals(Chooser.OTHERS_FIRST)) {
      foresight.isInterrupted();
    }
    return taken;
  }

  private int begin(String what, List<String> options, boolean ofTasks) {
    if (ofTasks) {
      checkEnded();
    }
    if (follower.departed() || explaining || knowsStates && ofTasks && !visited.add(progress.number())) {
      // all that can come from here was tried already, or is of no interest
      knownState = true;
      return 0;
    }
    List<Integer> order = ofTasks ? ordered(options) : Foresight.all(options.size());
    choices.add(new Choice(what, List.copyOf(options), order, follower.place()));
    replayed++;
    return order.get(0);
  }

  private List<Integer> ordered(List<String> options) {
    List<Task> named = options.stream().map(Task::named).toList();
    return guide.order(named, foresight.candidates(named));
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
