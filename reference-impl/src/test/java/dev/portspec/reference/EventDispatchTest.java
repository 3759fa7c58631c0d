package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.on;
import static dev.portspec.reference.SimulatedTestWorld.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.AbortController;
import dev.portspec.api.DOMException;
import dev.portspec.api.ErrorEvent;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.Thrown;
import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listeners, handlers, microtasks and reports, at a port. */
class EventDispatchTest {
  private static final ListenerOptions CAPTURE = new ListenerOptions(true, false, false, null);
  private static final ListenerOptions ONCE = new ListenerOptions(false, true, false, null);
  private static final ListenerOptions PASSIVE = new ListenerOptions(false, false, true, null);
  private static final MessageEventInit CANCELABLE =
      new MessageEventInit(false, true, false, null, "", "", null, List.of());

  private final SimulatedTestWorld world = new SimulatedTestWorld();
  private final ReferenceChannel channel = world.channel();
  private final ReferencePort port = channel.getPort2();

  private boolean dispatch() {
    return world.run(() -> port.dispatchEvent(world.window.newMessageEvent("message", CANCELABLE)));
  }

  private EventListener doing(String label, Runnable effect) {
    return event -> {
      world.log.add(label);
      effect.run();
      return Undefined.UNDEFINED;
    };
  }

  @Test
  void listenersRunInOrderCaptureFirstEachOnce() {
    EventListener a = world.logging("a");
    world.run(() -> {
      port.addEventListener("message", a);
      port.addEventListener("message", world.logging("b"), ONCE);
      port.addEventListener("message", a);
      port.addEventListener("message", world.logging("c"), CAPTURE);
      port.addEventListener("Message", world.logging("other type"));
      port.addEventListener("message", null);
    });
    assertThat(dispatch()).isTrue();
    assertThat(dispatch()).isTrue();
    assertThat(world.log).containsExactly("c", "a", "b", "c", "a");
  }

  @Test
  void changesDuringADispatch() {
    EventListener removed = world.logging("removed");
    EventListener again = world.logging("removed and added again");
    EventListener captured = world.logging("added in the capture pass");
    world.run(() -> {
      port.addEventListener("message",
          doing("capture", () -> port.addEventListener("message", captured)), CAPTURE);
      port.addEventListener("message", doing("first", () -> {
        port.addEventListener("message", world.logging("added"));
        port.removeEventListener("message", removed, false);
        port.removeEventListener("message", again, false);
        port.addEventListener("message", again);
        port.removeEventListener("message", world.logging("unknown"), false);
      }));
      port.addEventListener("message", removed);
      port.addEventListener("message", again);
    });
    dispatch();
    assertThat(world.log).containsExactly("capture", "first", "added in the capture pass");
  }

  @Test
  void stoppingPropagation() {
    world.run(() -> {
      port.addEventListener("message", event -> {
        event.stopPropagation();
        return Undefined.UNDEFINED;
      }, CAPTURE);
      port.addEventListener("message", world.logging("same pass"), CAPTURE);
      port.addEventListener("message", world.logging("second pass"));
    });
    dispatch();
    assertThat(world.log).containsExactly("same pass");

    world.run(() -> {
      port.addEventListener("x", event -> {
        event.stopImmediatePropagation();
        return Undefined.UNDEFINED;
      });
      port.addEventListener("x", world.logging("never"));
      port.dispatchEvent(world.window.newEvent("x", MessageEventInit.DEFAULTS));
    });
    assertThat(world.log).containsExactly("same pass");
  }

  @Test
  void abortingRemovesAListener() {
    world.run(() -> {
      AbortController controller = world.window.newAbortController();
      ListenerOptions withSignal = new ListenerOptions(false, false, false, controller.getSignal());
      controller.getSignal().addEventListener("abort", world.logging("abort"));
      port.addEventListener("message", world.logging("never"), withSignal);
      controller.abort();
      controller.abort();
      port.addEventListener("message", world.logging("never"), withSignal);
    });
    dispatch();
    assertThat(world.log).containsExactly("abort");
  }

  @Test
  void cancellation() {
    EventListener prevents = event -> {
      event.preventDefault();
      return Undefined.UNDEFINED;
    };
    world.run(() -> port.addEventListener("message", prevents, PASSIVE));
    assertThat(dispatch()).isTrue();
    world.run(() -> port.addEventListener("message", event -> false));
    assertThat(dispatch()).isTrue();
    world.run(() -> port.setOnmessage(event -> false));
    assertThat(dispatch()).isFalse();
  }

  @Test
  void returningFalseForAnEventThatIsNotCancelableIsContested() {
    assertThat(prevented("set")).isTrue();
    assertThat(prevented("unset")).isFalse();
  }

  private static boolean prevented(String outcome) {
    SimulatedTestWorld world =
        new SimulatedTestWorld(SimulatedTestWorld.choosing(Freedom.RETURN_FALSE_NOT_CANCELABLE, outcome));
    ReferenceChannel channel = world.channel();
    world.run(() -> {
      channel.getPort2().setOnmessage(event -> false);
      channel.getPort2().addEventListener("message", on(event -> world.log.add(event.getDefaultPrevented())));
      post(channel.getPort1(), "m");
    });
    world.settle();
    return (Boolean) world.log.get(0);
  }

  @Test
  void handlersKeepTheirPlaceUntilNulled() {
    EventListener second = world.logging("H2");
    world.run(() -> {
      assertThat(port.getOnmessage()).isNull();
      port.setOnmessage(world.logging("H1"));
      port.addEventListener("message", world.logging("A"));
      port.setOnmessage(second);
      port.removeEventListener("message", second, false);
      assertThat(port.getOnmessage()).isSameAs(second);
    });
    dispatch();
    world.run(() -> {
      port.setOnmessage(null);
      port.setOnmessage(second);
    });
    dispatch();
    assertThat(world.log).containsExactly("H2", "A", "A", "H2");
  }

  @Test
  void aHandlerIsReadAtItsTurn() {
    world.run(() -> {
      port.addEventListener("message", doing("A", () -> port.setOnmessage(world.logging("new"))));
      port.setOnmessage(world.logging("old"));
    });
    dispatch();
    assertThat(world.log).containsExactly("A", "new");
  }

  @Test
  void microtasksRunBetweenListenersUnlessAScriptIsOnTheStack() {
    world.run(() -> {
      port.addEventListener("message", doing("L1", () -> world.window.queueMicrotask(() -> world.log.add("m1"))));
      port.addEventListener("message", doing("L2", () -> world.window.queueMicrotask(() -> world.log.add("m2"))));
      port.dispatchEvent(world.window.newMessageEvent("message", CANCELABLE));
      world.log.add("end of script");
      port.start();
      post(channel.getPort1(), "from the loop");
    });
    world.settle();
    assertThat(world.log).containsExactly("L1", "L2", "end of script", "m1", "m2", "L1", "m1", "L2", "m2");
  }

  @Test
  void microtasksDrainAndTimersAreTasks() {
    world.run(() -> {
      world.window.setTimeout(() -> world.log.add("timer"));
      world.window.queueMicrotask(() -> {
        world.log.add("m1");
        world.window.queueMicrotask(() -> world.log.add("m2"));
        throw new IllegalArgumentException("in a microtask");
      });
    });
    world.settle();
    assertThat(world.log).containsExactly("m1", "reported in a microtask", "m2", "timer");
  }

  @Test
  void exceptionsAreReportedAndIsolated() {
    Thrown boom = new Thrown("boom");
    world.run(() -> {
      world.window.global().addEventListener("error", event -> {
        world.log.add(((ErrorEvent) event).getError());
        event.preventDefault();
        throw new IllegalStateException("while reporting");
      });
      port.addEventListener("message", event -> {
        throw boom;
      });
      port.addEventListener("message", world.logging("L2"));
      port.start();
      post(channel.getPort1(), 0, 1);
    });
    world.settle();
    assertThat(world.log).containsExactly(
        "reported boom", "boom", "reported while reporting", "L2",
        "reported boom", "boom", "reported while reporting", "L2");
    assertThat(world.reports.get(0)).isSameAs(boom);
  }

  @Test
  void aTaskThatThrowsIsReported() {
    world.window.execute(() -> {
      throw new IllegalArgumentException("in a script");
    });
    world.settle();
    assertThat(world.log).containsExactly("reported in a script");
  }

  @Test
  void anEventCanBeDispatchedAgainButNotMeanwhile() {
    List<MessageEvent> kept = new ArrayList<>();
    world.run(() -> {
      port.setOnmessage(on(event -> {
        world.log.add(event.getIsTrusted());
        kept.add(event);
        event.initMessageEvent("ignored", MessageEventInit.DEFAULTS);
        assertThat(event.getEventPhase()).isEqualTo(Event.AT_TARGET);
        assertThat(event.composedPath()).containsExactly(port);
        assertThatThrownBy(() -> port.dispatchEvent(event))
            .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("InvalidStateError"));
      }));
      post(channel.getPort1(), "once");
    });
    world.settle();
    MessageEvent event = kept.get(0);
    assertThat(event.getTarget()).isSameAs(port);
    assertThat(event.getCurrentTarget()).isNull();
    assertThat(event.getEventPhase()).isEqualTo(Event.NONE);
    assertThat(event.composedPath()).isEmpty();
    world.run(() -> port.dispatchEvent(event));
    assertThat(world.log).containsExactly(true, false);
    assertThat(world.reports).isEmpty();
  }

  @Test
  void initMessageEventResetsAndSets() {
    world.run(() -> {
      MessageEventInit init =
          new MessageEventInit(true, true, true, "d", "\uD800", "\uD800", port, List.of(channel.getPort1()));
      MessageEvent event = world.window.newMessageEvent("message", init);
      assertThat(event.getData()).isEqualTo("d");
      assertThat(event.getOrigin()).isEqualTo("\uFFFD");
      assertThat(event.getLastEventId()).isEqualTo("\uD800");
      assertThat(event.getSource()).isSameAs(port);
      event.preventDefault();

      event.initMessageEvent("x", MessageEventInit.DEFAULTS);

      assertThat(event.getType()).isEqualTo("x");
      assertThat(event.getDefaultPrevented()).isFalse();
      assertThat(event.getComposed()).isTrue();
      assertThat(event.getData()).isNull();
      assertThat(event.getPorts()).isEmpty();
    });
  }
}
