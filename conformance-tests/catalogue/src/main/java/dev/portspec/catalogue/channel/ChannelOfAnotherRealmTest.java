package dev.portspec.catalogue.channel;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.tellingRealms;

import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Whose the ports of a channel are: HTML, "new MessageChannel()". */
class ChannelOfAnotherRealmTest {
  /** The window calls the constructor of its frame: channel, ports and what they dispatch are of the frame. */
  @Test
  @Verifies("channel.ctor.relevant-realm")
  void thePortsAreOfTheChannelsRealm(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    window.run(() -> {
      tellingRealms();
      Value channel = window.keep(js("return new args[0].MessageChannel()", frame.window()));
      channel.get("port2").asPort().onmessage(event -> {
        observe("event", event);
        observe("data", event.data());
        observe("ports", event.ports());
      });
      observe("port1", channel.get("port1"));
      observe("port2", channel.get("port2"));
      channel.get("port1").asPort().postMessage(object());
    });

    Trace trace = window.settled();
    assertThat(trace.observed("port1")).isOf(frame.inside());
    assertThat(trace.observed("port2")).isOf(frame.inside());
    assertThat(trace.observed("event")).isOf(frame.inside());
    assertThat(trace.observed("data")).isOf(frame.inside());
    assertThat(trace.observed("ports")).isOf(frame.inside());
  }
}
