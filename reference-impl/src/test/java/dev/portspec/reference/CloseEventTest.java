package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessagePort;
import dev.portspec.spi.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The close event, which only ports that were made for it have. */
class CloseEventTest {
  @Test
  void itIsThereOnlyWhereItWasAskedFor() {
    assertThat(new ReferenceProvider().capabilities()).doesNotContain(Capability.CLOSE_EVENT);
    assertThat(new ReferenceProvider().withCloseEvent().capabilities())
        .contains(Capability.CLOSE_EVENT)
        .containsAll(new ReferenceProvider().capabilities());

    try (SimulatedTestWorld test = new SimulatedTestWorld()) {
      test.run(() -> closeOneEnd(test));
      test.settle();
      assertThat(test.log).containsExactly("returned");
    }
  }

  @ParameterizedTest
  @CsvSource({"inside-close, partner, returned", "later, returned, partner"})
  void itComesOnceAtThePartnerInsideCloseOrLater(String time, String first, String second) {
    Chooser chooser = SimulatedTestWorld.choosing(Freedom.CLOSE_EVENT_TIME, time);
    try (SimulatedTestWorld test = new SimulatedTestWorld(chooser, new PartsWithCloseEvent())) {
      test.run(() -> closeOneEnd(test));
      test.settle();
      assertThat(test.log).containsExactly(first, second);
    }
  }

  private static void closeOneEnd(SimulatedTestWorld test) {
    ReferenceChannel channel = new ReferenceChannel(test.window);
    channel.getPort1().addEventListener("close", test.logging("initiator"));
    channel.getPort2().addEventListener("close", test.logging("partner"));
    channel.getPort1().close();
    channel.getPort1().close();
    channel.getPort2().close();
    test.log.add("returned");
  }

  @Test
  void anotherAgentHearsOfItInATaskOfItsOwn() {
    try (SimulatedTestWorld test = new SimulatedTestWorld(Chooser.first(), new PartsWithCloseEvent())) {
      ReferenceRealm other = test.world.newAgent("other");
      MessagePort port = test.run(
          () -> test.window.connect(other, theirs -> theirs.setOnclose(test.logging("closed there"))));
      test.settle();
      test.run(() -> {
        port.close();
        test.log.add("returned");
      });
      test.settle();
      assertThat(test.log).containsExactly("returned", "closed there");
    }
  }

  @Test
  void aPortOnItsWayIsTheObjectThatLeft() {
    try (SimulatedTestWorld test = new SimulatedTestWorld(Chooser.first(), new PartsWithCloseEvent())) {
      test.run(() -> {
        ReferenceChannel carrier = new ReferenceChannel(test.window);
        ReferenceChannel channel = new ReferenceChannel(test.window);
        channel.getPort2().setOnclose(test.logging("left"));
        carrier.getPort1().postMessage("a port", List.of(channel.getPort2()));
        channel.getPort1().close();
      });
      assertThat(test.log).containsExactly("left");
    }
  }
}
