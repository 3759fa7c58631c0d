package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders the options of a choice so that what the trace shows next is tried first: by the data of a message, by what is
 * posted where that is shown, and by what tasks of the same source showed first in the runs so far. It decides how
 * long the search takes, never what it finds.
 */
final class Guide {
  /** What a task showed that showed nothing. */
  private static final String SILENT = "";

  private final Follower follower;
  private final Given given;
  private final Map<String, String> shownBySource = new HashMap<>();
  private final Map<String, Integer> scripts = new HashMap<>();
  private @Nullable String running;

  Guide(Follower follower, Given given) {
    this.follower = follower;
    this.given = given;
  }

  void beginRun() {
    running = null;
    scripts.clear();
  }

  /** A task begins; if the one before has shown nothing yet, it was silent. */
  void runs(Task task) {
    if (running != null) {
      shownBySource.put(running, SILENT);
    }
    running = source(task);
    if (task.isScript()) {
      scripts.merge(running, 1, Integer::sum);
    }
  }

  void observed(Observation observation) {
    if (running != null) {
      shownBySource.put(running, Given.kindOf(observation));
      running = null;
    }
  }

  /** Candidates among the options by their numbers, the most promising first. */
  List<Integer> order(List<Task> options, List<Integer> candidates) {
    List<Integer> order = new ArrayList<>(candidates);
    order.sort(Comparator.comparingInt(index -> -promise(options.get(index))));
    return order;
  }

  private int promise(Task option) {
    Given.Line next = follower.next(option.agent());
    String shown = shownBySource.get(source(option));
    if (SILENT.equals(shown)) {
      return 0;
    }
    if (next == null) {
      return shown == null ? -1 : -4;
    }
    int byData = option.about().isEmpty() || next.data() == null ? 0 : option.about().equals(next.data()) ? 2 : -8;
    int bySource = shown == null ? 0 : shown.equals(next.kind()) ? 4 : -4;
    return byData + bySource + (leadsOn(option) ? 1 : 0);
  }

  /** Whether a message is posted by who takes that of the task, and shown next. */
  private boolean leadsOn(Task option) {
    return given.consequences(option.about()).stream().anyMatch(this::isNext);
  }

  private boolean isNext(String data) {
    return given.agents().stream().map(follower::next).anyMatch(line -> line != null && data.equals(line.data()));
  }

  /** Scripts are told apart by their number, as each is another. */
  private String source(Task task) {
    String source = task.source();
    return task.isScript() ? source + " " + scripts.getOrDefault(source, 0) : source;
  }
}
