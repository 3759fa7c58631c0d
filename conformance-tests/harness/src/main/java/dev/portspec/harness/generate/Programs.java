package dev.portspec.harness.generate;

import dev.portspec.harness.World;
import dev.portspec.spi.Capability;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Draws programs of channels and ports: posts, starts, closes, transfers, in tasks and in functions that take messages.
 *
 * <pre>{@code
 * @ConformanceProperty
 * @Verifies("port.delivery.exactly-once")
 * void anyProgramIsLegal(World world, @Generated Draw draw) {
 *   Program program = Programs.claimedBy(world).without(Action.CLOSE).program(draw);
 *   program.run(world);
 *   … world.settle() …
 * }
 * }</pre>
 *
 * <p>A program is a list of steps. Each stands in the task that is being written, or in a function or microtask that
 * was written before; so a counterexample shrinks by leaving out steps, and by simpler actions, places and ports. Any
 * port that was named may be used by any later step, whatever has become of it: closed, detached, on its way, received.
 * Every program comes to an end, and so does every legal run of it.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Programs {
  private final Set<Action> actions;

  private Programs(Set<Action> actions) {
    this.actions = actions;
  }

  /** Programs of every action that the subject of a world claims. */
  public static Programs claimedBy(World world) {
    return claimed(world::claims);
  }

  /** Programs of every action for which these capabilities suffice. */
  public static Programs claimed(Predicate<Capability> claimed) {
    Set<Action> possible = EnumSet.noneOf(Action.class);
    for (Action action : Action.values()) {
      if (action.needs().stream().allMatch(claimed)) {
        possible.add(action);
      }
    }
    return new Programs(possible);
  }

  /** The same, but of none of these actions. */
  public Programs without(Action... unwanted) {
    Set<Action> kept = EnumSet.copyOf(actions);
    kept.removeAll(Arrays.asList(unwanted));
    return new Programs(kept);
  }

  /** What a program may do. */
  public Set<Action> actions() {
    return EnumSet.copyOf(actions);
  }

  /** A program; the simplest does nothing. Takes the lists of the draw up to where it ends. */
  public Program program(Draw draw) {
    ProgramWriter writer = new ProgramWriter(actions, draw);
    draw.listOf(Draw.MOST_ELEMENTS, writer::step);
    return writer.program();
  }

  @Override
  public String toString() {
    return "programs of " + actions;
  }
}
