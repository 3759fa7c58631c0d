package dev.portspec.oracle;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws scenarios of a window and its workers that are small enough to run in every way: posts over the implicit ports
 * and over one that was sent along, answers, workers that close or are terminated.
 */
final class SmallWorkers {
  private static final Object SELF = Tree.name("self");

  private final Random random;
  private final boolean ends;
  private int functions;
  private int messages;

  private SmallWorkers(Random random) {
    this.random = random;
    this.ends = random.nextInt(3) == 0;
  }

  static Scenario draw(Random random, int workers) {
    return new SmallWorkers(random).draw(workers);
  }

  private Scenario draw(int workers) {
    List<Object> starts = new ArrayList<>();
    starts.add(Tree.of("do", "new", "name", "c", "interface", "MessageChannel", "args", List.of()));
    starts.add(listens(Tree.get("port1", Tree.name("c")), shows()));
    List<CheckResult.Step> steps = new ArrayList<>();
    for (int i = 1; i <= workers; i++) {
      Object startup = Tree.of("startup", "worker" + i, "body", topLevel());
      starts.add(Tree.of("do", "new", "name", "w" + i, "interface", "Worker", "args", List.of(startup)));
      starts.add(listens(Tree.name("w" + i), shows()));
    }
    starts.add(post(Tree.name("w1")));
    steps.add(new CheckResult.Step(Scenario.WINDOW, starts, ""));
    for (int i = random.nextInt(2); i < 2; i++) {
      int worker = 1 + random.nextInt(workers);
      boolean inside = !ends && random.nextInt(3) == 0;
      String agent = inside ? "worker" + worker : Scenario.WINDOW;
      Object action = inside ? post(SELF) : action(Tree.name("w" + worker));
      steps.add(new CheckResult.Step(agent, List.of(action), "", random.nextInt(4) == 0));
    }
    return Scenario.of(steps);
  }

  private List<Object> topLevel() {
    List<Object> body = new ArrayList<>();
    body.add(listens(SELF, random.nextBoolean() ? answers() : shows()));
    if (random.nextInt(3) == 0) {
      body.add(post(SELF));
    }
    return body;
  }

  private Object action(Object worker) {
    return switch (random.nextInt(ends ? 4 : 3)) {
      case 0 -> tried(call(worker, "postMessage", "m" + ++messages, list(Tree.get("port2", Tree.name("c")))));
      case 3 -> call(worker, "terminate");
      default -> post(worker);
    };
  }

  private Map<String, Object> shows() {
    int id = ++functions;
    return function(id, List.of(List.of(observe(id))));
  }

  /** Does something the first time. */
  private Map<String, Object> answers() {
    int id = ++functions;
    boolean closes = ends && random.nextInt(3) == 0;
    Object answer = closes ? call(SELF, "close") : post(SELF);
    return function(id, List.of(List.of(observe(id), answer), List.of(observe(id))));
  }

  private static Object observe(int id) {
    return Tree.of("do", "observe", "label", "f" + id, "value", Tree.get("data", Tree.name("e" + id)));
  }

  private static Map<String, Object> function(int id, List<Object> bodies) {
    return Tree.of("function", "f" + id, "id", id, "root", true, "params", List.of("e" + id), "bodies", bodies);
  }

  private static Object listens(Object target, Object function) {
    return Tree.of("do", "set", "of", target, "key", "onmessage", "value", function);
  }

  private static Object tried(Object action) {
    return Tree.of("do", "try", "label", "tried", "body", List.of(action));
  }

  private Object post(Object target) {
    return call(target, "postMessage", "m" + ++messages);
  }

  private static Object list(Object port) {
    return Tree.of("array", List.of(port));
  }

  private static Object call(Object target, String member, Object... args) {
    return Tree.of("do", "call", "of", target, "member", member, "args", List.of(args));
  }
}
