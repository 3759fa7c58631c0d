package dev.portspec.harness;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A function that is called with an event. */
public final class Reaction extends Callback<Event, Reaction> {
  @SafeVarargs
  @SuppressWarnings("varargs") // copied, and never written to
  Reaction(@Nullable String label, Consumer<? super Event>... bodies) {
    super(label, "e", List.of(bodies));
  }

  /** A reaction as it is, anything else as a reaction without a label; null as null. */
  static @Nullable Reaction of(@Nullable Consumer<? super Event> listener) {
    if (listener == null || listener instanceof Reaction) {
      return (Reaction) listener;
    }
    return new Reaction(null, listener);
  }

  @Override
  Event argument(Realm realm, String parameter) {
    return new Event(realm, parameter, label());
  }

  @Override
  Reaction self() {
    return this;
  }
}
