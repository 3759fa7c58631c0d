package dev.portspec.harness.inprocess;

import dev.portspec.api.MessageChannel;
import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.SubjectWorld;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One world of a provider: its first window, and the frames and workers that its scripts make. */
final class InProcessWorld implements BackendWorld {
  private final Guard guard;
  private final Log log;
  private final Agents agents;
  private final SubjectWorld world;

  InProcessWorld(MessagingProvider provider, Guard guard, AtomicInteger late) {
    this.guard = guard;
    this.log = new Log(late, observation -> {});
    this.agents = new Agents(log);
    this.world = guard.call("openWorld", () -> provider.openWorld(agents));
    guard.call("window", () -> agents.host("window", world.window()));
  }

  @Override
  public Answer run(String realm, List<?> script) {
    RealmHost host = started(realm);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Runnable task = () -> complete(answer, () -> host.runScript(script));
    boolean pumped =
        guard.call(
            "execute",
            () -> {
              host.realm().execute(task);
              return world.runUntil(answer::isDone);
            });
    Answer seen = guard.await("a task given to execute()", answer);
    if (!pumped) {
      // what the script left as microtasks has run once a later task runs
      CompletableFuture<Boolean> later = new CompletableFuture<>();
      guard.call(
          "execute",
          () -> {
            host.realm().execute(() -> later.complete(true));
            return true;
          });
      awaitUnlessEnded("a second task given to execute()", later, host);
    }
    checkFlood();
    return seen;
  }

  /** The realm of that name, once its top-level script has run. */
  private RealmHost started(String realm) {
    CompletableFuture<RealmHost> start = agents.start(realm);
    if (!start.isDone()) {
      guard.call("runUntil", () -> world.runUntil(start::isDone));
    }
    return guard.await("the start of " + realm, start);
  }

  /** An answer of whatever kind: who waits for it need not wait until the budget ends. */
  private static void complete(CompletableFuture<Answer> answer, Supplier<Answer> body) {
    try {
      answer.complete(body.get());
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  @Override
  public boolean settleExactly() {
    boolean exactly = guard.call("settle", world::settle);
    checkFlood();
    return exactly;
  }

  @Override
  public void turn() {
    for (String name : agents.starting()) {
      guard.awaitUnless("the start of " + name, agents.start(name), () -> !agents.isStarting(name));
    }
    for (RealmHost host : agents.started()) {
      if (host.isLiving()) {
        turn(host);
      }
    }
    checkFlood();
  }

  private void turn(RealmHost host) {
    CompletableFuture<Boolean> turned = new CompletableFuture<>();
    BooleanSupplier over = () -> turned.isDone() || host.realm().hasEnded();
    guard.call(
        "execute",
        () -> {
          host.realm().execute(() -> roundTrip(host, turned));
          return world.runUntil(over);
        });
    awaitUnlessEnded("a task given to execute(), and in it a message on a new channel", turned, host);
  }

  private void roundTrip(RealmHost host, CompletableFuture<Boolean> turned) {
    try {
      MessageChannel channel = host.realm().newMessageChannel();
      channel.getPort2().setOnmessage(event -> turned.complete(true));
      channel.getPort1().postMessage("turn");
    } catch (RuntimeException | Error e) {
      turned.completeExceptionally(e);
    }
  }

  /** Waits for something that an agent is to do, unless it ends before. */
  private void awaitUnlessEnded(String what, CompletableFuture<?> future, RealmHost host) {
    guard.awaitUnless(what, future, host.realm()::hasEnded);
  }

  @Override
  public void collectGarbage() {
    turn();
    guard.call(
        "collectGarbage",
        () -> {
          world.collectGarbage();
          return true;
        });
    turn();
  }

  private void checkFlood() {
    if (log.isFull()) {
      throw new BackendException(
          Failure.FLOODS, "it floods: more than %d observations in one world".formatted(Log.MOST_OBSERVATIONS));
    }
  }

  @Override
  public List<Observation> observations() {
    return log.lines();
  }

  @Override
  public void close() {
    log.close();
    guard.call(
        "close",
        () -> {
          world.close();
          return true;
        });
  }
}
