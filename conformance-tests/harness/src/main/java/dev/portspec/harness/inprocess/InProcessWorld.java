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
import java.util.function.Supplier;

/** One world of a provider: its first window, for now, in its one agent. */
final class InProcessWorld implements BackendWorld {
  private final Guard guard;
  private final SubjectWorld world;
  private final AgentHost host;

  InProcessWorld(MessagingProvider provider, Guard guard, AtomicInteger late) {
    this.guard = guard;
    CompletableFuture<AgentHost> ready = new CompletableFuture<>();
    this.world =
        guard.call(
            "openWorld", () -> provider.openWorld((realm, exception) -> ready.join().reported(exception)));
    this.host = guard.call("window", () -> new AgentHost("window", world.window(), late));
    ready.complete(host);
  }

  @Override
  public Answer run(String realm, List<?> script) {
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
      guard.await("a second task given to execute()", later);
    }
    checkFlood();
    return seen;
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
    CompletableFuture<Boolean> turned = new CompletableFuture<>();
    guard.call(
        "execute",
        () -> {
          host.realm().execute(() -> roundTrip(turned));
          return world.runUntil(turned::isDone);
        });
    guard.await("a task given to execute(), and in it a message on a new channel", turned);
    checkFlood();
  }

  private void roundTrip(CompletableFuture<Boolean> turned) {
    try {
      MessageChannel channel = host.realm().newMessageChannel();
      channel.getPort2().setOnmessage(event -> turned.complete(true));
      channel.getPort1().postMessage("turn");
    } catch (RuntimeException | Error e) {
      turned.completeExceptionally(e);
    }
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
    if (host.isFull()) {
      throw new BackendException(
          Failure.FLOODS, "it floods: more than %d observations in one world".formatted(AgentHost.MOST_OBSERVATIONS));
    }
  }

  @Override
  public List<Observation> observations() {
    return host.observations();
  }

  @Override
  public void close() {
    host.close();
    guard.call(
        "close",
        () -> {
          world.close();
          return true;
        });
  }
}
