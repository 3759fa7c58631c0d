package dev.portspec.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function that is called with one argument. Its first body is the first call, the second the second, the last one
 * repeats. One callback is one function, however often it is used.
 *
 * <p>A body that records nothing is expected exactly once, unless the callback says otherwise.
 *
 * @param <T> the handle of its argument
 * @param <S> the callback's own type
 */
public abstract sealed class Callback<T extends Value, S extends Callback<T, S>> implements Consumer<T>, Expression
    permits Reaction, Visitor {
  private final FunctionText text;
  private final List<Consumer<? super T>> bodies;

  /**
   * A function.
   *
   * @param parameterPrefix what the name of its parameter begins with
   */
  Callback(@Nullable String label, String parameterPrefix, List<Consumer<? super T>> bodies) {
    this.bodies = List.copyOf(bodies);
    List<Consumer<String>> recorded = new ArrayList<>();
    for (Consumer<? super T> body : this.bodies) {
      recorded.add(parameter -> body.accept(argument(Recorder.current().realm(), parameter)));
    }
    this.text = new FunctionText(label, parameterPrefix, recorded);
  }

  /** The handle of what a body is called with. */
  abstract T argument(Realm realm, String parameter);

  abstract S self();

  String label() {
    return text.label();
  }

  /** Expects no call at all. */
  public S neverCalled() {
    return called(0);
  }

  /** Expects so many calls. */
  public S called(int times) {
    text.expect(times);
    return self();
  }

  /** Expects any number of calls. */
  public S mayBeCalled() {
    return called(Functions.Expectation.ANY);
  }

  @Override
  public void accept(T argument) {
    bodies.get(0).accept(argument);
  }

  @Override
  public Object write(Writing writing) {
    return text.tree(writing.realm());
  }
}
