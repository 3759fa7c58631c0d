package dev.portspec.oracle;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts and functions of a scenario can do to the state of their agent, as far as it can be read off: it
 * says which tasks may change places unnoticed. Whatever is not plain counts as a change.
 */
final class Effects {
  /** What code does, from least to most. */
  enum Effect {
    /** It shows something at most: it can change places with everything but a change. */
    NONE,
    /** It posts as well: it cannot change places with what posts, either. */
    POSTS,
    /** Anything else. */
    CHANGES;

    Effect and(Effect other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private final List<CheckResult.Step> steps;
  private final List<Effect> scripts = new ArrayList<>();
  private final Map<Integer, Effect> functions = new HashMap<>();
  private final Map<String, Effect> functionsOfAgent = new HashMap<>();
  private final Map<String, Integer> lastChange = new HashMap<>();
  private final boolean listenersGo;
  private final Set<String> startups;
  private final boolean agentsHaveOneRealm;
  private final boolean agentsEnd;
  private boolean startsListen = true;

  Effects(Scenario scenario) {
    steps = scenario.steps();
    startups = scenario.startups();
    agentsEnd = scenario.endsAgents();
    agentsHaveOneRealm = !steps.toString().contains("do=frame");
    listenersGo = steps.toString().contains("once");
    for (int i = 0; i < steps.size(); i++) {
      CheckResult.Step step = steps.get(i);
      Effect effect = ofBody(step.script());
      scripts.add(effect);
      readFunctions(step.realm(), step.script());
      if (effect == Effect.CHANGES) {
        lastChange.put(step.realm(), i);
      }
    }
  }

  private void readFunctions(String agent, @Nullable Object tree) {
    if (tree instanceof List<?> list) {
      list.forEach(element -> readFunctions(agent, element));
    } else if (tree instanceof Map<?, ?> node) {
      if (node.containsKey("function") && node.get("id") instanceof Number id) {
        Effect effect = ofFunction(node);
        functions.merge(id.intValue(), effect, Effect::and);
        functionsOfAgent.merge(agent, effect, Effect::and);
      }
      startsListen &= !"SharedWorker".equals(node.get("interface")) && (!node.containsKey("startup") || listens(node));
      String inside = node.get("startup") instanceof String name ? name : agent;
      node.values().forEach(value -> readFunctions(inside, value));
    }
  }

  /** Whether the script of a worker does nothing but set handlers of its global. */
  private static boolean listens(Map<?, ?> startup) {
    return startup.get("body") instanceof List<?> body
        && body.stream().allMatch(
            action -> action instanceof Map<?, ?> node
                && "set".equals(node.get("do"))
                && Tree.name("self").equals(node.get("of"))
                && node.get("value") instanceof Map<?, ?> value
                && value.containsKey("function"));
  }

  private Effect ofFunction(Map<?, ?> function) {
    List<?> bodies = function.get("bodies") instanceof List<?> list ? list : List.of();
    // where there are several, the order of the calls decides
    return bodies.size() == 1 && !listenersGo ? ofBody(bodies.get(0)) : Effect.CHANGES;
  }

  private Effect ofBody(@Nullable Object body) {
    Effect effect = Effect.NONE;
    for (Object action : (List<?>) Objects.requireNonNull(body)) {
      effect = effect.and(ofAction((Map<?, ?>) action));
    }
    return effect;
  }

  private Effect ofAction(Map<?, ?> action) {
    Object kind = String.valueOf(action.get("do"));
    if (kind.equals("observe")) {
      return isRead(action.get("value")) ? Effect.NONE : Effect.CHANGES;
    }
    if (kind.equals("try") || kind.equals("repeat")) {
      return ofBody(action.get("body"));
    }
    boolean post = kind.equals("call") && "postMessage".equals(action.get("member")) && !action.containsKey("name");
    boolean plain = post && isUnordered(action.get("of")) && action.get("args") instanceof List<?> args && args.size() == 1
        && isRead(args.get(0));
    return plain ? Effect.POSTS : Effect.CHANGES;
  }

  /**
   * Whether what is posted to the target of a port has no place among what other agents post: the ports that a worker
   * is started with are not shipped, so theirs has, and any name may be that of one.
   */
  private boolean isUnordered(@Nullable Object port) {
    return isRead(port) && (startups.isEmpty() || port instanceof Map<?, ?> node && isEnd(node.get("get")));
  }

  private static boolean isEnd(@Nullable Object key) {
    return "port1".equals(key) || "port2".equals(key);
  }

  private static boolean isRead(@Nullable Object expression) {
    if (!(expression instanceof Map<?, ?> node)) {
      return !(expression instanceof List<?>);
    }
    return node.containsKey("var") || node.containsKey("get") && isRead(node.get("get")) && isRead(node.get("of"));
  }

  /** What the script with this number does, from 0. */
  Effect ofScript(int number) {
    return scripts.get(number);
  }

  /** Whether that script shows nothing. */
  boolean isSilent(int number) {
    return steps.get(number).script().stream()
        .allMatch(action -> action instanceof Map<?, ?> node && "call".equals(node.get("do")));
  }

  /** What the function with this id does. */
  Effect ofFunction(@Nullable Object id) {
    return id instanceof Number number ? functions.getOrDefault(number.intValue(), Effect.CHANGES) : Effect.CHANGES;
  }

  /** Whether it makes no difference when a worker starts: it only listens then, and takes what came before. */
  boolean canStartAtOnce() {
    return startsListen && !agentsEnd;
  }

  /** Whether what was queued for an agent is taken some time. */
  boolean takesAll() {
    return !agentsEnd;
  }

  /**
   * Whether an agent does nothing any more but show what comes, and post in scripts.
   *
   * @param number of the script that comes next
   */
  boolean isQuiet(String agent, int number) {
    String named = startups.stream().filter(startup -> Scenario.isOf(startup, agent)).findFirst().orElse(agent);
    return agentsHaveOneRealm
        && functionsOfAgent.getOrDefault(named, Effect.NONE) == Effect.NONE
        && lastChange.getOrDefault(agent, -1) < number;
  }
}
