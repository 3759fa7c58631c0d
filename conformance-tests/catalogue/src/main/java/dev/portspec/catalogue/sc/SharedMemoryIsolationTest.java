package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.js;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Shared memory where the page is isolated and its frame is not: HTML, StructuredSerializeInternal, step 13. */
class SharedMemoryIsolationTest {
  /** A frame of another origin that was not given the capability cannot send what it can make. */
  @Test
  @Verifies("sc.ser.sab-needs-isolation")
  void aFrameWithoutIsolationCannotShareMemory(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.OTHER);
    Realm inside = frame.inside();
    Channel channel = inside.newChannel();

    window.run(() -> window.keep(bytes(1).shared()));
    inside.run(() -> {
      channel.port2().onmessage(Event::record);
      Value memory = inside.keep(js("return new WebAssembly.Memory({initial: 1, maximum: 1, shared: true}).buffer"));
      attempt("post", () -> channel.port1().postMessage(memory));
      channel.port1().postMessage("after it");
    });

    assertThat(inside.settled().outcome("post")).threw(DATA_CLONE_ERROR);
    assertThat(inside.settled()).dataOf("message").containsExactly("after it");
  }
}
