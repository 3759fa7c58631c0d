package dev.portspec.catalogue.port;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.outcome;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.transferring;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** Implementations without the close event: HTML, message ports. Volatile text: outcomes are recorded. */
class CloseEventAbsentTest {

  /** Closing the other end fires nothing. */
  @Test
  @Verifies("port.close-event.absent-profile")
  void closingTheOtherEndFiresNothing(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      channel.port2().onmessage(event -> {});
      channel.port1().postMessage("the last message");
      channel.port1().close();
    });

    assertThat(world.settle()).showsOneOf(
        outcome("absent", t -> assertThat(t).neverCalled("partner")),
        outcome("present", t -> assertThat(t).called("partner", 1)));
  }

  /** Closing the other end at its new home fires nothing. */
  @Test
  @Verifies("port.close-event.absent-profile")
  void closingAMovedEndFiresNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      carrier.port2().onmessage(event -> event.port(0).close());
      carrier.port1().postMessage("the port", transferring(channel.port2()));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("absent", t -> assertThat(t).neverCalled("partner")),
        outcome("present", t -> assertThat(t).called("partner", 1)));
  }

  /** Losing the other end on its way to a closed port fires nothing. */
  @Test
  @Verifies("port.close-event.absent-profile")
  void losingTheOtherEndFiresNothing(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port1().addEventListener("close", reaction("partner", event -> {}).mayBeCalled());
      carrier.port2().close();
      carrier.port1().postMessage("to nobody", transferring(channel.port2()));
    });

    assertThat(world.settle()).showsOneOf(
        outcome("absent", t -> assertThat(t).neverCalled("partner")),
        outcome("present", t -> assertThat(t).called("partner", 1)));
  }

  /** There is no attribute onclose. */
  @Test
  @Verifies("port.close-event.absent-profile")
  void thereIsNoAttributeOnclose(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> observe("onclose", js("return 'onclose' in args[0]", channel.port1())));

    assertThat(world.settle()).showsOneOf(
        outcome("absent", t -> assertThat(t.observed("onclose")).isEqualTo(false)),
        outcome("present", t -> assertThat(t.observed("onclose")).isEqualTo(true)));
  }
}
