package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** A caller cannot tell whether there is a partner: HTML, the note at the end of "message port post message steps". */
class PartnerNotRevealedTest {

  /** Outcomes, getter calls and detachments are the same with a partner and without. */
  @Test
  @Verifies("port.post.entanglement-not-leaked")
  void aPostLooksTheSameWithAndWithoutPartner(World world) {
    Realm window = world.window();
    Channel open = window.newChannel();
    Channel closed = window.newChannel();

    window.run(() -> closed.port2().close());
    post(window, open, "open");
    post(window, closed, "closed");

    Trace trace = world.settle();
    for (String which : new String[] {"open", "closed"}) {
      assertThat(trace.outcome(which + ": good")).returned();
      assertThat(trace).called(which + ": getter", 1);
      assertThat(trace.outcome(which + ": listed again")).threw(DATA_CLONE_ERROR);
      assertThat(trace.outcome(which + ": bad")).threw(DATA_CLONE_ERROR);
      assertThat(trace.outcome(which + ": itself")).threw(DATA_CLONE_ERROR);
    }
  }

  private static void post(Realm window, Channel channel, String which) {
    Channel other = window.newChannel();
    window.run(() -> {
      attempt(which + ": good", () -> channel.port1().postMessage(
          object().accessor("a", which + ": getter", () -> "read"), transferring(other.port1())));
      attempt(which + ": listed again", () -> channel.port1().postMessage("m", transferring(other.port1())));
      attempt(which + ": bad", () -> channel.port1().postMessage(uncloneable()));
      attempt(which + ": itself", () -> channel.port1().postMessage("m", transferring(channel.port1())));
    });
  }
}
