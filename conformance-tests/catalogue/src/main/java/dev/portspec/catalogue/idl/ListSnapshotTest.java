package dev.portspec.catalogue.idl;

import static dev.portspec.catalogue.idl.SecondArgument.iteratorKey;
import static dev.portspec.catalogue.idl.SecondArgument.iteratorMethod;
import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** The list is copied before the message is read: Web IDL, "creating a sequence from an iterable". */
class ListSnapshotTest {

  /** A getter of the message that empties the list does not change what is transferred. */
  @Test
  @Verifies("idl.post.sequence-snapshot")
  void emptyingTheListIsTooLate(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();

    window.run(() -> {
      carried.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> event.port(0).postMessage("moved"));
      Value list = window.keep(list(carried.port2()));
      Object message = object().accessor("a", () -> {
        list.set("length", 0);
        return "a";
      });
      channel.port1().call("postMessage", message, list);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("moved");
  }

  /** A getter that adds to the list, or replaces what is in it, changes nothing either. */
  @Test
  @Verifies("idl.post.sequence-snapshot")
  void changingTheListIsTooLate(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();
    Channel kept = window.newChannel();

    window.run(() -> {
      carried.port1().onmessage(reaction("partner", Event::record));
      kept.port1().onmessage(reaction("partner of the others", Event::record));
      channel.port2().onmessage(event -> {
        observe("ports", event.ports());
        event.port(0).postMessage("moved");
      });
      Value list = window.keep(list(carried.port2()));
      Object message = object().accessor("a", () -> {
        list.set(0, kept.port2());
        list.set(1, kept.port2());
        return "a";
      });
      channel.port1().call("postMessage", message, list);
      kept.port2().postMessage("still here");
    });

    Trace trace = world.settle();
    assertThat(trace.observed("ports")).hasSize(1);
    assertThat(trace.by("partner")).dataOf("message").containsExactly("moved");
    assertThat(trace.by("partner of the others")).dataOf("message").containsExactly("still here");
  }

  /** An iterator is not asked again, whatever the message does; nor are the options. */
  @Test
  @Verifies("idl.post.sequence-snapshot")
  void changingTheOptionsIsTooLate(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    Channel carried = window.newChannel();

    window.run(() -> {
      untyped();
      carried.port1().onmessage(reaction("partner", Event::record));
      channel.port2().onmessage(event -> event.port(0).postMessage("moved"));
      Value iterable = window.keep(object().with(iteratorKey(), iteratorMethod(carried.port2())));
      Value options = window.keep(object().with("transfer", iterable));
      Object message = object().accessor("a", () -> {
        iterable.delete(iteratorKey());
        options.delete("transfer");
        return "a";
      });
      channel.port1().call("postMessage", message, options);
    });

    assertThat(world.settle()).dataOf("message").containsExactly("moved");
  }
}
