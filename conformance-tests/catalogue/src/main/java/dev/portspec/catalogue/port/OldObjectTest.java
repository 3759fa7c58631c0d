package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What the object that was left behind can still do: HTML, transferable objects, and message ports. */
class OldObjectTest {

  /** A listener of the old object stays there, and hears nothing of what the new one receives. */
  @Test
  @Verifies("port.xfer.original-keeps-object-state")
  void listenersStayWithTheOldObject(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old listener", Event::record).neverCalled());
      carrier.port2().onmessage(event -> {
        channel.port1().postMessage("to the new port");
        event.port(0).onmessage(reaction("new", Event::record));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("to the new port");
  }

  /** The handlers of a received port are not set, while the old object keeps its own. */
  @Test
  @Verifies("port.xfer.original-keeps-object-state")
  void handlersStayWithTheOldObject(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Reaction handler = reaction("old handler", Event::record).neverCalled();

    window.run(() -> {
      channel.port2().onmessage(handler);
      observe("set", handler);
      carrier.port2().onmessage(event -> {
        observe("new handler", event.port(0).onmessage());
        observe("old handler", channel.port2().onmessage());
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().observed("new handler")).isEqualTo(null);
    assertThat(world.settle().observed("old handler")).isSameAs(world.settle().observed("set"));
  }

  /** The old object is an event target still: an event that a script dispatches reaches its listeners, and no other. */
  @Test
  @Verifies("port.xfer.original-keeps-object-state")
  void theOldObjectStillDispatchesEventsOfScripts(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("message", reaction("old", Event::record));
      carrier.port2().onmessage(event -> {
        event.port(0).addEventListener("message", reaction("new", Event::record));
        channel.port2().dispatchEvent(window.newMessageEvent("message", object().with("data", "at the old")));
        event.port(0).dispatchEvent(window.newMessageEvent("message", object().with("data", "at the new")));
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port2().dispatchEvent(window.newMessageEvent("message", object().with("data", "in flight")));
    });

    assertThat(world.settle().by("old")).dataOf("message").containsExactly("in flight", "at the old");
    assertThat(world.settle().by("new")).dataOf("message").containsExactly("at the new");
  }

  /** Removing a listener from the old object leaves the same listener of the new one alone. */
  @Test
  @Verifies("port.xfer.original-keeps-object-state")
  void removingAListenerFromTheOldObjectDoesNotReachTheNewOne(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Reaction shared = reaction("shared", Event::record);

    window.run(() -> {
      channel.port2().addEventListener("message", shared);
      channel.port1().postMessage("travelled");
      carrier.port2().onmessage(event -> {
        event.port(0).addEventListener("message", shared);
        channel.port2().removeEventListener("message", shared);
        event.port(0).start();
        channel.port1().postMessage("after receipt");
      });
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle().by("shared")).dataOf("message").containsExactly("travelled", "after receipt");
  }

  /** Removing the listener of the old object while the port is in flight loses no message. */
  @Test
  @Verifies("port.xfer.queue-travels")
  void removingAListenerInFlightLosesNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();
    Reaction removed = reaction("removed", Event::record).neverCalled();

    window.run(() -> {
      channel.port2().addEventListener("message", removed);
      channel.port1().postMessage("before");
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      channel.port2().removeEventListener("message", removed);
      channel.port1().postMessage("in flight");
    });
    world.settle();
    carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("new", Event::record)));

    assertThat(world.settle()).dataOf("message").containsExactly("before", "in flight");
  }
}
