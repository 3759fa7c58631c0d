package dev.portspec.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Enumerates the legal runs of a scenario: each {@link #next chooser} is for one run in a new world, and whoever
 * enumerates runs the whole scenario with it before asking whether there is another.
 *
 * <p>Every sequence of choices is taken exactly once, those with the fewest departures from the first options first:
 * where there are few, all of them; where there are more than the limit, a systematic part. A run is replayed from a
 * prefix of another run's choices, so the scenario must be a function of its choices: a replay that is asked other
 * questions is an {@link IllegalStateException}.
 *
 * <p><b>Threads:</b> not safe for use by two threads at once.
 */
public final class Enumeration implements Iterator<Chooser> {
  private final int limit;
  private final ArrayDeque<List<Choice>> prefixes = new ArrayDeque<>();
  private @Nullable Run current;
  private int runs;
  private boolean cut;

  private Enumeration(int limit) {
    this.limit = limit;
    prefixes.add(List.of());
  }

  /** Enumerates at most that many runs. */
  public static Enumeration upTo(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("an enumeration has at least one run, not: " + limit);
    }
    return new Enumeration(limit);
  }

  /** Whether there is another run, given the choices of the run before, which is over. */
  @Override
  public boolean hasNext() {
    finishRun();
    return !prefixes.isEmpty() && runs < limit;
  }

  @Override
  public Chooser next() {
    if (!hasNext()) {
      throw new NoSuchElementException("every run was enumerated, or the limit reached: " + limit);
    }
    runs++;
    current = new Run(prefixes.removeFirst());
    return current;
  }

  /** The number of runs so far. */
  public int runs() {
    return runs;
  }

  /** Whether the runs so far are all there are. */
  public boolean exhaustive() {
    finishRun();
    return prefixes.isEmpty() && !cut;
  }

  private void finishRun() {
    if (current == null) {
      return;
    }
    Run run = current;
    current = null;
    if (run.choices.size() < run.prefix.size()) {
      throw new IllegalStateException(
          "the scenario is not a function of its choices: a replay asked %d questions and then not '%s'"
              .formatted(run.choices.size(), run.prefix.get(run.choices.size()).what()));
    }
    for (int depth = run.prefix.size(); depth < run.choices.size(); depth++) {
      Choice choice = run.choices.get(depth);
      for (int option = 1; option < choice.options().size(); option++) {
        if (runs + prefixes.size() >= limit) {
          cut = true;
          return;
        }
        List<Choice> prefix = new ArrayList<>(run.choices.subList(0, depth));
        prefix.add(new Choice(choice.what(), choice.options(), option));
        prefixes.add(prefix);
      }
    }
  }

  private record Choice(String what, List<String> options, int taken) {}

  /** One run: the prefix is replayed, then the first options are taken. */
  private static final class Run implements Chooser {
    private final List<Choice> prefix;
    private final List<Choice> choices = new ArrayList<>();

    Run(List<Choice> prefix) {
      this.prefix = prefix;
    }

    @Override
    public int choose(String what, List<String> options) {
      if (options.size() < 2) {
        throw new IllegalStateException("not a choice, '%s' has too few options: %s".formatted(what, options));
      }
      int taken = 0;
      if (choices.size() < prefix.size()) {
        Choice recorded = prefix.get(choices.size());
        if (!recorded.what().equals(what) || !recorded.options().equals(options)) {
          throw new IllegalStateException(
              ("the scenario is not a function of its choices: question %d was '%s' of %s when it was recorded, and"
                      + " in the replay is '%s' of %s")
                  .formatted(choices.size(), recorded.what(), recorded.options(), what, options));
        }
        taken = recorded.taken();
      }
      choices.add(new Choice(what, List.copyOf(options), taken));
      return taken;
    }

    @Override
    public String toString() {
      return choices.stream().map(choice -> choice.what() + " = " + choice.options().get(choice.taken())).toList()
          .toString();
    }
  }
}
