package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Agents of which each posts to every other and records what comes; one alone has four channels to itself. Or a window
 * and its workers, which answer each message: what they answer has an order among them.
 */
final class Crowd {
  private static final int CHANNELS = 4;

  private Crowd() {}

  static Scenario of(int agents, int messages) {
    return agents == 1 ? alone(messages) : everybodyPosts(agents, messages);
  }

  private static Scenario everybodyPosts(int agents, int messages) {
    Scenario scenario = new Scenario(List.of(), List.of());
    List<CheckResult.Step> steps = new ArrayList<>();
    int posts = Math.max(1, messages / (agents * (agents - 1)));
    for (int i = 0; i < agents; i++) {
      List<Object> listens = new ArrayList<>();
      List<Object> script = new ArrayList<>();
      for (int j = 0; j < agents; j++) {
        if (i != j) {
          listens.add(records(Tree.name(name(j)), name(j), i * agents + j + 1));
          scenario = i < j ? scenario.linked(name(i), name(j)) : scenario;
          for (int k = 0; k < posts; k++) {
            script.add(post(Tree.name(name(j)), name(i) + " to " + name(j) + " " + k));
          }
        }
      }
      steps.add(0, new CheckResult.Step(name(i), listens, ""));
      steps.add(new CheckResult.Step(name(i), script, ""));
    }
    return new Scenario(scenario.links(), steps);
  }

  private static Scenario alone(int messages) {
    List<Object> script = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      script.add(Tree.of("do", "new", "name", "c" + i, "interface", "MessageChannel", "args", List.of()));
      script.add(records(Tree.get("port2", Tree.name("c" + i)), "port " + i, i + 1));
    }
    List<Object> posts = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      posts.add(post(Tree.get("port1", Tree.name("c" + i % CHANNELS)), "m" + i));
    }
    return Scenario.of(
        List.of(new CheckResult.Step("window", script, ""), new CheckResult.Step("window", posts, "")));
  }

  /** A window that posts to so many workers, each in turn, and records what they answer. */
  static Scenario ofWorkers(int workers, int messages) {
    List<Object> starts = new ArrayList<>();
    List<Object> posts = new ArrayList<>();
    for (int i = 1; i <= workers; i++) {
      List<Object> bodies = new ArrayList<>();
      for (int k = 0; k < messages / 2 / workers; k++) {
        Object answer = post(Tree.name("self"), "answer " + k + " of " + i);
        bodies.add(List.of(record("worker " + i), answer));
      }
      bodies.add(List.of());
      Object listens =
          Tree.of("do", "set", "of", Tree.name("self"), "key", "onmessage", "value", function("worker " + i, i, bodies));
      Object startup = Tree.of("startup", "worker" + i, "body", List.of(listens));
      starts.add(Tree.of("do", "new", "name", "w" + i, "interface", "Worker", "args", List.of(startup)));
      starts.add(records(Tree.name("w" + i), "window " + i, workers + i));
    }
    for (int k = 0; k < messages / 2; k++) {
      int worker = 1 + k % workers;
      posts.add(post(Tree.name("w" + worker), "question " + k / workers + " to " + worker));
    }
    return Scenario.of(
        List.of(new CheckResult.Step(Scenario.WINDOW, starts, ""), new CheckResult.Step(Scenario.WINDOW, posts, "")));
  }

  private static String name(int agent) {
    return "agent " + agent;
  }

  private static Object post(Object port, String message) {
    return Tree.of("do", "call", "of", port, "member", "postMessage", "args", List.of(message));
  }

  private static Object records(Object port, String label, int id) {
    Object function = function(label, id, List.of(List.of(record(label))));
    return Tree.of("do", "set", "of", port, "key", "onmessage", "value", function);
  }

  private static Object record(String label) {
    return Tree.of("do", "observe", "label", label, "value", Tree.name("event"));
  }

  private static Object function(String label, int id, List<?> bodies) {
    return Tree.of("function", label, "id", id, "root", true, "params", List.of("event"), "bodies", bodies);
  }

  /** The trace without the message in the middle. */
  static List<Observation> withoutOne(List<Observation> trace) {
    List<Observation> rest = new ArrayList<>(trace);
    int at = trace.size() / 4 * 2;
    rest.subList(at, at + 2).clear();
    return Played.counted(rest);
  }
}
