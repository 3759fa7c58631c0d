package dev.portspec.oracle;

import dev.portspec.harness.run.CheckResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was run: scripts, one after the other, in the agents of one world.
 *
 * @param links channels between agents that are there before the first script
 * @param steps the scripts, in order, each with how it ended
 */
public record Scenario(List<Link> links, List<CheckResult.Step> steps) {
  /** A scenario. */
  public Scenario {
    links = List.copyOf(links);
    steps = List.copyOf(steps);
  }

  /** A scenario in agents that know nothing of each other. */
  public static Scenario of(List<CheckResult.Step> steps) {
    return new Scenario(List.of(), steps);
  }

  /** The same with a channel between two agents: each finds its port under the other's name. */
  public Scenario linked(String agent, String other) {
    List<Link> more = new ArrayList<>(links);
    more.add(new Link(agent, other));
    return new Scenario(more, steps);
  }

  /** Every agent, in the order of first mention. */
  Set<String> agents() {
    Set<String> agents = new LinkedHashSet<>();
    for (Link link : links) {
      agents.add(link.from());
      agents.add(link.to());
    }
    steps.forEach(step -> agents.add(step.realm()));
    return agents;
  }

  /** Whether agents may meet in memory, and not in messages only. */
  boolean sharesMemory() {
    return steps.toString().contains("shared");
  }

  /**
   * A channel between two agents; {@code from} has made it and sent the other end, which is not started.
   *
   * @param from the agent in which the port is kept under the name {@code to}
   * @param to the agent in which the port is kept under the name {@code from}
   */
  public record Link(String from, String to) {}
}
