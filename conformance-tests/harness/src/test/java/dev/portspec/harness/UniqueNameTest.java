package dev.portspec.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that one world has. */
class UniqueNameTest {
  @Test
  void aNameIsTheSameWithinAWorldAndAnotherInTheNext() {
    World world = World.unopened();
    World next = World.unopened();

    assertThat(world.unique("news")).startsWith("news ").isEqualTo(world.unique("news"));
    assertThat(next.unique("news")).isNotEqualTo(world.unique("news"));
  }
}
