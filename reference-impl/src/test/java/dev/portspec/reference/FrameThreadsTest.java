package dev.portspec.reference;

import static dev.portspec.reference.WorkerTestWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessagePort;
import dev.portspec.reference.WorkerTestWorld.Scheduling;
import dev.portspec.spi.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames on threads: those that are removed while they run, and no thread that is left behind. */
@Timeout(60)
class FrameThreadsTest {
  private final WorkerTestWorld test = new WorkerTestWorld(Scheduling.THREADS);

  @AfterEach
  void close() {
    test.close();
  }

  private static void awaitNoThreadOf(ReferenceRealm realm) {
    String name = "portspec agent " + realm.loop().name();
    while (Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals(name))) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aTaskThatRunsWhenItsFrameIsRemovedIsTheLast() throws Exception {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(Origin.OTHER));
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    frame.execute(() -> {
      runs.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        test.log.add("interrupted");
      }
      frame.newMessageChannel().getPort1().postMessage("to nobody");
      frame.newWorker(worker -> test.log.add("worker"));
      frame.setTimeout(() -> test.log.add("timer"));
      frame.queueMicrotask(() -> test.log.add("microtask"));
      frame.execute(() -> test.log.add("script"));
      test.log.add("done");
    });
    runs.await();
    test.run(frame::remove);
    assertThat(frame.hasEnded()).isFalse();
    mayEnd.countDown();
    test.settle();
    assertThat(frame.hasEnded()).isTrue();
    assertThat(test.log).containsExactly("done");
    awaitNoThreadOf(frame);
  }

  @RepeatedTest(10)
  void aFrameThatMakesFramesIsRemovedWithAllOfThem() throws Exception {
    ReferenceWindowRealm frame = test.run(() -> test.window.newFrame(Origin.OTHER));
    List<ReferenceWindowRealm> inner = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch runs = new CountDownLatch(3);
    frame.execute(() -> {
      while (inner.size() < 100) {
        inner.add(frame.newFrame(Origin.OPAQUE));
        runs.countDown();
      }
    });
    runs.await();
    test.run(frame::remove);
    test.settle();
    assertThat(inner).allMatch(ReferenceRealm::hasEnded);
    assertThat(frame.hasEnded()).isTrue();
  }

  @RepeatedTest(20)
  void framesThatTalkAreRemovedAtAnyTime() {
    List<ReferenceWindowRealm> frames = new ArrayList<>();
    test.run(() -> {
      for (int i = 0; i < 4; i++) {
        ReferenceWindowRealm frame = test.window.newFrame(Origin.values()[i % 3]);
        frames.add(frame);
        frame.execute(() -> frame.global().setOnmessage(on(event -> {
          for (MessagePort port : event.getPorts()) {
            port.setOnmessage(on(message -> port.postMessage(message.getData())));
            port.postMessage("ball");
          }
        })));
      }
      for (int i = 0; i < 4; i++) {
        ReferenceChannel channel = new ReferenceChannel(test.window);
        frames.get(i).proxy().postMessage("left", "*", List.of(channel.getPort1()));
        frames.get((i + 1) % 4).proxy().postMessage("right", "*", List.of(channel.getPort2()));
      }
    });
    for (int i = 0; i < 4; i++) {
      ReferenceWindowRealm frame = frames.get(i);
      frames.set(i, test.run(() -> frame.navigate(Origin.OTHER)));
    }
    test.settle();
    frames.forEach(frame -> test.run(frame::remove));
    test.settle();
    frames.forEach(FrameThreadsTest::awaitNoThreadOf);
    assertThat(test.log).isEmpty();
  }
}
