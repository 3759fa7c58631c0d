package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.undefined;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code data} holds what was posted: HTML, "message port post message steps", the task, steps 5 and 7. */
class MessageDataTest {

  /** A string arrives as it is. */
  @Test
  @Verifies("port.post.data")
  void aStringArrives(World world) {
    arrive(world, "message");
  }

  /** A string that looks like something else is a string still. */
  @Test
  @Verifies("port.post.data")
  void aStringIsNotInterpreted(World world) {
    arrive(world, "{\"a\": 1}", "null", "undefined", "0", "[object Object]", " \t\n ", "\0");
  }

  /** The empty string is a message. */
  @Test
  @Verifies("port.post.data")
  void theEmptyStringArrives(World world) {
    arrive(world, "", "after");
  }

  /** Characters outside the basic plane arrive. */
  @Test
  @Verifies("port.post.data")
  void everyCharacterArrives(World world) {
    arrive(world, "\u00e9\u20ac\uD83D\uDE00\uFFFF\u2028");
  }

  /** Half of a surrogate pair arrives unchanged: strings are code units, not text. */
  @Test
  @Verifies("port.post.data")
  void aLoneSurrogateArrives(World world) {
    arrive(world, "\uD800", "a\uDC00b");
  }

  /** Numbers arrive, also those that count as false. */
  @Test
  @Verifies("port.post.data")
  void numbersArrive(World world) {
    arrive(world, 0, -0.0, Double.NaN, 1.5, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE);
  }

  /** Both booleans arrive. */
  @Test
  @Verifies("port.post.data")
  void booleansArrive(World world) {
    arrive(world, false, true);
  }

  /** null is a message. */
  @Test
  @Verifies("port.post.data")
  void nullArrives(World world) {
    arrive(world, null, "after");
  }

  /** undefined is a message, and stays apart from null. */
  @Test
  @Verifies("port.post.data")
  void undefinedArrives(World world) {
    arrive(world, undefined(), null);
  }

  /** BigInts arrive, zero included. */
  @Test
  @Verifies("port.post.data")
  void bigintsArrive(World world) {
    arrive(world, BigInteger.ZERO, BigInteger.ONE.shiftLeft(64).negate());
  }

  /** Arrays and objects arrive with their structure, falsy members included. */
  @Test
  @Verifies("port.post.data")
  void structureArrives(World world) {
    arrive(
        world,
        List.of(),
        object(),
        list("a", list("b"), object().with("c", "")),
        object().with("", "empty key").with("n", 0).with("f", false).with("z", null));
  }

  private static void arrive(World world, @Nullable Object... messages) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      for (Object message : messages) {
        channel.port1().postMessage(message);
      }
    });

    assertThat(world.settle()).dataOf("message").containsExactly(messages);
  }
}
