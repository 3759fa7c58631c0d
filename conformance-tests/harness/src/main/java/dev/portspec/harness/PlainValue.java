package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plain object written in a test; every property is defined, never assigned. */
public final class PlainValue extends Literal {
  private @Nullable Object prototype;
  private boolean hasPrototype;

  PlainValue() {
    super("object", Capability.LISTS_OBJECTS, List::of);
  }

  /** Adds a property; one of the same key is replaced. */
  public PlainValue with(Object key, @Nullable Object value) {
    property(key, value, false);
    return this;
  }

  /** Adds a property that is not enumerable. */
  public PlainValue hidden(Object key, @Nullable Object value) {
    property(key, value, true);
    return this;
  }

  /** Adds an accessor; its body is a function of the script, and what the supplier gives is what it returns. */
  public PlainValue accessor(Object key, Supplier<? extends @Nullable Object> body) {
    return accessor(key, null, body);
  }

  /** Adds an accessor with a label of its own. */
  @Override
  public PlainValue accessor(Object key, @Nullable String label, Supplier<? extends @Nullable Object> body) {
    super.accessor(key, label, body);
    return this;
  }

  /** Gives it a prototype. */
  public PlainValue prototype(@Nullable Object prototype) {
    this.prototype = prototype;
    this.hasPrototype = true;
    return this;
  }

  /** The same as an init dictionary, which is no message and needs no capability of its own. */
  Map<String, Object> dictionary(Writing writing) {
    return Tree.of("object", dictionaryMembers(writing));
  }

  @Override
  public void fill(Map<String, Object> node, Writing writing) {
    super.fill(node, writing);
    if (hasPrototype) {
      writing.need(Capability.PROPERTY_ATTRIBUTES);
      Tree.put(node, "prototype", prototype == null ? null : writing.tree(prototype));
    }
  }
}
