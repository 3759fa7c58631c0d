package dev.portspec.harness.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A source of decisions. The simplest decision is always the first one, and a draw that has run dry keeps giving it;
 * each element of a list has decisions of its own, so that any element can be left out without a change to the others.
 * That is how counterexamples shrink.
 *
 * <p><b>Threads:</b> one property, one thread.
 */
public final class Draw {
  static final int MOST_ELEMENTS = 30;
  static final int MOST_DECISIONS = 14;
  static final int LARGEST_DECISION = 255;

  private final List<Integer> decisions;
  private final List<List<Integer>> elements;
  private int next;
  private int nextElement;

  /**
   * A draw over these decisions, none negative.
   *
   * @param elements the decisions of each element of the lists that are drawn, in order
   */
  Draw(List<Integer> decisions, List<List<Integer>> elements) {
    this.decisions = List.copyOf(decisions);
    this.elements = List.copyOf(elements);
  }

  /**
   * So many draws without a property engine, which finds no edge cases and shrinks nothing: for tests of properties.
   *
   * @param seed the same draws for the same seed
   */
  public static List<Draw> samples(long seed, int count) {
    Random random = new Random(seed);
    List<Draw> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<List<Integer>> elements = new ArrayList<>();
      // small ones among them, because what is small is explored whole
      int size = random.nextInt(1 + i % (MOST_ELEMENTS + 1));
      for (int j = 0; j < size; j++) {
        elements.add(decisions(random));
      }
      samples.add(new Draw(decisions(random), elements));
    }
    return samples;
  }

  private static List<Integer> decisions(Random random) {
    return random.ints(random.nextInt(MOST_DECISIONS + 1), 0, LARGEST_DECISION + 1).boxed().toList();
  }

  /** The same decisions from the beginning: what was drawn once can be drawn again. */
  public Draw fresh() {
    return new Draw(decisions, elements);
  }

  /**
   * Simpler draws, one step away, those that leave out most first: without half of its elements, without one of them,
   * with fewer decisions, with a smaller one.
   */
  public List<Draw> simpler() {
    List<Draw> simpler = new ArrayList<>();
    for (int part = (elements.size() + 1) / 2; part > 0; part = part == 1 ? 0 : (part + 1) / 2) {
      for (int to = elements.size(); to > 0; to -= part) {
        simpler.add(new Draw(decisions, without(elements, Math.max(0, to - part), to)));
      }
    }
    simplerDecisions(decisions).forEach(fewer -> simpler.add(new Draw(fewer, elements)));
    for (int i = 0; i < elements.size(); i++) {
      for (List<Integer> fewer : simplerDecisions(elements.get(i))) {
        List<List<Integer>> changed = new ArrayList<>(elements);
        changed.set(i, fewer);
        simpler.add(new Draw(decisions, changed));
      }
    }
    return simpler;
  }

  private static <T> List<T> without(List<T> list, int from, int to) {
    List<T> rest = new ArrayList<>(list.subList(0, from));
    rest.addAll(list.subList(to, list.size()));
    return rest;
  }

  private static List<List<Integer>> simplerDecisions(List<Integer> decisions) {
    List<List<Integer>> simpler = new ArrayList<>();
    if (decisions.size() > 1) {
      simpler.add(decisions.subList(0, decisions.size() / 2));
      simpler.add(decisions.subList(0, decisions.size() - 1));
    }
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i) > 0) {
        List<Integer> smaller = new ArrayList<>(decisions);
        smaller.set(i, 0);
        simpler.add(smaller);
      }
    }
    return simpler;
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

  /**
   * At most so many of what the element draws from a draw of its own, which draws no lists; none is the simplest. An
   * element without any decision is left out, so that each can be, wherever it stands.
   */
  public <T> List<T> listOf(int most, Function<Draw, T> element) {
    List<T> list = new ArrayList<>();
    while (list.size() < most && nextElement < elements.size()) {
      List<Integer> own = elements.get(nextElement++);
      if (!own.isEmpty()) {
        list.add(element.apply(new Draw(own, List.of())));
      }
    }
    return list;
  }

  @Override
  public String toString() {
    return "Draw" + decisions + elements;
  }
}
