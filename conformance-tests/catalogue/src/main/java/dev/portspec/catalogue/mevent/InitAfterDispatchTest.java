package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** {@code initMessageEvent} during a dispatch and after it: DOM, "initEvent", step 1, and "initialize an event". */
class InitAfterDispatchTest {

  /** While the event is dispatched it does nothing, and afterwards it does. */
  @Test
  @Verifies("mevent.init.during-dispatch-ignored")
  void itDoesNothingDuringDispatch(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> {
        event.initMessageEvent("ignored");
        event.record();
        event.keepAs(kept);
      }));
      channel.port1().postMessage("m");
    });
    world.settle();
    window.run(() -> {
      kept.initMessageEvent("after");
      observe("later", kept);
    });

    assertThat(world.settle().event("handler")).has(attribute("type", "message"), attribute("data", "m"));
    assertThat(world.settle().event("later")).has(attribute("type", "after"));
  }

  /** It makes the event as good as new: untrusted, without a target, not cancelled and not stopped. */
  @Test
  @Verifies("mevent.init.resets-flags")
  void itResetsWhatADispatchLeft(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port2();

    window.run(() -> {
      Event event = window.newMessageEvent("message", object().with("cancelable", true));
      port.addEventListener("message", reaction("listener", Event::preventDefault, Event::record));
      observe("result", port.dispatchEvent(event));
      event.stopImmediatePropagation();
      event.call("initMessageEvent", "message", false, true);
      observe("initialized", event);
      observe("target", event.get("target"));
      observe("second result", port.dispatchEvent(event));
    });

    Trace trace = world.settle();
    assertThat(trace.observed("result")).isEqualTo(false);
    assertThat(trace.event("initialized")).has(attribute("isTrusted", false), attribute("defaultPrevented", false));
    assertThat(trace.observed("target")).isEqualTo(null);
    assertThat(trace.event("listener")).has(attribute("defaultPrevented", false));
    assertThat(trace.observed("second result")).isEqualTo(true);
  }

  /** A received event is not trusted any more when it was initialized. */
  @Test
  @Verifies("mevent.init.resets-flags")
  void aReceivedEventIsNotTrustedAfterIt(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Event kept = window.event("kept");

    window.run(() -> {
      channel.port2().onmessage(reaction("handler", event -> event.keepAs(kept)));
      channel.port1().postMessage("m");
    });
    world.settle();
    window.run(() -> {
      kept.initMessageEvent("message");
      observe("initialized", kept);
      observe("target", kept.get("target"));
    });

    assertThat(world.settle().event("initialized")).has(attribute("isTrusted", false));
    assertThat(world.settle().observed("target")).isEqualTo(null);
  }
}
