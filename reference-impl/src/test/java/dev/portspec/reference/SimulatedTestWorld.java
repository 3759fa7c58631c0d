package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A simulated world with a log, whose blocks are tasks of its window. */
final class SimulatedTestWorld implements AutoCloseable {
  final List<Object> log = new ArrayList<>();
  final List<Throwable> reports = new ArrayList<>();
  final ReferenceWorld world;
  final ReferenceWindowRealm window;

  SimulatedTestWorld() {
    this(Chooser.first());
  }

  SimulatedTestWorld(Chooser chooser) {
    this(chooser, new Parts());
  }

  SimulatedTestWorld(Chooser chooser, Parts parts) {
    world =
        ReferenceWorld.simulated(
            chooser,
            (realm, exception) -> {
              reports.add(exception);
              log.add("reported " + exception.getMessage());
            },
            parts);
    window = world.window();
  }

  /** A chooser that takes one outcome of one freedom, and the first option of everything else. */
  static Chooser choosing(Freedom freedom, String outcome) {
    return (what, options) -> what.equals(freedom.clause()) ? options.indexOf(outcome) : 0;
  }

  /** Runs a block as one task of the window. */
  void run(Runnable block) {
    run(
        () -> {
          block.run();
          return true;
        });
  }

  /** Runs a block as one task of the window and returns what it returns; throws what it throws. */
  <T> T run(Supplier<T> block) {
    List<T> result = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    window.execute(
        () -> {
          try {
            result.add(block.get());
          } catch (RuntimeException | Error exception) {
            thrown.add(exception);
          }
        });
    if (!world.runUntil(() -> !result.isEmpty() || !thrown.isEmpty())) {
      throw new IllegalStateException("the block did not run");
    }
    for (Throwable exception : thrown) {
      if (exception instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) exception;
    }
    return result.get(0);
  }

  void settle() {
    if (!world.settle()) {
      throw new IllegalStateException("the world was closed");
    }
  }

  ReferenceChannel channel() {
    return run(() -> new ReferenceChannel(window));
  }

  /** A listener that logs a label. */
  EventListener logging(String label) {
    return event -> {
      log.add(label);
      return Undefined.UNDEFINED;
    };
  }

  /** A listener that logs the data of messages. */
  EventListener data() {
    return on(event -> log.add(event.getData()));
  }

  /** A listener that logs the data of messages after a label. */
  EventListener data(String label) {
    return on(event -> log.add(label + event.getData()));
  }

  static EventListener on(Consumer<MessageEvent> reaction) {
    return event -> {
      reaction.accept((MessageEvent) event);
      return Undefined.UNDEFINED;
    };
  }

  static ReferencePort port(MessageEvent event, int index) {
    return (ReferencePort) event.getPorts().get(index);
  }

  static void post(MessagePort port, Object... messages) {
    for (Object message : messages) {
      port.postMessage(message);
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
