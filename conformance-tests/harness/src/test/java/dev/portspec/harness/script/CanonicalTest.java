package dev.portspec.harness.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Different values have different texts. */
class CanonicalTest {
  @Test
  void aStringThatLooksLikeSeveralIsOne() {
    assertThat(Canonical.text(List.of("a\", \"b"))).isNotEqualTo(Canonical.text(List.of("a", "b")));
    assertThat(Canonical.text("a\\\"")).isNotEqualTo(Canonical.text("a\""));
  }

  @Test
  void aStringThatLooksLikeAnythingElseIsAString() {
    assertThat(Canonical.text("null")).isNotEqualTo(Canonical.text(null));
    assertThat(Canonical.text("1")).isNotEqualTo(Canonical.text(1.0));
    assertThat(Canonical.text("-0")).isNotEqualTo(Canonical.text(Tree.number(-0.0)));
    assertThat(Canonical.text(Tree.number(-0.0))).isNotEqualTo(Canonical.text(0.0));
  }

  @Test
  void sharingIsPartOfTheText() {
    Object shared = Tree.of("object", List.of(Tree.of("#", 1, "array", List.of()), Tree.of("ref", 1)));
    Object apart = Tree.of("object", List.of(Tree.of("#", 1, "array", List.of()), Tree.of("#", 2, "array", List.of())));

    assertThat(Canonical.text(shared)).isNotEqualTo(Canonical.text(apart));
  }
}
