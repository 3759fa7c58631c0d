package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.reference.Chooser;
import java.util.ArrayList;
import java.util.List;

/** A run under any choices, whose observations are taken down. */
final class Recorded implements Course {
  private final Chooser chooser;
  private final List<Observation> trace = new ArrayList<>();

  Recorded(Chooser chooser) {
    this.chooser = chooser;
  }

  static Played run(Scenario scenario, long seed) {
    return run(scenario, Chooser.random(seed));
  }

  static Played run(Scenario scenario, Chooser chooser) {
    Recorded recorded = new Recorded(chooser);
    new Execution(scenario, recorded).run();
    return new Played(scenario, recorded.trace);
  }

  List<Observation> trace() {
    return trace;
  }

  @Override
  public int choose(String what, List<String> options) {
    return chooser.choose(what, options);
  }

  @Override
  public void observed(Observation observation) {
    trace.add(observation);
  }

  @Override
  public void answered(String agent, String asSeen, String now) {
    if (!now.equals(asSeen)) {
      throw new IllegalStateException("a script of %s %s, not %s".formatted(agent, now, asSeen));
    }
  }

  @Override
  public boolean isOver() {
    return false;
  }
}
