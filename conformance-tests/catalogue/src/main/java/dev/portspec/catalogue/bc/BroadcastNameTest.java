package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.untyped;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The name of a channel: HTML, "channel name" and its getter. */
class BroadcastNameTest {

  /** It is the string that the constructor was given, whatever that was. */
  @Test
  @Verifies("bc.name")
  void theNameIsWhatWasGiven(World world) {
    Realm window = world.window();
    List<String> names = List.of("news", " two words ", "a/b?c#d", "é \u0000 \uD83D\uDE00", "n".repeat(2000));

    window.run(() -> {
      for (int i = 0; i < names.size(); i++) {
        observe("name " + i, window.newBroadcastChannelNamed(names.get(i)).name());
      }
    });

    for (int i = 0; i < names.size(); i++) {
      assertThat(world.settle().observed("name " + i)).isEqualTo(names.get(i));
    }
  }

  /** The empty string is a name like others. */
  @Test
  @Verifies("bc.name")
  void theNameMayBeEmpty(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannelNamed("");
    BroadcastHandle receiver = window.newBroadcastChannelNamed("");

    window.run(() -> {
      receiver.onmessage(Event::record);
      observe("name", receiver.name());
      sender.postMessage("m");
    });

    assertThat(world.settle().observed("name")).isEqualTo("");
    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** It is read-only: an assignment is refused, and changes neither the name nor who is reached. */
  @Test
  @Verifies("bc.name")
  void theNameCannotBeChanged(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("news");
    BroadcastHandle receiver = window.newBroadcastChannel("news");

    window.run(() -> {
      untyped();
      receiver.onmessage(Event::record);
      attempt("assignment", () -> sender.set("name", "other"));
      observe("name", sender.name());
      sender.postMessage("m");
    });

    assertThat(world.settle().outcome("assignment")).threwError("TypeError");
    assertThat(world.settle().observed("name")).isEqualTo(world.unique("news"));
    assertThat(world.settle()).dataOf("message").containsExactly("m");
  }

  /** A lone surrogate is kept. */
  @Test
  @Verifies("bc.name.domstring")
  void aLoneSurrogateReadsBackUnchanged(World world) {
    Realm window = world.window();

    window.run(() -> {
      observe("high", window.newBroadcastChannelNamed("a\uD800b").name());
      observe("low", window.newBroadcastChannelNamed("\uDC00").name());
      observe("swapped", window.newBroadcastChannelNamed("\uDC00\uD800").name());
    });

    assertThat(world.settle().observed("high")).isEqualTo("a\uD800b");
    assertThat(world.settle().observed("low")).isEqualTo("\uDC00");
    assertThat(world.settle().observed("swapped")).isEqualTo("\uDC00\uD800");
  }
}
