package dev.portspec.catalogue.bc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;

import dev.portspec.harness.BroadcastHandle;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Names are compared code unit by code unit: HTML, BroadcastChannel's postMessage, step 6. */
class BroadcastNameMatchTest {

  /** It reaches a channel of the same name, and none whose name has U+FFFD or another surrogate in its place. */
  @Test
  @Verifies("bc.name.domstring")
  void aLoneSurrogateIsComparedAsItIs(World world) {
    Realm window = world.window();
    BroadcastHandle sender = window.newBroadcastChannel("\uD800");
    BroadcastHandle same = window.newBroadcastChannel("\uD800");
    BroadcastHandle replaced = window.newBroadcastChannel("\uFFFD");
    BroadcastHandle other = window.newBroadcastChannel("\uD801");

    window.run(() -> {
      same.onmessage(Event::record);
      replaced.onmessage(reaction("replaced", event -> {}).neverCalled());
      other.onmessage(reaction("other", event -> {}).neverCalled());
      sender.postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("replaced").neverCalled("other");
  }

  /** A name that is merely similar is another name. */
  @Test
  @Verifies("bc.name.exact-match")
  void aSimilarNameGetsNothing(World world) {
    Realm window = world.window();
    String name = world.unique("Pre\u0301s");
    BroadcastHandle sender = window.newBroadcastChannelNamed(name);
    BroadcastHandle same = window.newBroadcastChannelNamed(name);
    List<String> similar = List.of(
        name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT), " " + name, name + " ", name + "1",
        "P", name.replace("e\u0301", "é"), name.replace(" ", "\u00A0"), "");

    window.run(() -> {
      same.onmessage(Event::record);
      for (String other : similar) {
        window.newBroadcastChannelNamed(other).onmessage(reaction("similar", event -> {}).neverCalled());
      }
      sender.postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("similar");
  }

  /** A name does not end at a null character. */
  @Test
  @Verifies("bc.name.exact-match")
  void aNullCharacterIsAPartOfTheName(World world) {
    Realm window = world.window();
    String name = world.unique("news");
    BroadcastHandle sender = window.newBroadcastChannelNamed(name + "\u0000a");
    BroadcastHandle same = window.newBroadcastChannelNamed(name + "\u0000a");
    BroadcastHandle shorter = window.newBroadcastChannelNamed(name);
    BroadcastHandle other = window.newBroadcastChannelNamed(name + "\u0000b");

    window.run(() -> {
      same.onmessage(Event::record);
      shorter.onmessage(reaction("shorter", event -> {}).neverCalled());
      other.onmessage(reaction("other", event -> {}).neverCalled());
      sender.postMessage("m");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("m");
    assertThat(world.settle()).neverCalled("shorter").neverCalled("other");
  }

  /** Channels of two names in one realm do not hear each other, whichever posts. */
  @Test
  @Verifies("bc.name.exact-match")
  void eachNameHasItsOwnMessages(World world) {
    Realm window = world.window();
    BroadcastHandle news1 = window.newBroadcastChannel("news");
    BroadcastHandle sport1 = window.newBroadcastChannel("sport");
    BroadcastHandle news2 = window.newBroadcastChannel("news");
    BroadcastHandle sport2 = window.newBroadcastChannel("sport");

    window.run(() -> {
      news2.onmessage(reaction("news", Event::record));
      sport2.onmessage(reaction("sport", Event::record));
      sport1.postMessage("of sport");
      news1.postMessage("of news");
      sport1.postMessage("more sport");
    });

    assertThat(world.settle().by("news")).dataOf("message").containsExactly("of news");
    assertThat(world.settle().by("sport")).dataOf("message").containsExactly("of sport", "more sport");
  }
}
