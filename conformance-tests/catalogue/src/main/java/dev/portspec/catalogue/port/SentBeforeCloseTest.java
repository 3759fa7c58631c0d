package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.repeat;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What was sent before the sender closed: HTML, the close() method of MessagePort, which touches no queue. */
class SentBeforeCloseTest {

  /** A message that is posted right before close() arrives. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void aMessagePostedRightBeforeCloseArrives(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("last words");
      channel.port1().close();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("last words");
  }

  /** A close event, where there is one and whenever it comes, takes none of the messages along that were sent before. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void aCloseEventTakesNoMessageAlong(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("close", reaction("closing", event -> {}).mayBeCalled());
      channel.port2().onmessage(Event::record);
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port1().close();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** Messages that were sent before close() wait for a receiver that starts its port much later. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void messagesWaitForAReceiverThatStartsLate(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port1().close();
    });
    world.settle();
    channel.port2().onmessage(Event::record);

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** The same holds for a receiver with a listener that calls start(). */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void messagesWaitForAReceiverThatCallsStart(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
    });
    channel.port1().close();
    world.settle();
    window.run(() -> {
      channel.port2().addEventListener("message", Event::record);
      channel.port2().start();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A long farewell arrives whole. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void manyMessagesSurviveClose(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(Event::record);
      repeat(50, i -> channel.port1().postMessage(i));
      channel.port1().close();
    });

    assertThat(world.settle()).dataOf("message").containsExactlyUpTo(50);
  }

  /** An answer that is given in a handler, right before the port is closed there, arrives. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void anAnswerBeforeCloseInAHandlerArrives(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(Event::record);
      channel.port2().onmessage(question -> {
        channel.port2().postMessage("answer");
        channel.port2().close();
      });
      channel.port1().postMessage("question");
    });

    assertThat(world.settle()).dataOf("message").containsExactly("answer");
  }

  /** The messages survive when the receiving end is moved after close(). */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void messagesSurviveCloseAndAMove(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().postMessage("one");
      channel.port1().postMessage("two");
      channel.port1().close();
      carrier.port2().onmessage(event -> event.port(0).onmessage(reaction("moved", Event::record)));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle()).dataOf("message").containsExactly("one", "two");
  }

  /** A port that was sent before the sender closed arrives and works. */
  @Test
  @Verifies("port.close.sent-messages-survive")
  void aPortSentRightBeforeCloseArrivesAndWorks(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().onmessage(reaction("far end", Event::record));
      carrier.port2().onmessage(event -> event.port(0).postMessage("it works"));
      carrier.port1().postMessage("the port", transferring(channel.port2()));
      carrier.port1().close();
    });

    assertThat(world.settle()).dataOf("message").containsExactly("it works");
  }
}
