package dev.portspec.harness;

import dev.portspec.spi.Capability;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what a test does with its handles. Every call appends an action to the innermost open block; when the
 * outermost block closes, it is run as one task. Outside a block, an action is a script of its own.
 *
 * <p><b>Threads:</b> one test, one thread.
 */
final class Recorder {
  /** Runs a script that is complete. */
  interface Runner {
    void run(Realm realm, List<Object> script, Set<Capability> needs);
  }

  private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

  private final Runner runner;
  private final Deque<Block> open = new ArrayDeque<>();
  private final Set<Capability> needs = EnumSet.noneOf(Capability.class);
  private final Functions functions = new Functions();
  private final Set<String> declared = new HashSet<>();
  private int names;

  Recorder(Runner runner) {
    this.runner = runner;
  }

  private record Block(Realm realm, List<Object> actions, @Nullable String parameter, boolean inFunction) {}

  /**
   * The recorder whose block is open on this thread.
   *
   * @throws HarnessException if none is: the test says inside what its words belong
   */
  static Recorder current() {
    Recorder recorder = CURRENT.get();
    if (recorder == null) {
      throw new HarnessException("observe, attempt, repeat, raise, returns and microtask belong inside run(() -> …)");
    }
    return recorder;
  }

  /** Whether a function's body is being recorded on this thread: what is written there is new at each call. */
  static boolean insideFunction() {
    Recorder recorder = CURRENT.get();
    return recorder != null && recorder.open.getFirst().inFunction();
  }

  Functions functions() {
    return functions;
  }

  /** A name that nothing else has. */
  String newName(String prefix) {
    return prefix + ++names;
  }

  /** Notes that a script is to keep something under this name. */
  String declared(String name) {
    declared.add(name);
    return name;
  }

  /** Whether a script was to keep something under this name. */
  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  /** Notes that what is being recorded needs a capability. */
  void need(Capability capability) {
    needs.add(capability);
  }

  /**
   * Refuses what belongs to one agent where another one's script is written: agents share nothing but what they post.
   *
   * @param what the handle or function
   */
  static void checkAgent(Object what, Realm own, Realm where) {
    if (!own.agent().equals(where.agent())) {
      throw new HarnessException(
          "%s of agent '%s' was used in a script of agent '%s'".formatted(what, own.agent(), where.agent()));
    }
  }

  /** Refuses what a realm does in its own scripts where another realm's is written: its global is another one there. */
  void checkRealm(Realm realm) {
    Block block = open.peekFirst();
    if (block != null && !block.realm().name().equals(realm.name())) {
      throw new HarnessException(
          "something of realm '%s' was used in a script of realm '%s', where its global is another one"
              .formatted(realm.name(), block.realm().name()));
    }
  }

  /** Appends an action to the open block, or runs it as a script of its own. */
  void act(Realm realm, Map<String, Object> action) {
    Block block = open.peekFirst();
    if (block == null) {
      send(realm, new ArrayList<>(List.of(action)));
    } else {
      checkAgent("a handle", realm, block.realm());
      block.actions().add(action);
    }
  }

  /** Runs an action that takes a script of its own. */
  void alone(Realm realm, Map<String, Object> action) {
    if (!open.isEmpty()) {
      throw new HarnessException("a frame is loaded in a script of its own, before a run(…) or after it");
    }
    act(realm, action);
  }

  /** Appends an action to the open block. */
  void act(Map<String, Object> action) {
    open.getFirst().actions().add(action);
  }

  /** The realm whose block is open, or else that realm: where what is written now is going to run. */
  Realm here(Realm realm) {
    return open.isEmpty() ? realm : open.getFirst().realm();
  }

  /** The realm whose block is open. */
  Realm realm() {
    return open.getFirst().realm();
  }

  /** Records a block and runs it as one task. */
  void run(Realm realm, Runnable body) {
    if (!open.isEmpty()) {
      throw new HarnessException("a run(…) inside a run(…): one block is one task");
    }
    List<Object> script;
    try {
      script = block(realm, null, false, body);
    } catch (RuntimeException | Error e) {
      needs.clear();
      throw e;
    }
    send(realm, script);
  }

  private void send(Realm realm, List<Object> script) {
    Set<Capability> needed = EnumSet.copyOf(needs);
    needs.clear();
    runner.run(realm, script, needed);
  }

  /** Records the top-level script of a worker: nothing in it is of the block around it. */
  List<Object> script(Realm realm, Runnable body) {
    return block(realm, null, false, body);
  }

  /** Records the body of a {@code try} or {@code repeat}. */
  List<Object> nested(Runnable body) {
    Block outer = open.getFirst();
    return block(outer.realm(), null, outer.inFunction(), body);
  }

  /** Records the body of a function, with the name of its parameter where it has one. */
  List<Object> functionBody(Realm realm, @Nullable String parameter, Runnable body) {
    return block(realm, parameter, true, body);
  }

  private List<Object> block(Realm realm, @Nullable String parameter, boolean inFunction, Runnable body) {
    Block block = new Block(realm, new ArrayList<>(), parameter, inFunction);
    Recorder before = CURRENT.get();
    CURRENT.set(this);
    open.push(block);
    try {
      body.run();
    } finally {
      open.pop();
      CURRENT.set(before);
    }
    return block.actions();
  }

  /** Refuses the argument of a callback outside it. */
  void checkParameter(String parameter) {
    for (Block block : open) {
      if (parameter.equals(block.parameter())) {
        return;
      }
    }
    throw new HarnessException(
        "the argument of a callback was used outside it: keepAs(window.event(\"name\")) keeps it");
  }
}
