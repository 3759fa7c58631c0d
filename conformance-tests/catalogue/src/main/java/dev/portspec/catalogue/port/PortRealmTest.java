package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.tellingRealms;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** In which realm what a port dispatches is made: HTML, "message port post message steps". */
class PortRealmTest {
  /** A port of the frame dispatches objects of the frame, to a listener of the window. */
  @Test
  @Verifies("port.post.target-realm")
  void whatAPortDispatchesIsOfItsRealm(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = frame.inside().newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      tellingRealms();
      channel.port2().onmessage(event -> {
        observe("event", event);
        observe("data", event.data());
        observe("ports", event.ports());
        observe("port", event.port(0));
      });
      channel.port1().postMessage(object().with("a", "b"), transferring(listed.port2()));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("event")).isOf(frame.inside());
    assertThat(trace.observed("data")).isOf(frame.inside());
    assertThat(trace.observed("ports")).isOf(frame.inside());
    assertThat(trace.observed("port")).isOf(frame.inside());
  }

  /** A port that the frame received is the frame's, and so is what it dispatches. */
  @Test
  @Verifies("port.post.target-realm")
  void whatAReceivedPortDispatchesIsOfTheReceiver(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Realm inside = frame.inside();
    Channel channel = window.newChannel();
    Port received = inside.port("received");

    inside.run(() -> inside.window().onmessage(event -> event.port(0).keepAs(received)));
    window.run(() -> frame.window().postMessage("a port", "*", transferring(channel.port2())));
    world.settle();
    window.run(() -> {
      tellingRealms();
      received.onmessage(event -> {
        observe("event", event);
        observe("data", event.data());
      });
      channel.port1().postMessage(list("element"));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("event")).isOf(inside);
    assertThat(trace.observed("data")).isOf(inside);
  }
}
