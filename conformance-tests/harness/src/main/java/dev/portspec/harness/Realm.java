package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handle of a realm: runs blocks in it, and makes the objects that a test is about. */
public final class Realm {
  private final World world;
  private final String agent;
  private final String name;

  Realm(World world, String agent, String name) {
    this.world = world;
    this.agent = agent;
    this.name = name;
  }

  public String name() {
    return name;
  }

  String agent() {
    return agent;
  }

  World world() {
    return world;
  }

  Recorder recorder() {
    return world.recorder();
  }

  Writing writing() {
    return new Writing(recorder().here(this));
  }

  void act(Map<String, Object> action) {
    recorder().act(this, action);
  }

  /** Runs a block as one task, and returns when that task and its microtasks have ended. */
  public void run(Runnable block) {
    recorder().run(this, block);
  }

  /** Runs a block as one task under {@code attempt}. */
  public void attempt(String label, Runnable block) {
    run(() -> Vocabulary.attempt(label, block));
  }

  /** What was seen, once everything has come to rest. */
  public Trace settled() {
    return world.settle().of(name);
  }

  // objects

  public Channel newChannel() {
    return new Channel(this, construct("c", "MessageChannel", List.of()));
  }

  /** An ArrayBuffer of so many zeros. */
  public Buffer newArrayBuffer(int byteLength) {
    return keep(Vocabulary.bytes(new int[byteLength])).asBuffer();
  }

  /** {@code new MessageEvent(type, init)}. */
  public Event newMessageEvent(String type, PlainValue init) {
    recorder().need(Capability.SYNTHETIC_EVENTS);
    return new Event(this, construct("e", "MessageEvent", List.of(type, new Dictionary(init))));
  }

  /** {@code new MessageEvent(type)}. */
  public Event newMessageEvent(String type) {
    recorder().need(Capability.SYNTHETIC_EVENTS);
    return new Event(this, construct("e", "MessageEvent", List.of(type)));
  }

  /** {@code new Event(type, init)}. */
  public Event newEvent(String type, PlainValue init) {
    recorder().need(Capability.SYNTHETIC_EVENTS);
    return new Event(this, construct("e", "Event", List.of(type, new Dictionary(init))));
  }

  /** {@code document}. */
  public Value document() {
    recorder().need(Capability.DOCUMENT);
    recorder().need(Capability.WEB_IDL);
    return global().get("document");
  }

  /** {@code document.createEvent(type)}: an event that is not initialized. */
  public Event createEvent(String type) {
    return new Event(this, document().call("createEvent", type).tree());
  }

  /** {@code new BroadcastChannel(name)}, with the name made {@linkplain World#unique unique} to this world. */
  public BroadcastHandle newBroadcastChannel(String name) {
    return newBroadcastChannelNamed(world.unique(name));
  }

  /** {@code new BroadcastChannel(name)}, with just that name: channels of other worlds may have it too. */
  public BroadcastHandle newBroadcastChannelNamed(String name) {
    recorder().need(Capability.BROADCAST_CHANNEL);
    return new BroadcastHandle(this, construct("b", "BroadcastChannel", List.of(name)));
  }

  /**
   * {@code new Worker(script)}.
   *
   * @param script the worker's top-level script, recorded at once: it is given the worker's global, and can use
   *     nothing of this realm
   */
  public WorkerHandle newWorker(Consumer<? super WorkerGlobal> script) {
    Realm inside = world.newRealm("worker");
    List<Object> body = recorder().script(inside, () -> script.accept(new WorkerGlobal(inside)));
    return worker(inside, new Startup(inside.name(), body));
  }

  /** {@code new Worker(script)}, of a script that cannot be loaded. */
  public WorkerHandle newWorkerOfNothing() {
    Realm inside = world.newRealm("worker");
    return worker(inside, new Startup(inside.name(), null));
  }

  /** The script of shared workers, recorded at once. */
  public SharedScript sharedScript(Consumer<? super SharedWorkerGlobal> script) {
    Realm inside = world.newRealm("shared");
    List<Object> body = recorder().script(inside, () -> script.accept(new SharedWorkerGlobal(inside)));
    return new SharedScript(new Startup(inside.name(), body));
  }

  /** The script of shared workers, which cannot be loaded. */
  public SharedScript sharedScriptOfNothing() {
    return new SharedScript(new Startup(world.newRealm("shared").name(), null));
  }

  /** {@code new SharedWorker(script)}. */
  public SharedWorkerHandle newSharedWorker(SharedScript script) {
    return newSharedWorker(script, "");
  }

  /** {@code new SharedWorker(script, name)}. */
  public SharedWorkerHandle newSharedWorker(SharedScript script, String name) {
    recorder().need(Capability.SHARED_WORKERS);
    List<Object> args = name.isEmpty() ? List.of(script.startup()) : List.of(script.startup(), name);
    Realm inside = world.realm(name.isEmpty() ? script.startup().name() : script.startup().name() + " " + name);
    return new SharedWorkerHandle(this, construct("s", "SharedWorker", args), inside);
  }

  private WorkerHandle worker(Realm inside, Startup startup) {
    recorder().need(agent.equals(World.WINDOW) ? Capability.WORKERS : Capability.NESTED_WORKERS);
    return new WorkerHandle(this, construct("w", "Worker", List.of(startup)), inside);
  }

  /**
   * A frame in this realm's window with a document of that origin, which is loaded in a script of its own. With the
   * origin of this realm it is another realm of the same agent; else it has an agent of its own.
   */
  public FrameHandle newFrame(Origin origin) {
    return frame(origin, null);
  }

  FrameHandle frame(Origin origin, @Nullable Object navigated) {
    if (!agent.equals(World.WINDOW)) {
      throw new HarnessException("the frames of a frame of another origin are not in the language");
    }
    recorder().need(Capability.FRAMES);
    if (origin != Origin.SAME) {
      recorder().need(Capability.ORIGINS);
    }
    String made = recorder().newName("frame");
    Map<String, Object> action = Tree.of("do", "frame", "name", made, "origin", OriginLiteral.name(origin));
    if (navigated != null) {
      action.put("of", navigated);
    }
    recorder().alone(this, action);
    Realm inside = origin == Origin.SAME ? new Realm(world, agent, made) : world.realm(made);
    return new FrameHandle(this, Tree.name(made), inside);
  }

  /** The window of this realm, as its own scripts hold it. */
  public WindowHandle window() {
    recorder().need(Capability.FRAMES);
    return new WindowHandle(this, Tree.name("self"));
  }

  /** {@code parent}, the window that contains this realm's. */
  public WindowHandle parent() {
    recorder().need(Capability.FRAMES);
    return new WindowHandle(this, Tree.get("parent", Tree.name("self")));
  }

  /** {@code new PortCollection()}. */
  public PortCollectionHandle newPortCollection() {
    recorder().need(Capability.PORT_COLLECTION);
    return new PortCollectionHandle(this, construct("pc", "PortCollection", List.of()));
  }

  /** Objects that are to be watched, held weakly. */
  public Watched newWatched() {
    return new Watched(this);
  }

  Object newWeakReference(Value object) {
    recorder().need(Capability.GC);
    return construct("w", "WeakRef", List.of(object));
  }

  /** {@code new AbortController()}. */
  public Abort newAbortController() {
    recorder().need(Capability.LISTENER_OPTIONS);
    return new Abort(this, construct("a", "AbortController", List.of()));
  }

  /** {@code structuredClone(value)}. */
  public Value structuredClone(@Nullable Object value) {
    recorder().need(Capability.STRUCTURED_CLONE);
    return global().call("structuredClone", value);
  }

  /** {@code structuredClone(value, {transfer})}. */
  public Value structuredClone(@Nullable Object value, Transfer transfer) {
    recorder().need(Capability.STRUCTURED_CLONE);
    Transfer options = transfer.asOptions();
    transfer.need(recorder());
    return global().call("structuredClone", value, options);
  }

  /** {@code new type(…args)} with any arguments, or none, of any interface: what the types of Java exclude. */
  public Value construct(String type, @Nullable Object... args) {
    recorder().need(Capability.WEB_IDL);
    return new Value(this, construct("o", type, Arrays.asList(args)));
  }

  private Object construct(String prefix, String type, List<?> args) {
    recorder().checkRealm(this);
    String made = recorder().newName(prefix);
    act(Tree.of("do", "new", "name", made, "interface", type, "args", writing().trees(new ArrayList<>(args))));
    return Tree.name(made);
  }

  // names

  /** One object for several actions. */
  public Value keep(Object literal) {
    String kept = recorder().newName("v");
    Map<String, Object> action = Tree.of("do", "let", "name", kept);
    Tree.put(action, "value", writing().tree(literal));
    act(action);
    return new Value(this, Tree.name(kept));
  }

  /** Drops the names of handles, so that nothing of the harness keeps their objects alive. */
  public void forget(Value... handles) {
    for (Value handle : Arrays.asList(handles)) {
      act(Tree.of("do", "let", "name", ((Map<?, ?>) handle.tree()).get("var")));
    }
  }

  /** Declares a handle for a port that a script will keep under that name. */
  public Port port(String name) {
    return new Port(this, Tree.name(recorder().declared(name)));
  }

  /** Declares a handle for an event that a script will keep under that name. */
  public Event event(String name) {
    return new Event(this, Tree.name(recorder().declared(name)));
  }

  /** Declares a handle for a value that a script will keep under that name. */
  public Value value(String name) {
    return new Value(this, Tree.name(recorder().declared(name)));
  }

  /** {@code self.origin}, the serialization of the origin. */
  public Value origin() {
    return global().get("origin");
  }

  /** The global object. */
  public Target global() {
    return new Target(this, Tree.name("self"));
  }

  /** An init dictionary: an object literal that is no message and needs no capability of its own. */
  private record Dictionary(PlainValue init) implements Expression {
    @Override
    public Object write(Writing writing) {
      return init.dictionary(writing);
    }
  }
}
