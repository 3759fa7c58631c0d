package dev.portspec.oracle;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was run: scripts, one after the other, in the agents of one world.
 *
 * @param links channels between agents that are there before the first script
 * @param steps the scripts, in order, each with how it ended
 */
public record Scenario(List<Link> links, List<CheckResult.Step> steps) {
  /** The agent of the first window. */
  static final String WINDOW = "window";

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

  /** The agents that are there before the first script, in the order of first mention; scripts may start others. */
  Set<String> firstAgents() {
    Set<String> agents = new LinkedHashSet<>();
    for (Link link : links) {
      agents.add(link.from());
      agents.add(link.to());
    }
    Set<String> started = startups();
    steps.stream()
        .map(CheckResult.Step::realm)
        .filter(agent -> started.stream().noneMatch(startup -> isOf(startup, agent)))
        .forEach(agents::add);
    return agents;
  }

  /** The names of the scripts that agents are started with, and of the realms of frames. */
  Set<String> startups() {
    Set<String> names = new LinkedHashSet<>();
    steps.forEach(step -> readStartups(step.script(), names));
    return names;
  }

  private static void readStartups(@Nullable Object tree, Set<String> names) {
    if (tree instanceof List<?> list) {
      list.forEach(element -> readStartups(element, names));
    } else if (tree instanceof Map<?, ?> node) {
      Object started = "frame".equals(node.get("do")) ? node.get("name") : node.get("startup");
      if (started instanceof String name) {
        names.add(name);
      }
      node.values().forEach(value -> readStartups(value, names));
    }
  }

  /** Whether an agent runs that script: it is named as that is, and by its own name where it has one. */
  static boolean isOf(String startup, String agent) {
    return agent.equals(startup) || agent.startsWith(startup + " ");
  }

  /** Whether some script may put an end to an agent. */
  boolean endsAgents() {
    return steps.stream().anyMatch(step -> endsAgents(step.script()));
  }

  private static boolean endsAgents(@Nullable Object tree) {
    if (tree instanceof List<?> list) {
      return list.stream().anyMatch(Scenario::endsAgents);
    } else if (tree instanceof Map<?, ?> node) {
      boolean closes = "close".equals(node.get("member")) && Tree.name("self").equals(node.get("of"));
      return closes || "terminate".equals(node.get("member")) || node.values().stream().anyMatch(Scenario::endsAgents);
    }
    return false;
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
