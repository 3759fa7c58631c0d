package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessagePort;
import dev.portspec.spi.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Frames in simulated worlds: every run that the standard allows is found, and no other. */
class FrameScheduleTest {
  private final Enumeration runs = Enumeration.upTo(5_000);

  /** The different logs of a scenario that is one task of the window, and what follows. */
  private Set<List<Object>> logs(Parts parts, Consumer<WorkerTestWorld> scenario) {
    Set<List<Object>> logs = new LinkedHashSet<>();
    while (runs.hasNext()) {
      try (WorkerTestWorld test = new WorkerTestWorld(runs.next(), parts)) {
        test.runAndSettle(() -> {
          test.window.global().setOnmessage(test.data(""));
          scenario.accept(test);
        });
        logs.add(List.copyOf(test.log));
      }
    }
    assertThat(runs.exhaustive()).isTrue();
    return logs;
  }

  private Set<List<Object>> logs(Consumer<WorkerTestWorld> scenario) {
    return logs(new Parts(), scenario);
  }

  private static void greet(WorkerTestWorld test, ReferenceWindowRealm frame, String greeting) {
    frame.execute(() -> frame.global().getParent().postMessage(greeting, "*", List.of()));
  }

  @Test
  void messagesToOneLoopFromTwoAgentsComeInEitherOrder() {
    Set<List<Object>> logs = logs(test -> {
      greet(test, test.window.newFrame(Origin.OTHER), "a");
      greet(test, test.window.newFrame(Origin.OPAQUE), "b");
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "a"));
  }

  @Test
  void aMessageToAWindowHasNoPlaceAmongThoseToAPort() {
    Set<List<Object>> logs = logs(test -> {
      ReferenceChannel channel = new ReferenceChannel(test.window);
      channel.getPort2().setOnmessage(test.data(""));
      test.window.proxy().postMessage(1);
      channel.getPort1().postMessage("port");
      test.window.proxy().postMessage(2);
    });
    assertThat(logs).containsExactlyInAnyOrder(
        List.of("1.0", "port", "2.0"), List.of("port", "1.0", "2.0"), List.of("1.0", "2.0", "port"));
  }

  /** The frame may have got far when it is removed, also inside the task that made it. */
  @Test
  void aFrameOfAnotherAgentHasRunOrNotWhenItIsRemoved() {
    Set<List<Object>> logs = logs(test -> {
      ReferenceWindowRealm frame = test.window.newFrame(Origin.OTHER);
      greet(test, frame, "before");
      frame.remove();
      greet(test, frame, "never");
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of(), List.of("before"));
  }

  @Test
  void aFrameOfTheSameAgentHasNotRunWhenItIsRemoved() {
    Set<List<Object>> logs = logs(test -> {
      ReferenceWindowRealm frame = test.window.newFrame(Origin.SAME);
      frame.global().setOnmessage(test.data("frame: "));
      frame.proxy().postMessage("lost");
      frame.remove();
    });
    assertThat(logs).containsExactly(List.of());
  }

  @Test
  void theNextDocumentHearsWhatIsPostedAfterItWasLoaded() {
    Set<List<Object>> logs = logs(test -> {
      ReferenceWindowRealm old = test.window.newFrame(Origin.OTHER);
      old.proxy().postMessage("old", "*", List.of());
      ReferenceWindowRealm next = old.navigate(Origin.OTHER);
      next.execute(() -> next.global().setOnmessage(test.data("next: ")));
      next.proxy().postMessage("new", "*", List.of());
    });
    assertThat(logs).containsExactlyInAnyOrder(List.of("next: new"), List.of());
  }

  /** The partner in the parent hears of the end; the one that goes with the document does not. */
  @Test
  void thePartnersOfItsPortsHearOfTheEnd() {
    Set<List<Object>> logs = logs(new PartsWithCloseEvent(), test -> {
      ReferenceWindowRealm frame = test.window.newFrame(Origin.OTHER);
      ReferencePort here = (ReferencePort) test.window.newMessageChannel().getPort1();
      here.setOnclose(event -> test.log.add("closed"));
      frame.execute(() -> {
        MessagePort inside = frame.newMessageChannel().getPort1();
        inside.setOnclose(event -> test.log.add("never"));
        frame.global().setOnmessage(on(event -> test.log.add("received")));
      });
      frame.proxy().postMessage("your end", "*", List.of((ReferencePort) here.entangledWith()));
      frame.remove();
    });
    assertThat(logs).contains(List.of("received", "closed")).doesNotContain(List.of("never"));
  }
}
