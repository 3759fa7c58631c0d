package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Exceptions of those who receive a message: DOM, "inner invoke", step 11. */
class ExceptionInHandlerTest {

  /** What a handler throws is reported, and reaches neither the sender nor later messages. */
  @Test
  @Verifies({"event.dispatch.exception-reported", "event.dispatch.exception-isolated"})
  void anExceptionOfAHandlerReachesNoOtherMessage(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(reaction("received", event -> raise("boom"), Event::record));
      attempt("first", () -> channel.port1().postMessage("first"));
      attempt("second", () -> channel.port1().postMessage("second"));
    });

    Trace trace = world.settle();
    verifying("event.dispatch.exception-reported", () -> assertThat(trace).reported("boom"));
    verifying(
        "event.dispatch.exception-isolated",
        () -> {
          assertThat(trace.outcome("first")).returned();
          assertThat(trace.outcome("second")).returned();
          assertThat(trace).dataOf("message").containsExactly("second");
        });
  }
}
