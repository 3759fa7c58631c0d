package dev.portspec.harness;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A function that is called with a port, as a {@code PortCollection} does. */
public final class Visitor extends Callback<Port, Visitor> {
  @SafeVarargs
  @SuppressWarnings("varargs") // copied, and never written to
  Visitor(@Nullable String label, Consumer<? super Port>... bodies) {
    super(label, "p", List.of(bodies));
  }

  /** A visitor as it is, anything else as a visitor without a label. */
  static Visitor of(Consumer<? super Port> callback) {
    return callback instanceof Visitor visitor ? visitor : new Visitor(null, callback);
  }

  @Override
  Port argument(Realm realm, String parameter) {
    return new Port(realm, parameter);
  }

  @Override
  Visitor self() {
    return this;
  }
}
