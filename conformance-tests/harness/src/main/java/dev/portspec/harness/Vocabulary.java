package dev.portspec.harness;

import dev.portspec.api.Hole;
import dev.portspec.api.Undefined;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The words of a check, for static import: actions that need no handle, values, and lists of both. */
public final class Vocabulary {
  private Vocabulary() {}

  // actions

  /** Runs a block and logs how it ended: with what its last action returned, or with what was thrown. */
  public static void attempt(String label, Runnable body) {
    Recorder recorder = Recorder.current();
    recorder.act(Tree.of("do", "try", "label", label, "body", recorder.nested(body)));
  }

  /** Logs a value. */
  public static void observe(String label, @Nullable Object value) {
    Recorder recorder = Recorder.current();
    Map<String, Object> action = Tree.of("do", "observe", "label", label);
    Tree.put(action, "value", new Writing(recorder.realm()).argument(value));
    recorder.act(action);
  }

  /** Says that this block uses arguments or members that the types of Java exclude: it needs a JavaScript realm. */
  public static void untyped() {
    Recorder.current().need(Capability.WEB_IDL);
  }

  /** Says that what this block observes is asked for its realm. */
  public static void tellingRealms() {
    Recorder.current().need(Capability.REALM_OF_OBJECTS);
  }

  /** Logs that this point was reached. */
  public static void mark(String label) {
    observe(label, true);
  }

  /** Throws a value. */
  public static void raise(@Nullable Object value) {
    Recorder recorder = Recorder.current();
    Map<String, Object> action = Tree.of("do", "throw");
    Tree.put(action, "value", new Writing(recorder.realm()).tree(value));
    recorder.act(action);
  }

  /** Ends the function with a value. */
  public static void returns(@Nullable Object value) {
    Recorder recorder = Recorder.current();
    Map<String, Object> action = Tree.of("do", "return");
    Tree.put(action, "value", new Writing(recorder.realm()).argument(value));
    recorder.act(action);
  }

  /** Runs a block so many times; it is given the index, from 0. */
  public static void repeat(int count, Consumer<Value> body) {
    Recorder recorder = Recorder.current();
    recorder.need(Capability.NUMBERS);
    String index = recorder.newName("i");
    List<Object> actions =
        recorder.nested(() -> body.accept(new Value(recorder.realm(), Tree.name(index))));
    recorder.act(Tree.of("do", "repeat", "count", count, "index", index, "body", actions));
  }

  /** Queues a microtask whose run is logged under a label. */
  public static void microtask(String label) {
    microtask(label, () -> {});
  }

  /** Queues a microtask with a body. */
  public static void microtask(String label, Runnable body) {
    Recorder recorder = Recorder.current();
    recorder.need(Capability.MICROTASKS);
    recorder.act(global("queueMicrotask", List.of(function(recorder, label, body))));
  }

  /** Queues a task, {@code setTimeout(f, 0)}, whose run is logged under a label. */
  public static void task(String label, Runnable body) {
    Recorder recorder = Recorder.current();
    recorder.need(Capability.TASKS);
    recorder.act(global("setTimeout", List.of(function(recorder, label, body), 0)));
  }

  /** Collects garbage in the middle of a script; what the script itself still uses may stay. */
  public static void gc() {
    Recorder recorder = Recorder.current();
    recorder.need(Capability.GC);
    recorder.act(global("gc", List.of()));
  }

  private static Map<String, Object> function(Recorder recorder, String label, Runnable body) {
    return new FunctionText(label, null, List.of(ignored -> body.run())).tree(recorder.realm());
  }

  private static Map<String, Object> global(String member, List<Object> args) {
    return Tree.of("do", "call", "of", Tree.name("self"), "member", member, "args", args);
  }

  /** A reaction with a label: its first call runs the first body, and so on; the last repeats. */
  @SafeVarargs
  public static Reaction reaction(String label, Consumer<? super Event>... bodies) {
    return new Reaction(label, bodies);
  }

  /** A function with a label that is called with a port; its bodies are as those of a reaction. */
  @SafeVarargs
  public static Visitor visitor(String label, Consumer<? super Port>... bodies) {
    return new Visitor(label, bodies);
  }

  // lists of arguments

  /** A transfer list. */
  public static Transfer transferring(@Nullable Object... objects) {
    return Transfer.of(objects);
  }

  public static ListenerOption capture() {
    return new ListenerOption("capture", true);
  }

  public static ListenerOption once() {
    return new ListenerOption("once", true);
  }

  public static ListenerOption passive() {
    return new ListenerOption("passive", true);
  }

  public static ListenerOption signal(Value signal) {
    return new ListenerOption("signal", signal);
  }

  // values

  public static Undefined undefined() {
    return Undefined.UNDEFINED;
  }

  /** A missing element, inside {@link #list}. */
  public static Hole hole() {
    return Hole.HOLE;
  }

  /** The serialization of an origin, as a string: what names it as a target. */
  public static OriginLiteral serialized(Origin origin) {
    return new OriginLiteral(origin);
  }

  /** A plain object. */
  public static PlainValue object() {
    return new PlainValue();
  }

  /** An array; one that may hold itself, since elements can be added to the list given. */
  public static Literal list(@Nullable Object... elements) {
    List<@Nullable Object> content = new ArrayList<>(Arrays.asList(elements));
    return new Literal("array", Capability.LISTS_OBJECTS, () -> content);
  }

  /** A Map of keys and values by turns. */
  public static Literal map(@Nullable Object... keysAndValues) {
    List<@Nullable Object> entries = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.add(Arrays.asList(keysAndValues[i], keysAndValues[i + 1]));
    }
    return new Literal("map", Capability.MAP_SET, () -> entries);
  }

  public static Literal set(@Nullable Object... values) {
    List<@Nullable Object> content = Arrays.asList(values);
    return new Literal("set", Capability.MAP_SET, () -> content);
  }

  /** An array of what this list has when it is written: it may have got the array itself by then. */
  public static Literal arrayOf(List<? extends @Nullable Object> elements) {
    return new Literal("array", Capability.LISTS_OBJECTS, () -> elements);
  }

  /** A Map of the pairs that this list has when it is written: key and value, and one of them may be the Map itself. */
  public static Literal mapOf(List<? extends List<? extends @Nullable Object>> entries) {
    return new Literal("map", Capability.MAP_SET, () -> entries);
  }

  /** A Set of what this list has when it is written: it may have got the Set itself by then. */
  public static Literal setOf(List<? extends @Nullable Object> values) {
    return new Literal("set", Capability.MAP_SET, () -> values);
  }

  /** A Date; NaN for an invalid one. */
  public static Literal date(double time) {
    return new Literal("date", Capability.DATE, () -> Double.isNaN(time) ? "NaN" : (Object) time);
  }

  public static Literal regexp(String source, String flags) {
    return new Literal("regexp", Capability.REGEXP, () -> List.of(source, flags));
  }

  /** A wrapper object. */
  public static Literal boxed(Object primitive) {
    return new Literal("boxed", Capability.WRAPPERS, () -> new Scalar(primitive));
  }

  /** A symbol of that description. */
  public static Literal symbol(String description) {
    return new Literal("symbol", Capability.SYMBOLS, () -> description);
  }

  /** An ArrayBuffer of these bytes. */
  public static BufferLiteral bytes(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return new BufferLiteral(content);
  }

  /** A typed array or DataView over a buffer. */
  public static ViewLiteral view(String kind, Object buffer) {
    return new ViewLiteral(kind, buffer);
  }

  /** An Error or one of its kinds, with an own message. */
  public static Literal error(String kind, String message) {
    return new Literal("error", Capability.ERRORS, () -> kind).own("message", message);
  }

  /** An Error or one of its kinds, without an own message. */
  public static Literal error(String kind) {
    return new Literal("error", Capability.ERRORS, () -> kind);
  }

  public static Literal domException(String message, String name) {
    return new Literal("domException", Capability.DOM_EXCEPTION, () -> name).attribute("message", Tree.string(message));
  }

  /** A value that cannot be cloned: it exists everywhere. */
  public static Object uncloneable() {
    return new Node(null, "uncloneable", true);
  }

  /** A value that can be sent and not received. */
  public static Object undeserializable() {
    return new Node(Capability.UNDESERIALIZABLE, "undeserializable", true);
  }

  /** A value that can be sent, not received by the first that tries, and then received as the string "received". */
  public static Object undeserializableOnce() {
    return new Node(Capability.UNDESERIALIZABLE, "undeserializable", "once");
  }

  /** The {@code this} of a function. */
  public static Object thisValue() {
    return new Node(null, "this", true);
  }

  /**
   * The value of a function body in JavaScript, called with these arguments as {@code args}: the one escape, for the few
   * clauses that need source text.
   */
  public static Object js(String body, @Nullable Object... args) {
    return new Source(body, Arrays.asList(args));
  }

  private record Source(String body, List<@Nullable Object> args) implements Expression {
    @Override
    public Object write(Writing writing) {
      writing.need(Capability.JAVASCRIPT);
      return Tree.of("js", body, "args", writing.arguments(args));
    }
  }

  private record Node(@Nullable Capability capability, String kind, Object how) implements Expression {
    @Override
    public Object write(Writing writing) {
      if (capability != null) {
        writing.need(capability);
      }
      return kind.equals("this") ? Tree.name(kind) : Tree.of(kind, how);
    }
  }

  private record Scalar(Object value) implements Expression {
    @Override
    public Object write(Writing writing) {
      Object tree = writing.tree(value);
      return tree == null ? Tree.of("undefined", true) : tree;
    }
  }
}
