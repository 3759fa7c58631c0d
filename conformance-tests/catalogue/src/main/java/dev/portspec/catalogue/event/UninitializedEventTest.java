package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.OutcomeAssert.INVALID_STATE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Events of {@code createEvent}: DOM, {@code dispatchEvent(event)}, step 1. */
class UninitializedEventTest {

  /** An event that was made by createEvent cannot be dispatched before it is initialized, and can afterwards. */
  @Test
  @Verifies("event.synthetic.uninitialized")
  void anEventIsInitializedBeforeItIsDispatched(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      Event created = window.createEvent("Event");
      port.addEventListener("other", reaction("listener", Event::record));
      attempt("too early", () -> port.dispatchEvent(created));
      mark("initializing");
      created.call("initEvent", "other", false, false);
      attempt("in time", () -> port.dispatchEvent(created));
    });

    assertThat(world.settle().outcome("too early")).threw(INVALID_STATE_ERROR);
    assertThat(world.settle().outcome("in time")).returned(true);
    assertThat(world.settle().event("listener")).has(attribute("type", "other"));
    assertThat(world.settle()).marks("initializing", "listener");
  }
}
