package dev.portspec.oracle;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws scenarios that are small enough to run in every way: posts, listeners, starts, closes, ports on the move. */
final class SmallScenarios {
  private static final int MOST_ACTIONS = 3;

  private final Random random;
  private int functions;
  private int messages;
  private @Nullable Object next;

  private SmallScenarios(Random random) {
    this.random = random;
  }

  static Scenario draw(Random random, int agents) {
    return new SmallScenarios(random).draw(agents);
  }

  private Scenario draw(int agents) {
    Scenario scenario = new Scenario(List.of(), List.of());
    List<CheckResult.Step> steps = new ArrayList<>();
    List<List<Object>> ports = new ArrayList<>();
    boolean plain = random.nextInt(3) == 0;
    for (int i = 0; i < agents; i++) {
      ports.add(new ArrayList<>());
      for (int j = 0; j < agents; j++) {
        if (i != j) {
          scenario = i < j ? scenario.linked(name(i), name(j)) : scenario;
          ports.get(i).add(Tree.name(name(j)));
        }
      }
      next = i + 1 < agents ? Tree.name(name(i + 1)) : null;
      List<Object> script = new ArrayList<>();
      if (agents == 1 || !plain && random.nextInt(3) == 0) {
        script.add(Tree.of("do", "new", "name", "c", "interface", "MessageChannel", "args", List.of()));
        ports.get(i).add(Tree.get("port1", Tree.name("c")));
        ports.get(i).add(Tree.get("port2", Tree.name("c")));
      }
      for (Object port : ports.get(i)) {
        if (random.nextInt(5) > 0) {
          script.add(listens(port, ports.get(i), plain));
        }
      }
      steps.add(new CheckResult.Step(name(i), script, ""));
    }
    for (int i = random.nextInt(2); i < 3; i++) {
      int agent = random.nextInt(agents);
      List<Object> script = new ArrayList<>();
      for (int k = random.nextInt(MOST_ACTIONS); k >= 0; k--) {
        script.add(plain ? post(any(ports.get(agent))) : action(ports.get(agent), 1));
      }
      steps.add(new CheckResult.Step(name(agent), script, "", random.nextInt(4) == 0));
    }
    return new Scenario(scenario.links(), steps);
  }

  private static String name(int agent) {
    return "agent " + agent;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Object listens(Object port, List<Object> ports, boolean plain) {
    return Tree.of("do", "set", "of", port, "key", "onmessage", "value", plain ? plain() : function(ports));
  }

  /** Shows what comes, and may pass something on, always in the same direction. */
  private Object plain() {
    int id = ++functions;
    List<Object> body = new ArrayList<>();
    body.add(observe(id));
    if (next != null && random.nextInt(3) == 0) {
      body.add(post(next));
    }
    return function(id, List.of(body));
  }

  /** Does something the first time. */
  private Object function(List<Object> ports) {
    int id = ++functions;
    List<Object> shows = random.nextInt(4) > 0 ? List.of(observe(id)) : List.of();
    if (random.nextInt(3) > 0) {
      return function(id, List.of(shows));
    }
    List<Object> acts = new ArrayList<>(shows);
    acts.add(tried(action(ports, 0)));
    return function(id, List.of(acts, shows));
  }

  private Object observe(int id) {
    Object event = Tree.name("e" + id);
    return Tree.of("do", "observe", "label", "f" + id, "value", random.nextBoolean() ? event : Tree.get("data", event));
  }

  private static Object function(int id, List<Object> bodies) {
    return Tree.of("function", "f" + id, "id", id, "root", true, "params", List.of("e" + id), "bodies", bodies);
  }

  private Object action(List<Object> ports, int depth) {
    Object port = any(ports);
    return switch (random.nextInt(8)) {
      case 0 -> tried(call(port, "close"));
      case 1 -> tried(call(port, "start"));
      case 2 -> depth > 0 ? listens(port, ports, false) : post(port);
      case 3 -> depth > 0 ? tried(ship(port, any(ports))) : post(port);
      default -> post(port);
    };
  }

  private static Object tried(Object action) {
    return Tree.of("do", "try", "label", "tried", "body", List.of(action));
  }

  private static Object call(Object port, String member) {
    return Tree.of("do", "call", "of", port, "member", member, "args", List.of());
  }

  private Object post(Object port) {
    boolean same = random.nextInt(6) == 0;
    Object data = same ? "same" : "m" + ++messages;
    return Tree.of("do", "call", "of", port, "member", "postMessage", "args", List.of(data));
  }

  private Object ship(Object port, Object shipped) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("array", List.of(shipped));
    return Tree.of("do", "call", "of", port, "member", "postMessage", "args", List.of("m" + ++messages, list));
  }
}
