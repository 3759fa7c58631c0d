package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import dev.portspec.spi.MessagingProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Worlds with threads: settling, closing, misuse, several agents. */
@Timeout(30)
class ReferenceWorldTest {
  private final List<Throwable> reports = Collections.synchronizedList(new ArrayList<>());
  private final ReferenceWorld world = ReferenceWorld.open((realm, exception) -> reports.add(exception));

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theProviderIsFound() {
    MessagingProvider provider = ServiceLoader.load(MessagingProvider.class).iterator().next();
    assertThat(provider).isInstanceOf(ReferenceProvider.class);
    assertThat(provider.name()).isEqualTo("reference");
  }

  @Test
  void aPortOffItsThreadIsAClearError() throws Exception {
    ReferenceRealm agent = world.newAgent("owner");
    CompletableFuture<MessagePort> handedOut = new CompletableFuture<>();
    agent.execute(() -> handedOut.complete(agent.newMessageChannel().getPort1()));
    MessagePort port = handedOut.get();

    assertThatThrownBy(() -> port.postMessage("m"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("MessagePort.postMessage", "'owner'", Thread.currentThread().getName(), "execute");
    assertThatThrownBy(() -> port.addEventListener("message", event -> Undefined.UNDEFINED))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(agent::newMessageChannel).isInstanceOf(IllegalStateException.class);

    ReferenceRealm other = world.newAgent("other");
    other.execute(port::start);
    assertThat(world.settle()).isTrue();
    assertThat(reports).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void settlingWaitsForEveryAgent() {
    ReferenceRealm ping = world.newAgent("ping");
    ReferenceRealm pong = world.newAgent("pong");
    List<Object> received = new ArrayList<>();
    ping.execute(() -> {
      MessagePort port = ping.connect(pong, echo -> echo.setOnmessage(event -> {
        echo.postMessage(((MessageEvent) event).getData());
        return Undefined.UNDEFINED;
      }));
      port.setOnmessage(event -> {
        Double n = (Double) ((MessageEvent) event).getData();
        received.add(n);
        if (n < 1000) {
          port.postMessage(n + 1);
        }
        return Undefined.UNDEFINED;
      });
      port.postMessage(1);
    });
    assertThat(world.settle()).isTrue();
    assertThat(received).hasSize(1000).last().isEqualTo(1000.0);
    assertThat(reports).isEmpty();
  }

  @Test
  void manySendersKeepTheirOrder() {
    ReferenceRealm sink = world.newAgent("sink");
    List<List<Object>> received = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<Object> fromOne = new ArrayList<>();
      received.add(fromOne);
      ReferenceRealm source = world.newAgent("source " + i);
      source.execute(() -> {
        MessagePort port = source.connect(sink, end -> end.setOnmessage(event -> {
          fromOne.add(((MessageEvent) event).getData());
          return Undefined.UNDEFINED;
        }));
        for (int n = 0; n < 500; n++) {
          port.postMessage(n);
        }
      });
    }
    assertThat(world.settle()).isTrue();
    for (List<Object> fromOne : received) {
      assertThat(fromOne).hasSize(500);
      for (int n = 0; n < 500; n++) {
        assertThat(fromOne.get(n)).isEqualTo((double) n);
      }
    }
  }

  @Test
  void aTaskMayWaitForAnotherAgent() {
    CountDownLatch arrived = new CountDownLatch(1);
    ReferenceRealm waiting = world.newAgent("waiting");
    ReferenceRealm raising = world.newAgent("raising");
    List<Boolean> result = new ArrayList<>();
    waiting.execute(() -> {
      MessagePort port = waiting.connect(raising, end -> end.setOnmessage(event -> {
        arrived.countDown();
        return Undefined.UNDEFINED;
      }));
      port.postMessage("go");
      try {
        arrived.await();
        result.add(true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    assertThat(world.settle()).isTrue();
    assertThat(result).containsExactly(true);
  }

  @Test
  void closingDoesNotWaitForAStuckTask() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    world.window().execute(() -> {
      stuck.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.complete(true);
      }
    });
    world.window().execute(() -> reports.add(new IllegalStateException("ran after the end of the world")));
    stuck.await();

    world.close();

    assertThat(interrupted.get()).isTrue();
    assertThat(world.settle()).isFalse();
    assertThat(reports).isEmpty();
    assertThatThrownBy(() -> world.newAgent("late")).hasMessageContaining("closed");
  }

  @Test
  void settlingInsideATaskIsRefused() {
    world.window().execute(world::settle);
    assertThat(world.settle()).isTrue();
    assertThat(reports).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void worldsAreCheap() {
    for (int i = 0; i < 500; i++) {
      try (ReferenceWorld each = ReferenceWorld.open((realm, exception) -> reports.add(exception))) {
        List<Object> received = new ArrayList<>();
        each.window().execute(() -> {
          ReferenceChannel channel = new ReferenceChannel(each.window());
          channel.getPort2().setOnmessage(event -> received.add(((MessageEvent) event).getData()));
          channel.getPort1().postMessage("m");
        });
        assertThat(each.settle()).isTrue();
        assertThat(received).containsExactly("m");
      }
    }
    assertThat(reports).isEmpty();
  }
}
