package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** The origin of an event that has one: HTML, "the MessageEvent interface". A broadcast is the nearest such event. */
class EventOriginTest {

  /** An origin that was stored is read as its serialization. */
  @Test
  @Verifies("mevent.origin.serialized")
  void theOriginOfABroadcastIsThatOfTheWindow(World world) {
    Realm window = world.window();

    window.run(() -> {
      BroadcastHandle receiver = window.newBroadcastChannel("origin");
      BroadcastHandle sender = window.newBroadcastChannel("origin");
      observe("own", window.document().get("defaultView").get("origin"));
      receiver.onmessage(event -> {
        observe("origin", event.get("origin"));
        receiver.close();
        sender.close();
      });
      sender.postMessage("m");
    });

    assertThat(world.settle().observed("origin")).isSameAs(world.settle().observed("own"));
  }

  /** What is stored can be extracted again, and a string that a script gave is none. */
  @Test
  @Verifies("mevent.origin.extract")
  void onlyAStoredOriginIsExtracted(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.document().get("defaultView");
      BroadcastHandle receiver = window.newBroadcastChannel("origin");
      BroadcastHandle sender = window.newBroadcastChannel("origin");
      receiver.onmessage(event -> {
        observe("stored", js("return Origin.from(args[0]).isSameOrigin(Origin.from(args[1]))", event, view));
        receiver.close();
        sender.close();
      });
      sender.postMessage("m");
      Event made = window.newMessageEvent("message", object().with("origin", "https://example.org"));
      attempt("made", () -> view.get("Origin").call("from", made));
    });

    assertThat(world.settle().observed("stored")).isEqualTo(true);
    assertThat(world.settle().outcome("made")).threwError("TypeError");
  }
}
