package dev.portspec.reference;

import dev.portspec.api.DedicatedWorkerGlobalScope;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.Undefined;
import dev.portspec.api.Worker;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A world of either scheduler, with one log, in which the entries of one agent are in order. */
final class WorkerTestWorld implements AutoCloseable, Reporter {
  private static final long SECONDS = 20;

  /** Who runs the agents. */
  enum Scheduling { SIMULATED, THREADS }

  final List<Object> log = Collections.synchronizedList(new ArrayList<>());
  final ReferenceWorld world;
  final ReferenceWindowRealm window;

  WorkerTestWorld(Scheduling scheduling) {
    this(scheduling == Scheduling.THREADS ? null : Chooser.first(), new Parts());
  }

  WorkerTestWorld(Chooser chooser, Parts parts) {
    world = chooser == null ? ReferenceWorld.open(this, parts) : ReferenceWorld.simulated(chooser, this, parts);
    window = world.window();
  }

  @Override
  public void reported(SubjectRealm realm, Throwable exception) {
    log.add("reported in " + realm + ": " + exception.getMessage());
  }

  @Override
  public void reportedOfWorker(SubjectRealm realm, String message) {
    log.add("reported of a worker in " + realm + ": " + message);
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
    return runIn(window, block);
  }

  /** Runs a block as one task of a realm. */
  void runIn(ReferenceRealm realm, Runnable block) {
    runIn(
        realm,
        () -> {
          block.run();
          return true;
        });
  }

  private <T> T runIn(ReferenceRealm realm, Supplier<T> block) {
    CompletableFuture<T> result = new CompletableFuture<>();
    realm.execute(
        () -> {
          try {
            result.complete(block.get());
          } catch (RuntimeException | Error exception) {
            result.completeExceptionally(exception);
          }
        });
    world.runUntil(result::isDone);
    return get(result);
  }

  static <T> T get(CompletableFuture<T> result) {
    try {
      return result.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  void settle() {
    if (!world.settle()) {
      throw new IllegalStateException("the world was closed");
    }
  }

  /** Runs a block in the window and settles. */
  void runAndSettle(Runnable block) {
    run(block);
    settle();
  }

  /** A worker of the window. */
  Worker worker(Consumer<DedicatedWorkerGlobalScope> script) {
    return window.newWorker(script(script));
  }

  static Consumer<SubjectRealm> script(Consumer<DedicatedWorkerGlobalScope> script) {
    return realm -> script.accept(self(realm));
  }

  static DedicatedWorkerGlobalScope self(SubjectRealm realm) {
    return (DedicatedWorkerGlobalScope) realm.global();
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

  static EventListener onAny(Consumer<Event> reaction) {
    return event -> {
      reaction.accept(event);
      return Undefined.UNDEFINED;
    };
  }

  @Override
  public void close() {
    world.close();
  }
}
