package dev.portspec.oracle;

import dev.portspec.harness.inprocess.ScriptedAgents;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.ReferenceRealm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names tasks by their agents as scripts and logs name them, where the reference has names of its own for workers. The
 * start of a worker keeps that, since the agent is known once its script begins.
 */
final class AgentNames implements Chooser {
  private final Chooser chooser;
  private final ScriptedAgents agents;
  private final Map<String, String> known = new HashMap<>();

  AgentNames(Chooser chooser, ScriptedAgents agents) {
    this.chooser = chooser;
    this.agents = agents;
  }

  @Override
  public int choose(String what, List<String> options) {
    return chooser.choose(what, what.equals(NEXT_TASK) ? options.stream().map(this::renamed).toList() : options);
  }

  @Override
  public void runs(String task) {
    chooser.runs(renamed(task));
  }

  @Override
  public void interferes() {
    chooser.interferes();
  }

  private String renamed(String task) {
    int end = task.indexOf(Task.BEFORE_SOURCE);
    String loop = task.substring(0, end);
    String agent = known.get(loop);
    if (agent == null) {
      agents.firstRealms().forEach((name, realm) -> known.put(((ReferenceRealm) realm).agentName(), name));
      agent = known.getOrDefault(loop, loop);
    }
    return agent + task.substring(end);
  }
}
