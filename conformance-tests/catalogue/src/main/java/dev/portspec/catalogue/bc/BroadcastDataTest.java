package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Each receiver gets a clone of its own: HTML, BroadcastChannel's postMessage, step 9, the task, step 3. */
class BroadcastDataTest {

  /** The clones are equal, and share nothing with each other or with the message. */
  @Test
  @Verifies("bc.task.deserialize-per-destination")
  void eachReceiverGetsAnotherObject(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(event -> observe("first", event.data()));
      second.onmessage(event -> observe("second", event.data()));
      Value message = window.keep(list(object().with("a", "b")));
      observe("message", message);
      sender.postMessage(message);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("first")).isCloneOf(trace.observed("message"));
    assertThat(trace.observed("second")).isCloneOf(trace.observed("message"));
    assertThat(trace.observed("second")).isCloneOf(trace.observed("first"));
  }

  /** What a receiver does to its clone is not seen by the next, nor by the sender. */
  @Test
  @Verifies("bc.task.deserialize-per-destination")
  void aChangeByOneReceiverIsNotSeenByTheNext(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    Value message = window.keep(object().with("a", "sent"));

    window.run(() -> {
      first.onmessage(event -> {
        observe("first", event.data());
        event.data().set("a", "changed");
      });
      second.onmessage(event -> observe("second", event.data()));
      sender.postMessage(message);
    });

    assertThat(world.settle().observed("first")).isEqualTo(object().with("a", "sent"));
    assertThat(world.settle().observed("second")).isEqualTo(object().with("a", "sent"));
    assertThat(message).isEqualTo(object().with("a", "sent"));
  }

  /** Sharing within the message is sharing within each clone. */
  @Test
  @Verifies("bc.task.deserialize-per-destination")
  void eachCloneIsWhole(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");
    PlainValue shared = object().with("a", "b");

    window.run(() -> {
      first.onmessage(event -> observe("first", event.data()));
      second.onmessage(event -> observe("second", event.data()));
      sender.postMessage(list(shared, shared));
    });

    assertThat(world.settle().observed("first")).isEqualTo(list(shared, shared));
    assertThat(world.settle().observed("second")).isEqualTo(list(shared, shared));
  }

  /** A buffer is copied for each, and the sender keeps its own. */
  @Test
  @Verifies("bc.task.deserialize-per-destination")
  void eachReceiverGetsBytesOfItsOwn(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle first = window.newBroadcastChannel("news");
    BroadcastHandle second = window.newBroadcastChannel("news");

    window.run(() -> {
      first.onmessage(event -> observe("first", event.data()));
      second.onmessage(event -> observe("second", event.data()));
      Value buffer = window.keep(bytes(1, 2, 3));
      sender.postMessage(buffer);
      observe("sent", buffer);
    });

    Trace trace = world.settle();
    assertThat(trace.observed("sent")).isEqualTo(bytes(1, 2, 3));
    assertThat(trace.observed("first")).isCloneOf(trace.observed("sent"));
    assertThat(trace.observed("second")).isCloneOf(trace.observed("sent"));
    assertThat(trace.observed("second")).isCloneOf(trace.observed("first"));
  }
}
