package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What postMessage returns: HTML, {@code undefined postMessage(…)}. */
class PostMessageResultTest {

  /** It returns nothing, however it is called. */
  @Test
  @Verifies("idl.post.returns-undefined")
  void itReturnsNothing(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      attempt("post", () -> channel.port1().postMessage("m"));
    });

    assertThat(world.settle().outcome("post")).returned(undefined());
    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** It returns nothing with a transfer list, and nothing where nobody can be reached. */
  @Test
  @Verifies("idl.post.returns-undefined")
  void itReturnsNothingInItsOtherForms(World world) {
    Channel channel = world.window().newChannel();
    Channel moved = world.window().newChannel();

    world.window().run(() -> {
      attempt("list", () -> channel.port1().postMessage("m", transferring(moved.port1())));
      attempt("moved", () -> moved.port1().postMessage("m"));
      channel.port1().close();
      attempt("closed", () -> channel.port1().postMessage("m"));
    });

    for (String label : new String[] {"list", "moved", "closed"}) {
      assertThat(world.settle().outcome(label)).returned(undefined());
    }
  }
}
