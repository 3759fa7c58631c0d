package dev.portspec.harness;

import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Graph;
import dev.portspec.harness.generate.Kind;
import dev.portspec.harness.generate.Values;
import dev.portspec.harness.script.Resemblance;
import dev.portspec.harness.trace.Observed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is drawn, what its clone must be, and what is said of one that is otherwise. */
class CloneOfGraphTest {
  private final Values values = Values.claimedBy(World.unopened());

  @Test
  void everyKindIsDrawn() {
    Map<Kind, Integer> drawn = new EnumMap<>(Kind.class);
    for (Draw draw : Draw.samples(1, 500)) {
      values.graph(draw).objects().forEach(kind -> drawn.merge(kind, 1, Integer::sum));
    }

    for (Kind kind : Kind.values()) {
      assertThat(drawn.getOrDefault(kind, 0)).as("%s", kind).matches(times -> !kind.isObject() || times > 20);
    }
  }

  @Test
  void theSameDrawGivesTheSameGraph() {
    List<Draw> others = Draw.samples(1, 100);
    for (Draw draw : Draw.samples(1, 100)) {
      Object again = Literals.tree(values.graph(others.remove(0)).made());
      assertThat(again).isEqualTo(Literals.tree(values.graph(draw).made()));
    }
  }

  @Test
  void nothingButTheChosenKindsIsDrawn() {
    Values some = values.only(Kind.MAP, Kind.DATE);

    assertThat(Draw.samples(2, 300))
        .allSatisfy(draw -> assertThat(some.graph(draw).objects()).isSubsetOf(Kind.MAP, Kind.DATE));
  }

  @Test
  void aRightCloneResemblesItsGraph() {
    for (Draw draw : Draw.samples(3, 500)) {
      Graph graph = values.graph(draw);
      Assertions.assertThat(seen(graph.cloned())).isCloneLike(graph.cloned());
    }
  }

  @Test
  void whatIsWrongIsBlamedOnItsClause() {
    Object shared = object();

    assertThat(wrong(list(shared, shared), list(object(), object()))).containsExactly("sc.ser.shared-identity");
    assertThat(wrong(list(object(), object()), list(shared, shared))).containsExactly("sc.ser.equal-not-merged");
    assertThat(wrong(list(-0.0), list(0.0))).containsExactly("sc.ser.primitives");
    assertThat(wrong(map("a", 1, "b", 2), map("a", 1))).containsExactly("sc.ser.map");
    assertThat(wrong(object().with("a", 1).with("b", 2), object().with("b", 2).with("a", 1)))
        .containsExactly("sc.ser.object-key-order");
    assertThat(wrong(view("Uint8Array", bytes(1, 2)).at(1).length(1), view("Uint8Array", bytes(1, 2)).at(0).length(1)))
        .containsExactly("sc.ser.view-over-buffer");
    assertThat(wrong(bytes(1).max(2), bytes(1))).containsExactly("sc.ser.resizable-kept");
  }

  /** A list of deviations can name it, whatever was drawn. */
  @Test
  void whatIsSeenIsSaidWithoutWhatWasDrawn() {
    assertThatThrownBy(() -> Assertions.assertThat(seen(list(0.0, "x"))).resembles(list(-0.0, "x")))
        .hasMessageContaining("clone, a number")
        .hasMessageContaining("at the clone[0]: expected -0, saw 0")
        .extracting("seen")
        .isEqualTo("clone, a number: another");
  }

  private static List<String> wrong(@Nullable Object expected, @Nullable Object seen) {
    return Resemblance.of(Literals.tree(expected), Literals.tree(seen)).differences().stream()
        .map(Resemblance.Difference::clause)
        .toList();
  }

  private static Observed seen(@Nullable Object literal) {
    return new Observed("clone", "window", Literals.tree(literal));
  }
}
