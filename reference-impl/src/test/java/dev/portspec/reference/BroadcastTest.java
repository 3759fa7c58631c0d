package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.Accessor;
import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.DOMException;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PortCollection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Broadcast channels and port collections. */
class BroadcastTest {
  private final SimulatedTestWorld world = new SimulatedTestWorld();

  private BroadcastChannel open(String name, String label) {
    return world.run(() -> {
      BroadcastChannel channel = world.window.newBroadcastChannel(name);
      channel.addEventListener("message", world.data(label));
      channel.setOnmessageerror(on(event -> world.log.add(label + event.getType() + event.getOrigin())));
      return channel;
    });
  }

  @Test
  void successivePostsAreSeenInTheOrderOfPostingByTheOldestFirst() {
    BroadcastChannel a = open("n", "a");
    open("n", "b");
    BroadcastChannel d = open("n", "d");
    open("other", "never ");
    world.run(() -> {
      a.postMessage("1");
      d.postMessage("2");
      a.postMessage("3");
      world.window.newBroadcastChannel("n").addEventListener("message", world.data("late "));
      world.log.add("posted");
    });
    world.settle();
    assertThat(world.log).containsExactly("posted", "b1", "d1", "a2", "b2", "b3", "d3");
  }

  @Test
  void closingDropsWhatIsOnItsWayToAChannelAndNotFromIt() {
    BroadcastChannel sender = open("n", "sender");
    open("n", "open ");
    BroadcastChannel closing = open("n", "never ");
    world.run(() -> {
      sender.postMessage("m");
      closing.close();
      closing.close();
      sender.close();
      PlainObject unread = new PlainObject().with("a", (Accessor) () -> world.log.add("read"));
      assertThatThrownBy(() -> sender.postMessage(unread))
          .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
    });
    world.settle();
    assertThat(world.log).containsExactly("open m");
    assertThat(sender.getName()).isEqualTo("n");
  }

  @Test
  void aFailureIsAMessageerrorAtEachDestinationThatFails() {
    List<Object> receipts = new ArrayList<>();
    HostSerializable once = () -> () -> {
      receipts.add(1);
      if (receipts.size() == 1) {
        throw new IllegalStateException("cannot be received");
      }
      return "received";
    };
    BroadcastChannel sender = open("n", "sender");
    open("n", "first ");
    open("n", "second ");
    world.run(() -> sender.postMessage(once));
    world.settle();
    assertThat(world.log).containsExactly("first messageerrorhttps://window.example", "second received");
  }

  @Test
  void aCollectionIsAnOrderedSetThatIsVisitedAsItStands() {
    ReferencePort a = world.channel().getPort1();
    ReferencePort b = world.channel().getPort1();
    world.run(() -> {
      PortCollection collection = world.window.newPortCollection();
      collection.remove(a);
      collection.add(a);
      collection.add(b);
      collection.add(b);
      collection.remove(a);
      collection.add(a);
      collection.iterate(port -> {
        world.log.add(port);
        collection.clear();
      });
      collection.iterate(port -> world.log.add("never"));
      collection.add(a);
      collection.add(b);
      assertThatThrownBy(() -> collection.iterate(port -> {
        world.log.add(port);
        throw new IllegalArgumentException("from the callback");
      })).hasMessage("from the callback");
    });
    assertThat(world.log).containsExactly(b, a, a);
  }
}
