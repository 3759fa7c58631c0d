package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handle of an event target. */
public class Target extends Value {
  Target(Realm realm, Object tree) {
    super(realm, tree);
  }

  /** The argument of a callback. */
  Target(Realm realm, String parameter) {
    super(realm, parameter);
  }

  /** {@code addEventListener(type, listener, options)}. */
  public final void addEventListener(
      String type, @Nullable Consumer<? super Event> listener, ListenerOption... options) {
    List<@Nullable Object> args = new ArrayList<>(Arrays.asList(type, Reaction.of(listener)));
    if (options.length > 0) {
      args.add(new ListenerOption.Dictionary(options));
    }
    act("addEventListener", args);
  }

  /** {@code removeEventListener(type, listener, options)}. */
  public final void removeEventListener(
      String type, @Nullable Consumer<? super Event> listener, ListenerOption... options) {
    List<@Nullable Object> args = new ArrayList<>(Arrays.asList(type, Reaction.of(listener)));
    if (options.length > 0) {
      args.add(new ListenerOption.Dictionary(options));
    }
    act("removeEventListener", args);
  }

  /** {@code dispatchEvent(event)}; the result is what it returned. */
  public final Value dispatchEvent(Value event) {
    need(Capability.SYNTHETIC_EVENTS);
    return call("dispatchEvent", event);
  }

  /** Sets an event handler attribute: {@code target.on("message", handler)}. */
  public final void on(String type, @Nullable Consumer<? super Event> handler) {
    set("on" + type, Reaction.of(handler));
  }

  /** Sets an event handler attribute to a value that is no object, which the types of Java exclude. */
  public final void onValue(String type, String value) {
    need(Capability.WEB_IDL);
    set("on" + type, value);
  }

  /** Reads an event handler attribute. */
  public final Value on(String type) {
    need(Capability.HANDLER_GET);
    return new Value(realm, Tree.get("on" + type, tree()));
  }

  /** Sets {@code onmessage}. */
  public final void onmessage(@Nullable Consumer<? super Event> handler) {
    on("message", handler);
  }

  /** Reads {@code onmessage}. */
  public final Value onmessage() {
    return on("message");
  }

  /** Sets {@code onerror}, where the target has it. */
  public final void onerror(@Nullable Consumer<? super Event> handler) {
    on("error", handler);
  }

  /** Sets {@code onmessageerror}. */
  public final void onmessageerror(@Nullable Consumer<? super Event> handler) {
    need(Capability.ONMESSAGEERROR);
    on("messageerror", handler);
  }

  /** Reads {@code onmessageerror}. */
  public final Value onmessageerror() {
    need(Capability.ONMESSAGEERROR);
    return on("messageerror");
  }

  /** {@code postMessage(message)}, where the target has it. */
  public final void postMessage(@Nullable Object message) {
    actPost(Arrays.asList(message));
  }

  /** {@code postMessage(message, transfer)}, in the form that the transfer says. */
  public final void postMessage(@Nullable Object message, Transfer transfer) {
    transfer.need(realm.recorder());
    actPost(Arrays.asList(message, transfer));
  }
}
