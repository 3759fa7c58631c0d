package dev.portspec.catalogue.xdoc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.OutcomeAssert.SYNTAX_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.FrameHandle;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.WindowHandle;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Origin;
import org.junit.jupiter.api.Test;

/** The two forms of window.postMessage, and how its arguments are converted: HTML, "postMessage" of Window; Web IDL. */
class WindowOverloadsTest {
  /** With the message alone a window of the same origin gets it. */
  @Test
  @Verifies("xdoc.overload.one-arg")
  void theMessageAloneIsForMyOwnOrigin(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(Event::record);
      window.window().postMessage("alone");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("alone");
  }

  /** Both forms deliver, and both refuse, the same. */
  @Test
  @Verifies("xdoc.overloads-equivalent")
  void bothFormsDoTheSame(World world) {
    Realm window = world.window();
    Channel first = window.newChannel();
    Channel second = window.newChannel();

    window.run(() -> {
      WindowHandle self = window.window();
      self.onmessage(reaction("received", event -> {
        event.record();
        observe("ports", event.ports());
      }));
      self.postMessage("three arguments", "*", transferring(first.port2()));
      self.postMessageWithOptions("options", "*", transferring(second.port2()));
      attempt("bad origin, three", () -> self.postMessage("for nobody", "no URL", transferring(first.port1())));
      attempt("bad origin, options", () -> self.postMessageWithOptions("for nobody", "no URL"));
      attempt("gone, three", () -> self.postMessage("for nobody", "*", transferring(first.port2())));
      attempt("gone, options", () -> self.postMessageWithOptions("for nobody", "*", transferring(second.port2())));
    });

    Trace trace = window.settled();
    assertThat(trace).dataOf("message").containsExactly("three arguments", "options");
    assertThat(trace.observed("ports", 0)).hasSize(1);
    assertThat(trace.observed("ports", 1)).hasSize(1);
    assertThat(trace.outcome("bad origin, three")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("bad origin, options")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("gone, three")).threw(DATA_CLONE_ERROR);
    assertThat(trace.outcome("gone, options")).threw(DATA_CLONE_ERROR);
  }

  /** In the form with options a target origin that is not the target's keeps the message out as well. */
  @Test
  @Verifies("xdoc.overloads-equivalent")
  void anOriginInTheOptionsIsCompared(World world) {
    Realm window = world.window();

    window.run(() -> {
      window.window().onmessage(Event::record);
      window.window().postMessageWithOptions("for nobody", "https://elsewhere.example");
      window.window().postMessageWithOptions("for all", "*");
    });

    assertThat(window.settled()).dataOf("message").containsExactly("for all");
  }

  /** What is nullish or an object stands for options. */
  @Test
  @Verifies("xdoc.overload.nullish-or-object")
  void nullishAndObjectsAreOptions(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WindowHandle self = window.window();
      self.onmessage(Event::record);
      self.call("postMessage", "null", null);
      self.call("postMessage", "undefined", undefined());
      self.call("postMessage", "object", object());
      self.call("postMessage", "array", list());
    });

    assertThat(window.settled()).dataOf("message").containsExactly("null", "undefined", "object", "array");
  }

  /** An array that reads as a star is options in the second place, and a string before a third argument. */
  @Test
  @Verifies({"xdoc.overload.nullish-or-object", "xdoc.overload.three-args"})
  void anArrayNamesAnOriginBeforeAThirdArgumentOnly(World world) {
    Realm window = world.window();
    FrameHandle other = window.newFrame(Origin.OTHER);
    Realm inside = other.inside();
    inside.run(() -> inside.window().onmessage(Event::record));

    window.run(() -> {
      untyped();
      other.window().call("postMessage", "options", list("*"));
      other.window().call("postMessage", "string", list("*"), list());
      other.window().postMessage("for all", "*");
    });

    Trace trace = inside.settled();
    verifying("xdoc.overload.nullish-or-object",
        () -> assertThat(trace.dataOf("message").stream().filter(data -> data.text().contains("options")).toList())
            .isEmpty());
    verifying("xdoc.overload.three-args",
        () -> assertThat(trace.dataOf("message").stream().filter(data -> !data.text().contains("options")).toList())
            .containsExactly("string", "for all"));
  }

  /** A primitive that is not nullish names the target origin. */
  @Test
  @Verifies("xdoc.overload.primitive")
  void primitivesAreTargetOrigins(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WindowHandle self = window.window();
      self.onmessage(Event::record);
      attempt("number", () -> self.call("postMessage", "for nobody", 5));
      attempt("boolean", () -> self.call("postMessage", "for nobody", true));
      self.call("postMessage", "string", "*");
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("number")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("boolean")).threw(SYNTAX_ERROR);
    assertThat(trace).dataOf("message").containsExactly("string");
  }

  /** Before a third argument the second is a string, whatever it is; the third is a sequence, or undefined. */
  @Test
  @Verifies("xdoc.overload.three-args")
  void beforeAThirdArgumentTheSecondIsAString(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WindowHandle self = window.window();
      self.onmessage(Event::record);
      attempt("object", () -> self.call("postMessage", "for nobody", object(), list()));
      attempt("null list", () -> self.call("postMessage", "for nobody", "*", null));
      attempt("no list", () -> self.call("postMessage", "for nobody", "*", "text"));
      self.call("postMessage", "undefined list", "*", undefined());
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("object")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("null list")).threwError("TypeError");
    assertThat(trace.outcome("no list")).threwError("TypeError");
    assertThat(trace).dataOf("message").containsExactly("undefined list");
  }

  /** There must be a message. */
  @Test
  @Verifies("xdoc.zero-args")
  void withoutArgumentsItIsATypeError(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      attempt("nothing", () -> window.window().call("postMessage"));
    });

    assertThat(window.settled().outcome("nothing")).threwError("TypeError");
  }

  /** Members that are undefined have their defaults, null is a word, and a list must be one. */
  @Test
  @Verifies("xdoc.options.target-origin-conversion")
  void membersOfTheOptionsAreConverted(World world) {
    Realm window = world.window();

    window.run(() -> {
      untyped();
      WindowHandle self = window.window();
      self.onmessage(Event::record);
      self.call("postMessage", "undefined", object().with("targetOrigin", undefined()));
      self.call("postMessage", "undefined list", object().with("transfer", undefined()));
      attempt("null", () -> self.call("postMessage", "for nobody", object().with("targetOrigin", null)));
      attempt("number", () -> self.call("postMessage", "for nobody", object().with("targetOrigin", 5)));
      attempt("null list", () -> self.call("postMessage", "for nobody", object().with("transfer", null)));
      self.call("postMessage", "a string of its own", object().with("targetOrigin", list("*")));
    });

    Trace trace = window.settled();
    assertThat(trace.outcome("null")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("number")).threw(SYNTAX_ERROR);
    assertThat(trace.outcome("null list")).threwError("TypeError");
    assertThat(trace).dataOf("message").containsExactly("undefined", "undefined list", "a string of its own");
  }
}
