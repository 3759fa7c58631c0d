package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** Windows of other origins: HTML, "security infrastructure for Window, WindowProxy, and Location objects". */
class CrossOriginWindowTest {
  private static final String SECURITY_ERROR = "SecurityError";

  /** Messages go both ways between windows of two origins. */
  @Test
  @Verifies("xdoc.cross-origin-callable")
  void windowsOfTwoOriginsTellEachOther(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    Realm inside = other.inside();

    inside.run(() -> inside.window().onmessage(event -> {
      event.record();
      inside.parent().postMessage("to the parent", "*");
    }));
    window.run(() -> {
      window.window().onmessage(Event::record);
      other.window().postMessage("to the frame", "*");
    });

    world.settle();
    assertThat(inside.settled()).dataOf("message").containsExactly("to the frame");
    assertThat(window.settled()).dataOf("message").containsExactly("to the parent");
  }

  /** What else a window has is out of reach. */
  @Test
  @Verifies("xdoc.cross-origin-callable")
  void otherPropertiesAreOutOfReach(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);

    window.run(() -> {
      untyped();
      attempt("document", () -> observe("never", other.window().get("document")));
      attempt("onmessage", () -> other.window().set("onmessage", null));
      attempt("addEventListener", () -> other.window().addEventListener("message", null));
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("document")).threw(SECURITY_ERROR);
    assertThat(trace.outcome("onmessage")).threw(SECURITY_ERROR);
    assertThat(trace.outcome("addEventListener")).threw(SECURITY_ERROR);
  }

  /** No event of another origin's making can be dispatched at a window. */
  @Test
  @Verifies("xdoc.event-integrity")
  void nobodyDispatchesIntoAnotherOrigin(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    Realm inside = other.inside();
    inside.run(() -> inside.window().onmessage(Event::record));

    window.run(() -> {
      untyped();
      attempt("dispatchEvent", () -> other.window().dispatchEvent(window.newMessageEvent("message")));
      other.window().postMessage("an honest message", "*");
    });

    assertThat(world.settle().outcome("dispatchEvent")).threw(SECURITY_ERROR);
    assertThat(inside.settled()).dataOf("message").containsExactly("an honest message");
  }

  /** Each reader has a function of its own realm, in a property that nobody can change. */
  @Test
  @Verifies("xdoc.cross-origin-function-realm")
  void theMethodIsOfTheReadersRealm(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);

    window.run(() -> {
      observe("function", js("return args[0].postMessage instanceof Function", other.window()));
      observe("descriptor", js(
          "const d = Object.getOwnPropertyDescriptor(args[0], 'postMessage');"
              + " return [d.writable, d.enumerable, d.configurable, typeof d.value].join(' ')", other.window()));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("function")).isEqualTo(true);
    assertThat(trace.observed("descriptor")).isEqualTo("false false true function");
  }

  /** One reader reads one function, again and again. */
  @Test
  @Verifies("xdoc.cross-origin-function-identity")
  void theMethodIsTheSameAtEachRead(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);

    window.run(() -> {
      untyped();
      observe("first", other.window().get("postMessage"));
      observe("second", other.window().get("postMessage"));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("second")).isSameAs(trace.observed("first"));
  }

  /** The event names the origin of the sender, not that of the window it is fired at. */
  @Test
  @Verifies("xdoc.event.origin")
  void theOriginIsThatOfTheSender(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    Realm inside = other.inside();
    String own = world.serialized(Origin.SAME);
    String others = world.serialized(Origin.OTHER);

    inside.run(() -> inside.window().onmessage(event -> observe("at the frame", event.get("origin"))));
    window.run(() -> {
      window.window().onmessage(event -> observe("at the parent", event.get("origin")));
      other.window().postMessage("to the frame", "*");
    });
    inside.run(() -> inside.parent().postMessage("to the parent", "*"));

    Trace trace = world.settle();
    assertThat(trace.observed("at the frame")).isEqualTo(own);
    assertThat(trace.observed("at the parent")).isEqualTo(others);
  }

  /** That of a window with an opaque origin is a word. */
  @Test
  @Verifies("xdoc.event.origin")
  void anOpaqueOriginIsNull(World world) {
    Realm window = world.window();
    FrameHandle opaque = window.newFrame(Origin.OPAQUE);

    window.run(() -> window.window().onmessage(event -> observe("origin", event.get("origin"))));
    opaque.inside().run(() -> opaque.inside().parent().postMessage("to the parent", "*"));

    assertThat(window.settled().observed("origin")).isEqualTo("null");
  }

  /** A window that posts to itself names itself. */
  @Test
  @Verifies("xdoc.event.origin")
  void aWindowNamesItsOwnOrigin(World world) {
    Realm window = world.window();
    String own = world.serialized(Origin.SAME);

    window.run(() -> {
      window.window().onmessage(event -> observe("origin", event.get("origin")));
      window.window().postMessage("to myself", "/");
    });

    assertThat(window.settled().observed("origin")).isEqualTo(own);
  }
}
