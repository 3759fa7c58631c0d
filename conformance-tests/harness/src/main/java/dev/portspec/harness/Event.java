package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.List;

/** A handle of an event: the one that a reaction is called with, one that was made, or one that was kept. */
public final class Event extends Value {
  private final String label;

  Event(Realm realm, Object tree) {
    super(realm, tree);
    this.label = "event";
  }

  /** The event that a reaction is called with. */
  Event(Realm realm, String parameter, String label) {
    super(realm, parameter);
    this.label = label;
  }

  /** Logs the event with all its attributes, under the label of the reaction. */
  public void record() {
    realm.act(Tree.of("do", "observe", "label", label, "value", tree()));
  }

  public Value data() {
    return get("data");
  }

  /** {@code ports[index]}. */
  public Port port(int index) {
    return new Port(realm, Tree.get(index, Tree.get("ports", tree())));
  }

  public Value ports() {
    return get("ports");
  }

  public Value source() {
    return get("source");
  }

  public Target target() {
    return new Target(realm, Tree.get("target", tree()));
  }

  public Value currentTarget() {
    return get("currentTarget");
  }

  public void preventDefault() {
    act("preventDefault", List.of());
  }

  /** Sets {@code returnValue}, a legacy of the web that the Java binding does not have. */
  public void returnValue(boolean value) {
    need(Capability.WEB_IDL);
    set("returnValue", value);
  }

  public void stopPropagation() {
    act("stopPropagation", List.of());
  }

  public void stopImmediatePropagation() {
    act("stopImmediatePropagation", List.of());
  }

  /** {@code initMessageEvent(type)}, the rest as it is by default. */
  public void initMessageEvent(String type) {
    act("initMessageEvent", List.of(type));
  }
}
