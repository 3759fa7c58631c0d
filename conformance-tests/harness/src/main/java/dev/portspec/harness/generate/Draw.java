package dev.portspec.harness.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A source of decisions. The simplest decision is always the first one, and a draw that has run dry keeps giving it, so
 * that a shorter or smaller source makes a simpler scenario: that is how counterexamples shrink.
 *
 * <p><b>Threads:</b> one property, one thread.
 */
public final class Draw {
  private final List<Integer> decisions;
  private int next;

  /** A draw over these decisions, none negative. */
  public Draw(List<Integer> decisions) {
    this.decisions = List.copyOf(decisions);
  }

  /** The same decisions from the beginning. */
  Draw fresh() {
    return new Draw(decisions);
  }

  /** A whole number below the bound; 0 is the simplest. */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("nothing to draw from below: " + bound);
    }
    return next < decisions.size() ? decisions.get(next++) % bound : 0;
  }

  /** One of these; the first is the simplest. */
  @SafeVarargs
  public final <T> T oneOf(T... options) {
    return options[below(options.length)];
  }

  /** False is the simplest. */
  public boolean coin() {
    return below(2) == 1;
  }

  /** At most so many of what the element draws; none is the simplest, and each further one is a decision of its own. */
  public <T> List<T> listOf(int most, Function<Draw, T> element) {
    List<T> list = new ArrayList<>();
    while (list.size() < most && next < decisions.size() && below(8) != 0) {
      list.add(element.apply(this));
    }
    return list;
  }

  @Override
  public String toString() {
    return "Draw" + decisions;
  }
}
