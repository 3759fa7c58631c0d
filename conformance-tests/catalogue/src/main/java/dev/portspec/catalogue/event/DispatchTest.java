package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.thisValue;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** What a listener sees of its dispatch: DOM, "dispatch" and "inner invoke". */
class DispatchTest {

  /** The phase is AT_TARGET in listeners and in the handler. */
  @Test
  @Verifies("event.dispatch.phase")
  void thePhaseIsAtTarget(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().onmessage(reaction("handler", Event::record));
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().event("listener")).has(attribute("eventPhase", 2));
    assertThat(world.settle().event("handler")).has(attribute("eventPhase", 2));
  }

  /** The path has one element while the event is dispatched, and none afterwards. */
  @Test
  @Verifies("event.dispatch.path")
  void thePathHasOneElementDuringDispatch(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.record();
        event.keepAs(kept);
      }));
      channel.port1().postMessage("m");
    });
    world.settle();
    window.run(() -> observe("later", kept));

    assertThat(world.settle().event("handler")).has(attribute("composedPath", 1));
    assertThat(world.settle().event("later")).has(attribute("composedPath", 0));
  }

  /** That element is the port. */
  @Test
  @Verifies("event.dispatch.path")
  void thePathIsThePort(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().onmessage(event -> observe("path", event.call("composedPath").get(0)));
      observe("port", channel.port2());
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().observed("path")).isSameAs(world.settle().observed("port"));
  }

  /** The port is {@code this} in a listener. */
  @Test
  @Verifies("event.dispatch.this")
  void thePortIsThis(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      untyped();
      channel.port2().addEventListener("message", event -> observe("this", thisValue()));
      observe("port", channel.port2());
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle().observed("this")).isSameAs(world.settle().observed("port"));
  }

  /** stopImmediatePropagation leaves out all that come after, and says nothing for the next message. */
  @Test
  @Verifies("event.dispatch.stop-immediate")
  void stopImmediatePropagationLeavesOutTheRest(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener(
          "message", reaction("stops", Event::stopImmediatePropagation, event -> {}));
      channel.port2().addEventListener("message", reaction("listener", Event::record));
      channel.port2().onmessage(reaction("handler", Event::record));
      channel.port1().postMessage("stopped");
      channel.port1().postMessage("next");
    });

    assertThat(world.settle().by("listener")).dataOf("message").containsExactly("next");
    assertThat(world.settle().by("handler")).dataOf("message").containsExactly("next");
  }

  /** Time stamps are numbers, and those of one sender's messages do not go back. */
  @Test
  @Verifies("event.dispatch.timestamp")
  void timeStampsDoNotGoBack(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().onmessage(reaction("received", Event::record));
      for (int i = 0; i < 5; i++) {
        channel.port1().postMessage("m" + i);
      }
    });

    assertThat(world.settle()).timeStampsInOrder("received");
    assertThat(world.settle()).dataOf("message").containsExactly("m0", "m1", "m2", "m3", "m4");
  }

  /** An event that script made has the time of its construction, which a dispatch does not change. */
  @Test
  @Verifies("event.dispatch.timestamp")
  void anEventOfScriptHasTheTimeOfItsConstruction(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      Event event = window.newEvent("other", object());
      port.addEventListener("other", reaction("dispatched", Event::record));
      observe("made", event);
      observe("made", window.newEvent("other", object()));
      port.dispatchEvent(event);
    });

    Trace trace = world.settle();
    assertThat(trace).timeStampsInOrder("made");
    assertThat(trace.event("dispatched").attribute("timeStamp"))
        .isSameAs(trace.event("made", 0).attribute("timeStamp"));
  }

  /** stopImmediatePropagation() of the event handler keeps the event from the listeners after it. */
  @Test
  @Verifies("event.dispatch.stop-immediate")
  void aHandlerMayStopTheRest(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("before", event -> {}));
      channel.port2().onmessage(reaction("handler", Event::stopImmediatePropagation));
      channel.port2().addEventListener("message", reaction("after", event -> {}).neverCalled());
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("before", 1).called("handler", 1).neverCalled("after");
  }
}
