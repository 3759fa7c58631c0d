package dev.portspec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Data that at most one message has, and that is shown only while that message is dispatched: what shows it says which
 * task that is. There is none where scripts do more with events and messages than can be followed.
 */
final class Payloads {
  /** Makes events, or calls, in a way that is not followed. */
  private static final Set<String> NOT_FOLLOWED =
      Set.of("dispatchEvent", "Event", "MessageEvent", "createEvent", "call", "apply", "bind");

  /** As long as the reference writes out what a message is about. */
  private static final int WRITTEN_OUT = 60;

  private final Map<String, Integer> mentions = new HashMap<>();
  private final Set<String> posted = new HashSet<>();
  private final Set<String> alone = new HashSet<>();
  private final Set<String> implicit = new HashSet<>();
  private final Set<Object> workers = new HashSet<>();
  private final Map<Integer, List<Set<String>>> postedByBodies = new HashMap<>();
  private Set<Object> functionsOfAgent = new HashSet<>();
  private Set<String> postedByBody = new HashSet<>();
  private boolean followed = true;
  private boolean stringsAreData = true;

  Payloads(Scenario scenario) {
    scenario.steps().forEach(step -> read(step.script(), new Place(Set.of(), Set.of(), false, false, false)));
  }

  /**
   * Where a part of a script stands.
   *
   * @param own the parameters of the innermost function
   * @param outer those of the functions around it
   * @param repeated whether it may run more than once
   * @param inWorker whether a worker runs it
   * @param manyAgents whether more than one agent may run it
   */
  private record Place(
      Set<Object> own, Set<Object> outer, boolean repeated, boolean inWorker, boolean manyAgents) {
    Place again() {
      return new Place(own, outer, true, inWorker, manyAgents);
    }

    Place within(List<?> parameters, boolean isRepeated) {
      Set<Object> around = new HashSet<>(outer);
      around.addAll(own);
      return new Place(Set.copyOf(parameters), around, isRepeated, inWorker, manyAgents);
    }

    Place ofStartup() {
      return new Place(own, outer, repeated, true, repeated);
    }
  }

  /** Whether at most one message may have this data, and only its dispatch shows it. */
  boolean isSingle(String data) {
    return followed
        && posted.contains(data)
        && mentions.getOrDefault(data, 0) == 1
        && data.length() < WRITTEN_OUT
        && !isWrittenAsANumber(data);
  }

  /** Whether a string that is shown is the data of the event of the function that shows it. */
  boolean stringsAreData() {
    return followed && stringsAreData;
  }

  /** Whether such a message carries nothing else, no port above all. */
  boolean isSingleAndAlone(String data) {
    return isSingle(data) && alone.contains(data);
  }

  /**
   * Whether such a message goes to a worker or comes from one over its implicit ports: they cannot be sent elsewhere, and
   * an agent takes what comes over all of them in the order in which it was posted.
   */
  boolean isSingleAndImplicit(String data) {
    return isSingle(data) && implicit.contains(data);
  }

  /** The strings that a call of a function posts. */
  Set<String> postedBy(int function, int call) {
    List<Set<String>> bodies = postedByBodies.getOrDefault(function, List.of());
    return bodies.isEmpty() ? Set.of() : bodies.get(Math.min(call, bodies.size()) - 1);
  }

  private static boolean isWrittenAsANumber(String data) {
    return data.isEmpty() || !Character.isLetter(data.charAt(0)) || data.equals("NaN") || data.equals("Infinity");
  }

  private void read(@Nullable Object tree, Place place) {
    if (tree instanceof String text) {
      mentions.merge(text, 1, Integer::sum);
      followed &= !NOT_FOLLOWED.contains(text) && !text.equals("postMessage");
    } else if (tree instanceof List<?> list) {
      list.forEach(element -> read(element, place));
    } else if (tree instanceof Map<?, ?> node) {
      readNode(node, place);
    }
  }

  private void readNode(Map<?, ?> node, Place place) {
    followed &= !node.containsKey("js");
    if (node.containsKey("do")) {
      readAction(node, place);
    } else if (node.get("var") instanceof String name) {
      // an event, or what it came with, goes elsewhere
      followed &= !place.own().contains(name) && !place.outer().contains(name);
    } else if (node.containsKey("function")) {
      readFunction(node, place);
    } else if (node.containsKey("startup")) {
      readStartup(node, place);
    } else if (node.containsKey("get")) {
      read(node.get("get"), place);
      readOwn(node.get("of"), place);
    } else {
      node.values().forEach(value -> read(value, place));
    }
  }

  /** Its last body repeats, and so do the others if it is made again; at its root an agent makes it once. */
  private void readFunction(Map<?, ?> function, Place place) {
    boolean isMadeOnce = Boolean.TRUE.equals(function.get("root")) && !place.manyAgents();
    if (isMadeOnce && !functionsOfAgent.add(id(function))) {
      return;
    }
    List<?> bodies = (List<?>) function.get("bodies");
    for (int i = 0; i < bodies.size(); i++) {
      boolean isRepeated = !isMadeOnce || i == bodies.size() - 1;
      Set<String> around = postedByBody;
      postedByBody = new HashSet<>();
      read(bodies.get(i), place.within((List<?>) function.get("params"), isRepeated));
      postedByBodies.computeIfAbsent(id(function), id -> new ArrayList<>()).add(postedByBody);
      postedByBody = around;
    }
  }

  private static int id(Map<?, ?> function) {
    return ((Number) Objects.requireNonNull(function.get("id"))).intValue();
  }

  /** A script that is read twice starts two agents. */
  private void readStartup(Map<?, ?> startup, Place place) {
    Set<Object> around = functionsOfAgent;
    functionsOfAgent = new HashSet<>();
    read(startup.get("body"), place.ofStartup());
    functionsOfAgent = around;
  }

  private void readAction(Map<?, ?> action, Place place) {
    Object kind = action.get("do");
    if ("call".equals(kind)) {
      readCall(action, place);
    } else if ("observe".equals(kind)) {
      readOwn(action.get("value"), place);
      stringsAreData &= isOfItsEvent(action.get("value"), place);
    } else {
      if ("Worker".equals(action.get("interface"))) {
        workers.add(action.get("name"));
      }
      Place inside = "repeat".equals(kind) ? place.again() : place;
      action.forEach((key, value) -> {
        if (!key.equals("do") && !key.equals("label") && !key.equals("index")) {
          read(value, inside);
        }
      });
    }
  }

  private void readCall(Map<?, ?> call, Place place) {
    readOwn(call.get("of"), place);
    List<?> args = (List<?>) call.get("args");
    if ("postMessage".equals(call.get("member"))) {
      Object message = args.isEmpty() ? null : args.get(0);
      followed &= !(message instanceof Map<?, ?> node && (node.containsKey("var") || node.containsKey("get")));
      if (message instanceof String data) {
        postedByBody.add(data);
      }
      if (message instanceof String data && !place.repeated()) {
        posted.add(data);
        if (isImplicit(call.get("of"), place)) {
          implicit.add(data);
        }
        if (args.size() == 1) {
          alone.add(data);
        }
      }
    } else {
      read(call.get("member"), place);
    }
    read(args, place);
  }

  /** Whether something is posted to a worker by its owner, or by itself to its owner. */
  private boolean isImplicit(@Nullable Object sender, Place place) {
    Object name = sender instanceof Map<?, ?> node ? node.get("var") : null;
    return place.inWorker() && "self".equals(name) || workers.contains(name);
  }

  /** Whether what is shown is no string, or the data of the function's own event. */
  private static boolean isOfItsEvent(@Nullable Object shown, Place place) {
    if (!(shown instanceof Map<?, ?> node)) {
      return !(shown instanceof String);
    }
    Object of = "data".equals(node.get("get")) ? node.get("of") : node;
    boolean ofItsEvent = of instanceof Map<?, ?> event && event.get("var") instanceof String name
        && place.own().contains(name);
    return ofItsEvent || "length".equals(node.get("get")) || node.containsKey("undefined");
  }

  /** Reads an expression that may be a parameter of the innermost function. */
  private void readOwn(@Nullable Object expression, Place place) {
    boolean own = expression instanceof Map<?, ?> node && node.get("var") instanceof String name
        && place.own().contains(name);
    if (!own) {
      read(expression, place);
    }
  }
}
