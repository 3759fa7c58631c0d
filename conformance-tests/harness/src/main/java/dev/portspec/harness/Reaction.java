package dev.portspec.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function that is called with an event. Its first body is the first call, the second the second, the last one
 * repeats. One reaction is one function, however often it is used.
 *
 * <p>A body that records nothing is expected exactly once, unless the reaction says otherwise.
 */
public final class Reaction implements Consumer<Event>, Expression {
  private final FunctionText text;
  private final List<Consumer<? super Event>> bodies;

  @SafeVarargs
  @SuppressWarnings("varargs") // copied, and never written to
  Reaction(@Nullable String label, Consumer<? super Event>... bodies) {
    this.bodies = List.of(bodies);
    List<Consumer<String>> recorded = new ArrayList<>();
    for (Consumer<? super Event> body : this.bodies) {
      recorded.add(parameter -> body.accept(event(parameter)));
    }
    this.text = new FunctionText(label, "e", recorded);
  }

  /** A reaction as it is, anything else as a reaction without a label; null as null. */
  static @Nullable Reaction of(@Nullable Consumer<? super Event> listener) {
    if (listener == null || listener instanceof Reaction) {
      return (Reaction) listener;
    }
    return new Reaction(null, listener);
  }

  /** Expects no call at all. */
  public Reaction neverCalled() {
    return called(0);
  }

  /** Expects so many calls. */
  public Reaction called(int times) {
    text.expect(times);
    return this;
  }

  /** Expects any number of calls. */
  public Reaction mayBeCalled() {
    return called(Functions.Expectation.ANY);
  }

  @Override
  public void accept(Event event) {
    bodies.get(0).accept(event);
  }

  @Override
  public Object write(Writing writing) {
    return text.tree(writing.realm());
  }

  private Event event(String parameter) {
    return new Event(Recorder.current().realm(), parameter, text.label());
  }
}
