package dev.portspec.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function that is called with a port, as a {@code PortCollection} does. Its first body is the first call, the second
 * the second, the last one repeats.
 *
 * <p>A body that records nothing is expected exactly once, unless the visitor says otherwise.
 */
public final class Visitor implements Consumer<Port>, Expression {
  private final FunctionText text;
  private final List<Consumer<? super Port>> bodies;

  @SafeVarargs
  @SuppressWarnings("varargs") // copied, and never written to
  Visitor(@Nullable String label, Consumer<? super Port>... bodies) {
    this.bodies = List.of(bodies);
    List<Consumer<String>> recorded = new ArrayList<>();
    for (Consumer<? super Port> body : this.bodies) {
      recorded.add(parameter -> body.accept(new Port(Recorder.current().realm(), parameter)));
    }
    this.text = new FunctionText(label, "p", recorded);
  }

  /** A visitor as it is, anything else as a visitor without a label. */
  static Visitor of(Consumer<? super Port> callback) {
    return callback instanceof Visitor visitor ? visitor : new Visitor(null, callback);
  }

  /** Expects no call at all. */
  public Visitor neverCalled() {
    return called(0);
  }

  /** Expects so many calls. */
  public Visitor called(int times) {
    text.expect(times);
    return this;
  }

  /** Expects any number of calls. */
  public Visitor mayBeCalled() {
    return called(Functions.Expectation.ANY);
  }

  @Override
  public void accept(Port port) {
    bodies.get(0).accept(port);
  }

  @Override
  public Object write(Writing writing) {
    return text.tree(writing.realm());
  }
}
