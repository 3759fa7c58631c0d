package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.tellingRealms;

import dev.portspec.harness.Channel;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** In which realm a clone is made: HTML, "StructuredDeserialize" and "structuredClone". */
class CloneRealmTest {
  /** Every object of the clone is of the target realm, whatever realm the original is of. */
  @Test
  @Verifies("sc.deser.target-realm")
  void everyObjectIsOfTheTargetRealm(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = frame.inside().newChannel();

    window.run(() -> {
      tellingRealms();
      channel.port2().onmessage(event -> {
        observe("object", event.data());
        observe("array", event.data().get("list"));
        observe("nested", event.data().get("list").get(0));
      });
      channel.port1().postMessage(object().with("list", list(object())));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("object")).isOf(frame.inside());
    assertThat(trace.observed("array")).isOf(frame.inside());
    assertThat(trace.observed("nested")).isOf(frame.inside());
  }

  /** An error as well. */
  @Test
  @Verifies("sc.deser.error-realm")
  void anErrorIsOfTheTargetRealm(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);
    Channel channel = frame.inside().newChannel();

    window.run(() -> {
      tellingRealms();
      channel.port2().onmessage(event -> observe("error", event.data()));
      channel.port1().postMessage(error("RangeError", "out of range"));
    });

    assertThat(window.settled().observed("error")).isError("RangeError").isOf(frame.inside());
  }

  /** The method of a frame clones into the frame, whoever calls it. */
  @Test
  @Verifies("sc.api.realm")
  void structuredCloneMakesObjectsOfItsWindow(World world) {
    Realm window = world.window();
    FrameHandle frame = window.newFrame(Origin.SAME);

    window.run(() -> {
      tellingRealms();
      Value ofFrame = frame.window().call("structuredClone", object().with("a", list()));
      observe("object", ofFrame);
      observe("array", ofFrame.get("a"));
      observe("of the window", window.structuredClone(object()));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("object")).isOf(frame.inside());
    assertThat(trace.observed("array")).isOf(frame.inside());
    assertThat(trace.observed("of the window")).isOf(window);
  }
}
