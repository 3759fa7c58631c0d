package dev.portspec.harness;

import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.trace.Observed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions on several values. */
public final class DataAssert {
  private final String what;
  private final List<Observed> values;

  DataAssert(String what, List<Observed> values) {
    this.what = what;
    this.values = values;
  }

  /** Exactly these, in this order; each may be a literal. */
  public void containsExactly(@Nullable Object... expected) {
    List<String> literals = new ArrayList<>();
    for (Object literal : expected) {
      literals.add(Canonical.text(Literals.tree(literal)));
    }
    Judge.equal(what, literals, texts());
  }

  /** The whole numbers from 0, so many, in order. */
  public void containsExactlyUpTo(int count) {
    List<@Nullable Object> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expected.add(i);
    }
    containsExactly(expected.toArray());
  }

  /** Exactly these, in any order. */
  public void containsExactlyInAnyOrder(@Nullable Object... expected) {
    List<String> literals = new ArrayList<>();
    Arrays.asList(expected).forEach(literal -> literals.add(Canonical.text(Literals.tree(literal))));
    literals.sort(null);
    List<String> seen = new ArrayList<>(texts());
    seen.sort(null);
    Judge.equal(what + ", sorted", literals, seen);
  }

  /** Exactly these, in any order but this one. */
  public void containsExactlyInAnotherOrderThan(@Nullable Object... order) {
    containsExactlyInAnyOrder(order);
    List<String> literals = new ArrayList<>();
    Arrays.asList(order).forEach(literal -> literals.add(Canonical.text(Literals.tree(literal))));
    Judge.that(what, !literals.equals(texts()), "another order than " + literals, "that order");
  }

  /** So many. */
  public void hasSize(int size) {
    Judge.equal("number of " + what, size, values.size());
  }

  public void isEmpty() {
    Judge.equal(what, List.of(), texts());
  }

  private List<String> texts() {
    return values.stream().map(Observed::text).toList();
  }
}
