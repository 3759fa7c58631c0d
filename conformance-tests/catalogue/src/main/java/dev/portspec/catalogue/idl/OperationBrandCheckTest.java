package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.Receiver.receivers;
import static dev.portspec.catalogue.idl.Reflection.apply;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.mark;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operations of MessagePort on other objects: Web IDL, the step of operations that looks at {@code this}. */
class OperationBrandCheckTest {

  /** postMessage of another object is a TypeError. */
  @Test
  @Verifies("idl.port.brand-check")
  void postMessageNeedsAPort(World world) {
    assertOperationNeedsAPort(world, "postMessage", "m");
  }

  /** start of another object is a TypeError. */
  @Test
  @Verifies("idl.port.brand-check")
  void startNeedsAPort(World world) {
    assertOperationNeedsAPort(world, "start");
  }

  /** close of another object is a TypeError. */
  @Test
  @Verifies("idl.port.brand-check")
  void closeNeedsAPort(World world) {
    assertOperationNeedsAPort(world, "close");
  }

  /** The object is looked at before the arguments: none at all, and none that can be converted, is as wrong as any. */
  @Test
  @Verifies("idl.port.brand-check")
  void theObjectIsLookedAtFirst(World world) {
    Realm window = world.window();
    Channel kept = window.newChannel();

    window.run(() -> {
      untyped();
      kept.port1().onmessage(reaction("partner", Event::record));
      Value post = window.newChannel().port1().get("postMessage");
      Object message = object().accessor("a", "message", () -> {
        mark("the message was read");
        return "a";
      });
      Object iterated = object().accessor(iteratorKey(), "list", () -> {
        mark("the list was read");
        return undefined();
      });
      attempt("message", () -> apply(window, post, object(), message));
      attempt("list", () -> apply(window, post, object(), "m", iterated));
      attempt("port", () -> apply(window, post, object(), "m", list(kept.port2())));
      kept.port2().postMessage("still here");
    });

    Trace trace = world.settle();
    Receiver.assertAllRefused(trace, List.of("message", "list", "port"));
    assertThat(trace.by("partner")).dataOf("message").containsExactly("still here");
    assertThat(trace).neverCalled("message").neverCalled("list");
  }

  private static void assertOperationNeedsAPort(World world, String operation, Object... args) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    List<String> labels = new ArrayList<>();

    window.run(() -> {
      untyped();
      Value function = channel.port1().get(operation);
      for (Receiver receiver : receivers(window)) {
        attempt(receiver.label(), () -> apply(window, function, receiver.value(), args));
        labels.add(receiver.label());
      }
      attempt("a port", () -> apply(window, function, channel.port1(), args));
    });

    Receiver.assertAllRefused(world.settle(), labels);
    assertThat(world.settle().outcome("a port")).returned();
  }
}
