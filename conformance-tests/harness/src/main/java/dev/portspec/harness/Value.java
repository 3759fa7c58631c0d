package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle: an expression of a realm, not a value. Reading from it gives another expression; calling and setting
 * record an action.
 */
public class Value implements Expression {
  final Realm realm;
  private final Object tree;
  private final @Nullable String parameter;

  Value(Realm realm, Object tree) {
    this.realm = realm;
    this.tree = tree;
    this.parameter = null;
  }

  /** The argument of a callback, which has this name while the callback is recorded. */
  Value(Realm realm, String parameter) {
    this.realm = realm;
    this.tree = Tree.name(parameter);
    this.parameter = parameter;
  }

  /** The expression; an argument checks here that its callback is open, and a global that its realm's block is. */
  final Object tree() {
    if (parameter != null) {
      realm.recorder().checkParameter(parameter);
    } else if (isOfGlobal(tree)) {
      realm.recorder().checkRealm(realm);
    }
    return tree;
  }

  private static boolean isOfGlobal(@Nullable Object tree) {
    return tree instanceof Map<?, ?> node && (isOfGlobal(node.get("of")) || "self".equals(node.get("var")));
  }

  @Override
  public final Object write(Writing writing) {
    Recorder.checkAgent("a handle", realm, writing.realm());
    return tree();
  }

  /** A property, read anew each time. */
  public final Value get(Object key) {
    return new Value(realm, Tree.get(key(key), tree()));
  }

  /** Calls a method by name; the result has a name of its own. */
  public final Value call(String member, @Nullable Object... args) {
    String name = realm.recorder().newName("r");
    act(member, name, realm.writing().trees(Arrays.asList(args)));
    return new Value(realm, Tree.name(name));
  }

  /** Assigns a property. */
  public final void set(Object key, @Nullable Object value) {
    realm.act(Tree.of("do", "set", "of", tree(), "key", key(key), "value", realm.writing().argument(value)));
  }

  /** Deletes a property. */
  public final void delete(Object key) {
    realm.act(Tree.of("do", "set", "of", tree(), "key", key(key)));
  }

  /** Gives this value, as it is now, the name of a handle that was declared with {@code realm.port("…")} and such. */
  public final void keepAs(Value declared) {
    if (!(declared.tree instanceof Map<?, ?> node && node.get("var") instanceof String name)) {
      throw new HarnessException("keepAs takes a declared handle: realm.port(\"moved\"), realm.value(\"x\")");
    }
    realm.act(Tree.of("do", "let", "name", name, "value", tree()));
  }

  public final Port asPort() {
    return new Port(realm, tree());
  }

  /** As a window: the source of an event, or a window that was kept. */
  public final WindowHandle asWindow() {
    return new WindowHandle(realm, tree());
  }

  public final Buffer asBuffer() {
    return new Buffer(realm, tree());
  }

  /** The expression as a script would have it, such as {@code c1.port1}. */
  @Override
  public final String toString() {
    return inWords(tree);
  }

  private static String inWords(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> node && node.containsKey("get")) {
      Object key = node.get("get");
      return inWords(node.get("of")) + (key instanceof String ? "." + key : "[" + key + "]");
    }
    return tree instanceof Map<?, ?> node && node.get("var") instanceof String name ? name : String.valueOf(tree);
  }

  /** Records a call of a typed method, whose result nobody names. */
  final void act(String member, List<? extends @Nullable Object> args) {
    act(member, null, realm.writing().arguments(args));
  }

  /** Records a post: its first argument is a message, and so a value of the implementation. */
  final void actPost(List<? extends @Nullable Object> args) {
    act("postMessage", null, realm.writing().trees(args));
  }

  final void need(Capability capability) {
    realm.recorder().need(capability);
  }

  private void act(String member, @Nullable String name, List<Object> args) {
    Map<String, Object> action = Tree.of("do", "call", "of", tree(), "member", member, "args", args);
    if (name != null) {
      action.put("name", name);
    }
    realm.act(action);
  }

  private Object key(Object key) {
    return key instanceof Integer ? key : Objects.requireNonNull(realm.writing().tree(key));
  }
}
