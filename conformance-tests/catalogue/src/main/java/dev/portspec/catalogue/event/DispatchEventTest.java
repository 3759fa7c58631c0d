package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Events that script dispatches: DOM, {@code dispatchEvent(event)}. */
class DispatchEventTest {

  /** The listeners have run when the call returns, also on a port that was never started. */
  @Test
  @Verifies("event.synthetic.sync")
  void listenersRunBeforeTheCallReturns(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.addEventListener("message", reaction("listener", event -> {}));
      mark("before");
      port.dispatchEvent(window.newMessageEvent("message", object()));
      mark("after");
    });

    assertThat(world.settle()).marks("before", "listener", "after");
  }

  /** A closed port dispatches events of script all the same. */
  @Test
  @Verifies("port.close.events-still-dispatchable")
  void aClosedPortDispatchesEventsOfScript(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler", event -> {}));
      port.close();
      port.dispatchEvent(window.newMessageEvent("message", object()));
      mark("after");
    });

    assertThat(world.settle()).marks("handler", "after");
  }

  /** A message that waits is not dispatched by it, and arrives when the port is started. */
  @Test
  @Verifies("event.synthetic.sync")
  void aWaitingMessageIsNotDispatchedByIt(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("waiting");
      channel.port2().addEventListener("other", reaction("other", event -> {}));
      channel.port2().dispatchEvent(window.newEvent("other", object()));
      mark("after");
    });
    world.settle();
    channel.port2().onmessage(reaction("handler", Event::record));

    assertThat(world.settle()).dataOf("message").containsExactly("waiting");
    assertThat(world.settle()).marks("other", "after", "handler");
  }

  /** What a script makes and dispatches is not trusted. */
  @Test
  @Verifies("event.synthetic.untrusted")
  void anEventOfScriptIsNotTrusted(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      port.onmessage(reaction("handler", Event::record));
      port.dispatchEvent(window.newMessageEvent("message", object()));
    });

    assertThat(world.settle().event("handler")).has(attribute("isTrusted", false));
  }

  /** What a script dispatches again is not trusted any more. */
  @Test
  @Verifies("event.synthetic.untrusted")
  void aReceivedEventThatIsDispatchedAgainIsNotTrusted(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> event.keepAs(kept), Event::record));
      channel.port1().postMessage("m");
    });
    world.settle();
    window.run(() -> channel.port2().dispatchEvent(kept));

    assertThat(world.settle().event("handler")).has(attribute("isTrusted", false));
  }

  /** The result is false exactly if the event was cancelable and was cancelled. */
  @Test
  @Verifies("event.synthetic.return")
  void theResultSaysWhetherTheEventWasCancelled(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();
    Reaction cancels = reaction("cancels", Event::preventDefault);

    window.run(() -> {
      port.addEventListener("cancelled", cancels);
      port.addEventListener("left alone", reaction("listener", event -> {}));
      observe("cancelled", port.dispatchEvent(window.newEvent("cancelled", object().with("cancelable", true))));
      observe("not cancelable", port.dispatchEvent(window.newEvent("cancelled", object())));
      observe("left alone", port.dispatchEvent(window.newEvent("left alone", object().with("cancelable", true))));
      observe("unheard", port.dispatchEvent(window.newEvent("unheard", object().with("cancelable", true))));
    });

    assertThat(world.settle().observed("cancelled")).isEqualTo(false);
    assertThat(world.settle().observed("not cancelable")).isEqualTo(true);
    assertThat(world.settle().observed("left alone")).isEqualTo(true);
    assertThat(world.settle().observed("unheard")).isEqualTo(true);
    assertThat(world.settle()).called("cancels", 2);
  }
}
