package dev.portspec.catalogue.mevent;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.attribute;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** {@code initMessageEvent}: HTML, "the MessageEvent interface", and DOM, "initialize an event". */
class InitMessageEventTest {

  /** It sets everything that it is given, and leaves composed alone. */
  @Test
  @Verifies("mevent.init.sets-values")
  void itSetsWhatItIsGiven(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      Value data = window.keep(object());
      Value ports = window.keep(list(port));
      Event event = window.newMessageEvent("before", object().with("composed", true));
      observe("composed before", event.get("composed"));
      event.call("initMessageEvent", "after", true, true, data, "o", "id", port, ports);
      observe("event", event);
      observe("composed", event.get("composed"));
      observe("data", event.data());
      observe("given data", data);
      observe("source", event.source());
      observe("element", event.port(0));
      observe("port", port);
      observe("ports", event.ports());
      observe("given ports", ports);
    });

    Trace trace = world.settle();
    assertThat(trace.event("event")).has(
        attribute("type", "after"), attribute("bubbles", true), attribute("cancelable", true),
        attribute("origin", "o"), attribute("lastEventId", "id"));
    assertThat(trace.observed("composed")).isSameAs(trace.observed("composed before"));
    assertThat(trace.observed("data")).isSameAs(trace.observed("given data"));
    assertThat(trace.observed("source")).isSameAs(trace.observed("port"));
    assertThat(trace.observed("element")).isSameAs(trace.observed("port"));
    assertThat(trace.observed("ports")).isNotSameAs(trace.observed("given ports"));
    assertThat(trace.observed("ports")).isFrozen();
  }

  /** What is left out is reset. */
  @Test
  @Verifies("mevent.init.defaults")
  void itResetsWhatIsLeftOut(World world) {
    Realm window = world.window();
    Port port = window.newChannel().port1();

    window.run(() -> {
      Event event = window.newMessageEvent("before", object().with("bubbles", true).with("cancelable", true)
          .with("data", "d").with("origin", "o").with("lastEventId", "id").with("source", port)
          .with("ports", list(port)));
      event.initMessageEvent("after");
      observe("event", event);
    });

    assertThat(world.settle().event("event")).has(
        attribute("bubbles", false), attribute("cancelable", false), attribute("data", null), attribute("origin", ""),
        attribute("lastEventId", ""), attribute("source", null),
        attribute("ports", list().frozen()));
  }
}
