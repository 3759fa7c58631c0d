package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.OutcomeAssert.SYNTAX_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.serialized;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Which windows a target origin lets a message into: HTML, "window post message steps". That nothing arrives shows by
 * what does: messages of one task to one window keep their order.
 */
class TargetOriginTest {
  private static void receive(FrameHandle frame) {
    Realm inside = frame.inside();
    inside.run(() -> inside.window().onmessage(Event::record));
  }

  /** Without a target origin the message is for windows of the sender's origin. */
  @Test
  @Verifies("xdoc.default-target-origin")
  void byDefaultAnotherOriginGetsNothing(World world) {
    Realm window = world.window();
    FrameHandle same = window.newFrame(Origin.SAME);
    FrameHandle other = window.newFrame(Origin.OTHER);
    receive(same);
    receive(other);

    window.run(() -> {
      same.window().postMessage("for my own origin");
      other.window().postMessage("for my own origin");
      other.window().postMessage("for all", "*");
    });

    world.settle();
    assertThat(same.inside().settled()).dataOf("message").containsExactly("for my own origin");
    assertThat(other.inside().settled()).dataOf("message").containsExactly("for all");
  }

  /** A slash says what is the default. */
  @Test
  @Verifies("xdoc.slash-is-incumbent-origin")
  void aSlashIsTheOriginOfTheSender(World world) {
    Realm window = world.window();
    FrameHandle same = window.newFrame(Origin.SAME);
    FrameHandle other = window.newFrame(Origin.OTHER);
    receive(same);
    receive(other);

    window.run(() -> {
      same.window().postMessage("for my own origin", "/");
      other.window().postMessage("for my own origin", "/");
      other.window().postMessage("for all", "*");
    });

    world.settle();
    assertThat(same.inside().settled()).dataOf("message").containsExactly("for my own origin");
    assertThat(other.inside().settled()).dataOf("message").containsExactly("for all");
  }

  /** The sender is the frame, though the window is asked. */
  @Test
  @Verifies("xdoc.slash-is-incumbent-origin")
  void aSlashOfAFrameIsNotTheOriginOfItsParent(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);

    window.run(() -> window.window().onmessage(Event::record));
    other.inside().run(() -> {
      other.inside().parent().postMessage("for my own origin", "/");
      other.inside().parent().postMessage("for all", "*");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("for all");
  }

  /** Even an opaque origin is the same as itself. */
  @Test
  @Verifies("xdoc.slash-is-incumbent-origin")
  void anOpaqueOriginMatchesItself(World world) {
    Realm window = world.window();
    FrameHandle opaque = window.newFrame(Origin.OPAQUE);
    receive(opaque);

    opaque.inside().run(() -> opaque.inside().window().postMessage("for my own origin", "/"));

    assertThat(opaque.inside().settled()).dataOf("message").containsExactly("for my own origin");
  }

  /** A star is any origin. */
  @Test
  @Verifies("xdoc.star-any")
  void aStarLetsTheMessageInAnywhere(World world) {
    Realm window = world.window();
    FrameHandle same = window.newFrame(Origin.SAME);
    FrameHandle other = window.newFrame(Origin.OTHER);
    FrameHandle opaque = window.newFrame(Origin.OPAQUE);
    receive(same);
    receive(other);
    receive(opaque);

    window.run(() -> {
      same.window().postMessage("for all", "*");
      other.window().postMessage("for all", "*");
      opaque.window().postMessage("for all", "*");
    });

    world.settle();
    assertThat(same.inside().settled()).dataOf("message").containsExactly("for all");
    assertThat(other.inside().settled()).dataOf("message").containsExactly("for all");
    assertThat(opaque.inside().settled()).dataOf("message").containsExactly("for all");
  }

  /** The very origin of the target lets it in. */
  @Test
  @Verifies("xdoc.url-only-origin-used")
  void theOriginOfTheTargetLetsItIn(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    receive(other);

    window.run(() -> other.window().postMessage("for your origin", serialized(Origin.OTHER)));

    assertThat(other.inside().settled()).dataOf("message").containsExactly("for your origin");
  }

  /** What follows the origin in a URL says nothing. */
  @Test
  @Verifies("xdoc.url-only-origin-used")
  void pathQueryAndFragmentAreIgnored(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    receive(other);
    String origin = world.serialized(Origin.OTHER);

    window.run(() -> {
      other.window().postMessage("with a path", origin + "/a/path");
      other.window().postMessage("with all", origin + "/a/path?query#fragment");
      other.window().postMessage("in another case", origin.toUpperCase(Locale.ROOT));
      other.window().postMessage("with spaces around", "  " + origin + "  ");
    });

    assertThat(other.inside().settled()).dataOf("message")
        .containsExactly("with a path", "with all", "in another case", "with spaces around");
  }

  /** Scheme, host and port all belong to the origin. */
  @Test
  @Verifies("xdoc.mismatch-silent")
  void anotherOriginGetsNothing(World world) {
    Realm window = world.window();
    FrameHandle same = window.newFrame(Origin.SAME);
    receive(same);
    URI own = URI.create(world.serialized(Origin.SAME));
    String otherPort = own.getScheme() + "://" + own.getHost() + ":" + (own.getPort() == 1 ? 2 : 1);
    String otherScheme = "ftp" + own.toString().substring(own.getScheme().length());

    window.run(() -> {
      attempt("another host", () -> same.window().postMessage("for another host", serialized(Origin.OTHER)));
      attempt("another port", () -> same.window().postMessage("for another port", otherPort));
      attempt("another scheme", () -> same.window().postMessage("for another scheme", otherScheme));
      same.window().postMessage("for your origin", serialized(Origin.SAME));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("another host")).returned();
    assertThat(trace.outcome("another port")).returned();
    assertThat(trace.outcome("another scheme")).returned();
    assertThat(same.inside().settled()).dataOf("message").containsExactly("for your origin");
  }

  /** What was listed is gone all the same. */
  @Test
  @Verifies("xdoc.mismatch-still-detaches")
  void whatWasListedIsGoneThoughNobodyGetsIt(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      window.window().onmessage(reaction("received", event -> {}).neverCalled());
      Buffer buffer = window.newArrayBuffer(8);
      window.window().postMessage("for nobody", "https://elsewhere.example", transferring(buffer, channel.port1()));
      observe("buffer", buffer);
      attempt("again", () -> window.window().postMessage("the port again", "*", transferring(channel.port1())));
    });

    Trace trace = window.settled();
    assertThat(trace.observed("buffer")).hasByteLength(0);
    assertThat(trace.outcome("again")).threw(DATA_CLONE_ERROR);
  }

  /** A URL whose origin is opaque is a good one, and nobody's. */
  @Test
  @Verifies("xdoc.opaque-target-origin")
  void aUrlWithAnOpaqueOriginIsForNobody(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(Event::record);
      attempt("data", () -> window.window().postMessage("for nobody", "data:text/plain,x"));
      attempt("about", () -> window.window().postMessage("for nobody", "about:blank"));
      attempt("unknown", () -> window.window().postMessage("for nobody", "unheard-of:x"));
      window.window().postMessage("for all", "*");
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("data")).returned();
    assertThat(trace.outcome("about")).returned();
    assertThat(trace.outcome("unknown")).returned();
    assertThat(trace).dataOf("message").containsExactly("for all");
  }

  /** Not even a window whose origin is opaque as well. */
  @Test
  @Verifies("xdoc.opaque-target-origin")
  void oneOpaqueOriginIsNotAnother(World world) {
    Realm window = world.window();
    FrameHandle opaque = window.newFrame(Origin.OPAQUE);
    receive(opaque);

    window.run(() -> {
      opaque.window().postMessage("for nobody", "data:text/plain,x");
      opaque.window().postMessage("for all", "*");
    });

    assertThat(opaque.inside().settled()).dataOf("message").containsExactly("for all");
  }

  /** There is no base that would make a relative URL a good one. */
  @Test
  @Verifies("xdoc.url-parsed-absolute")
  void aRelativeUrlIsASyntaxError(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("empty", () -> window.window().postMessage("for nobody", ""));
      attempt("path", () -> window.window().postMessage("for nobody", "/path"));
      attempt("relative", () -> window.window().postMessage("for nobody", "a/path"));
      attempt("without scheme", () -> window.window().postMessage("for nobody", "//example.com"));
      attempt("query", () -> window.window().postMessage("for nobody", "?query"));
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("empty")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("path")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("relative")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("without scheme")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("query")).threw(SYNTAX_ERROR);
  }

  /** The exception is a DOMException of that name, with its code. */
  @Test
  @Verifies("xdoc.url-failure-syntaxerror")
  void whatIsNoUrlIsASyntaxError(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("no URL", () -> window.window().postMessage("for nobody", "no URL at all"));
      attempt("no host", () -> window.window().postMessage("for nobody", "http://"));
      attempt("bad port", () -> window.window().postMessage("for nobody", "http://example.com:port"));
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("no URL")).threw(SYNTAX_ERROR, 12);
    assertThat(trace.outcome("no host")).threw(SYNTAX_ERROR, 12);
    assertThat(trace.outcome("bad port")).threw(SYNTAX_ERROR, 12);
  }

  /** Neither special string is special with anything around it. */
  @Test
  @Verifies("xdoc.star-with-spaces")
  void aStarWithSpacesIsNoStar(World world) {
    Realm window = world.window();

    window.run(() -> {
      attempt("spaces", () -> window.window().postMessage("for nobody", " * "));
      attempt("two stars", () -> window.window().postMessage("for nobody", "**"));
      attempt("slash and space", () -> window.window().postMessage("for nobody", "/ "));
      attempt("two slashes", () -> window.window().postMessage("for nobody", "//"));
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("spaces")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("two stars")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("slash and space")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("two slashes")).threw(SYNTAX_ERROR);
  }

  /** With a bad target origin the message is not even looked at. */
  @Test
  @Verifies("xdoc.syntaxerror-before-serialize")
  void aBadTargetOriginComesBeforeTheMessage(World world) {
    Realm window = world.window();

    window.run(() -> {
      Buffer buffer = window.newArrayBuffer(8);
      attempt("uncloneable", () -> window.window().postMessage(uncloneable(), "no URL"));
      attempt("accessor", () -> window.window().postMessage(object().accessor("a", "read", () -> {
        mark("was read");
        return "value";
      }), "no URL"));
      attempt("listed", () -> window.window().postMessage("message", "no URL", transferring(buffer)));
      observe("buffer", buffer);
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("uncloneable")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("accessor")).threw(SYNTAX_ERROR);
    assertThat(trace).neverCalled("read");
    assertThat(trace.outcome("listed")).threw(SYNTAX_ERROR);
    assertThat(trace.observed("buffer")).hasByteLength(8);
  }
}
