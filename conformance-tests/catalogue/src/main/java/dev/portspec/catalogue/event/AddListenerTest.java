package dev.portspec.catalogue.event;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.once;
import static dev.portspec.harness.Vocabulary.passive;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Reaction;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Adding listeners: DOM, "add an event listener". */
class AddListenerTest {

  /** Listeners run in the order in which they were added. */
  @Test
  @Verifies("event.add.appends")
  void listenersRunInTheOrderOfAdding(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("message", reaction("first", event -> {}));
      channel.port2().addEventListener("message", reaction("second", event -> {}));
      channel.port2().addEventListener("message", reaction("third", event -> {}));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("first", "second", "third");
  }

  /** A listener that was removed and added again runs last. */
  @Test
  @Verifies("event.add.appends")
  void aListenerThatIsAddedAgainRunsLast(World world) {
    Channel channel = world.window().newChannel();
    Reaction moved = reaction("moved", event -> {});

    world.window().run(() -> {
      channel.port2().addEventListener("message", moved);
      channel.port2().addEventListener("message", reaction("stays", event -> {}));
      channel.port2().removeEventListener("message", moved);
      channel.port2().addEventListener("message", moved);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("stays", "moved");
  }

  /** The same listener added twice is one listener, in its first place. */
  @Test
  @Verifies("event.add.duplicate-ignored")
  void aListenerThatIsThereAlreadyIsNotAddedAgain(World world) {
    Channel channel = world.window().newChannel();
    Reaction twice = reaction("twice", event -> {});

    world.window().run(() -> {
      channel.port2().addEventListener("message", twice);
      channel.port2().addEventListener("message", reaction("between", event -> {}));
      channel.port2().addEventListener("message", twice);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks("twice", "between");
  }

  /** Options other than capture do not make it another listener. */
  @Test
  @Verifies("event.add.duplicate-ignored")
  void otherOptionsDoNotMakeItAnotherListener(World world) {
    Channel channel = world.window().newChannel();
    Reaction same = reaction("same", event -> {});

    world.window().run(() -> {
      channel.port2().addEventListener("message", same);
      channel.port2().addEventListener("message", same, once());
      channel.port2().addEventListener("message", same, passive());
      channel.port2().start();
      channel.port1().postMessage("a");
      channel.port1().postMessage("b");
    });

    assertThat(world.settle()).called("same", 2);
  }

  /** For each type the same function is a listener of its own. */
  @Test
  @Verifies("event.add.duplicate-ignored")
  void theSameListenerOfAnotherTypeIsAnother(World world) {
    Channel channel = world.window().newChannel();
    Reaction both = reaction("both", event -> {});

    world.window().run(() -> {
      channel.port2().addEventListener("other", both);
      channel.port2().addEventListener("message", both);
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).called("both", 1);
  }

  /** Neither method returns anything. */
  @Test
  @Verifies("event.add.returns-undefined")
  void addingAndRemovingReturnNothing(World world) {
    Channel channel = world.window().newChannel();
    Reaction listener = reaction("listener", event -> {}).neverCalled();

    world.window().run(() -> {
      attempt("add", () -> channel.port2().addEventListener("message", listener));
      attempt("add again", () -> channel.port2().addEventListener("message", listener));
      attempt("remove", () -> channel.port2().removeEventListener("message", listener));
      attempt("remove again", () -> channel.port2().removeEventListener("message", listener));
    });

    for (String attempt : List.of("add", "add again", "remove", "remove again")) {
      assertThat(world.settle().outcome(attempt)).returned(undefined());
    }
  }

  /** A listener hears the type that it was added for, letter by letter. */
  @Test
  @Verifies("event.type-case-sensitive")
  void typesAreComparedLetterByLetter(World world) {
    Channel channel = world.window().newChannel();

    world.window().run(() -> {
      channel.port2().addEventListener("Message", reaction("other case", event -> {}).neverCalled());
      channel.port2().addEventListener("message ", reaction("with a space", event -> {}).neverCalled());
      channel.port2().addEventListener("message", reaction("exact", Event::record));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("other case").neverCalled("with a space");
  }

  /** There may be many listeners. */
  @Test
  @Verifies("event.add.appends")
  void manyListenersAreCalledInOrder(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();
    List<String> labels = IntStream.range(0, 40).mapToObj(String::valueOf).toList();

    window.run(() -> {
      labels.forEach(label -> channel.port2().addEventListener("message", reaction(label, event -> {})));
      channel.port2().start();
      channel.port1().postMessage("m");
    });

    assertThat(world.settle()).marks(labels.toArray(String[]::new));
  }
}
