package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What an accessor of the message does: HTML, BroadcastChannel's postMessage, step 3. */
class BroadcastAccessorsTest {

  /** What an accessor throws is thrown by the call, and the channel works as before. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void anExceptionOfAnAccessorIsPassedOn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      Value boom = window.keep(error("RangeError", "boom"));
      observe("boom", boom);
      attempt("refused", () -> sender.postMessage(object().accessor("a", () -> {
        raise(boom);
        return "never";
      })));
      sender.postMessage("next");
    });

    assertThat(world.settle().outcome("refused")).threwSame(world.settle().observed("boom"));
    assertThat(world.settle()).dataOf("message").containsExactly("next");
  }

  /** A post in an accessor comes before the one that it is part of. */
  @Test
  @Verifies("bc.post.serialize-sync")
  void aPostInAnAccessorComesFirst(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      receiver.onmessage(Event::record);
      sender.postMessage(object().accessor("a", () -> {
        sender.postMessage("inner");
        return "outer";
      }));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("inner", object().with("a", "outer"));
  }
}
