package dev.portspec.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.SubjectWorld;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An implementation that lies, hangs, floods or exits costs its check in bounded time, and is named as the cause. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileImplementationTest {
  /** The doctor posts one message; what comes after it is the check's. */
  private static final int MESSAGES_OF_THE_DOCTOR = 1;

  @BeforeEach
  void littlePatience(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());
    System.setProperty("portspec.patience", "0.1");
  }

  @AfterEach
  void patienceAgain() {
    System.clearProperty("portspec.patience");
  }

  /** Right while the doctor looks, and while the harness takes its turns. */
  private abstract static class HostileLater extends ToyProvider {
    private final AtomicInteger messages = new AtomicInteger();

    abstract void misbehave(ExecutorService loop, ToyPort target, String message);

    @Override
    void deliver(ExecutorService loop, ToyPort target, String message) {
      boolean ours = message.equals("turn") || messages.incrementAndGet() <= MESSAGES_OF_THE_DOCTOR;
      if (ours) {
        super.deliver(loop, target, message);
      } else {
        misbehave(loop, target, message);
      }
    }
  }

  @Test
  void oneThatLies() {
    ToyProvider liar =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            loop.execute(() -> target.receive("not " + message));
          }
        };

    CheckResult result = Sandbox.run(liar, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.outcome()).isEqualTo("port.queue.fifo: data of message: [\"not one\", \"not two\"]");
  }

  @Test
  void oneThatHangs() {
    ToyProvider hanging =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            awaitForever();
          }
        };

    CheckResult result = Sandbox.run(hanging, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("no answer within the arrival budget");
  }

  @Test
  void oneThatHangsInATask() {
    ToyProvider hanging =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            loop.execute(HostileImplementationTest::awaitForever);
          }
        };

    CheckResult result = Sandbox.run(hanging, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("no answer within the arrival budget");
  }

  /** The poster holds the channel and waits for the loop; the loop waits for the channel. */
  @Test
  void oneThatDeadlocks() {
    ToyProvider deadlocked =
        new HostileLater() {
          private final Lock channel = new ReentrantLock();
          private final ExecutorService delivery = Executors.newSingleThreadExecutor();

          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            channel.lock();
            CompletableFuture.runAsync(channel::lock, delivery).join();
          }
        };

    CheckResult result = Sandbox.run(deadlocked, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("no answer within the arrival budget");
  }

  @Test
  void oneThatDeliversNothingAsAnEvent() {
    ToyProvider garbled =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            loop.execute(() -> target.hand(null));
          }
        };

    CheckResult result = Sandbox.run(garbled, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.outcome()).isEqualTo("port.queue.fifo: data of message: []");
  }

  @Test
  void oneThatBurnsTheProcessor() {
    ToyProvider busy =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
          }
        };

    CheckResult result = Sandbox.run(busy, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("no answer within the arrival budget");
  }

  @Test
  void oneThatFloods() {
    ToyProvider flooding =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            if (loop.isShutdown()) {
              return;
            }
            loop.execute(
                () -> {
                  target.receive(message);
                  misbehave(loop, target, message);
                });
          }
        };

    CheckResult result = Sandbox.run(flooding, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).containsAnyOf("it does not come to rest", "it floods");
  }

  @Test
  void oneThatRunsHandlersOnAnyThread() {
    ExecutorService other = Executors.newSingleThreadExecutor();
    ToyProvider racing =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            CompletableFuture.runAsync(() -> target.receive(message), other).join();
          }
        };

    CheckResult result = Sandbox.run(racing, SampleChecks.Right.class).only();
    other.shutdownNow();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.outcome()).contains("was running on another thread");
  }

  @Test
  void oneThatFailsNowAndThenIsFlaky() {
    ToyProvider moody =
        new HostileLater() {
          private boolean failed;

          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            String sent = failed ? message : "wrong";
            failed = true;
            loop.execute(() -> target.receive(sent));
          }
        };

    Sandbox.Outcome outcome = Sandbox.run(moody, SampleChecks.Right.class);

    assertThat(outcome.only().verdict()).isEqualTo(Verdict.FLAKY);
    assertThat(outcome.record().isGreen()).isFalse();
  }

  @Test
  void oneThatDeliversOnceItsWorldWasLeft() {
    ToyProvider late =
        new HostileLater() {
          private @Nullable ToyPort receiver;

          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            receiver = target;
            loop.execute(() -> target.receive(message));
          }

          @Override
          public SubjectWorld openWorld(Reporter reporter) {
            SubjectWorld world = super.openWorld(reporter);
            return new SubjectWorld() {
              @Override
              public SubjectRealm window() {
                return world.window();
              }

              @Override
              public void close() {
                if (receiver != null) {
                  receiver.receive("too late");
                  receiver = null;
                }
                world.close();
              }
            };
          }
        };

    RunRecord record = Sandbox.run(late, SampleChecks.Right.class).record();

    assertThat(record.lateObservations()).isPositive();
    assertThat(record.isGreen()).isFalse();
    assertThat(record.problems())
        .contains(
            "something came after the world of Right.messagesArriveInOrder, or of the check before, was at rest");
  }

  @Test
  void oneWhosePostThrowsWhatNobodyDeclares() {
    ToyProvider sneaky =
        new HostileLater() {
          @Override
          void misbehave(ExecutorService loop, ToyPort target, String message) {
            HostileImplementationTest.<RuntimeException>sneak(new IOException("disk full"));
          }
        };

    CheckResult result = Sandbox.run(sneaky, SampleChecks.Right.class).only();

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.outcome()).contains("threw").contains("IOException");
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** In process the JVM goes with it: the journal says which check was running. */
  @Test
  void oneThatExits(@TempDir Path folder) throws Exception {
    assertThat(exitCodeOf(Exiting.class, folder)).isEqualTo(42);

    List<String> journal = Files.readAllLines(folder.resolve("toy").resolve(Journal.FILE));
    assertThat(journal.get(journal.size() - 1)).isEqualTo("{\"begin\":\"Right.messagesArriveInOrder\"}");
  }

  /** In its own thread it costs the check, and the run goes on. */
  @Test
  void oneThatExhaustsTheMemory(@TempDir Path folder) throws Exception {
    assertThat(exitCodeOf(Devouring.class, folder)).isZero();

    assertThat(Files.readString(folder.resolve("out.txt")))
        .contains("Right.messagesArriveInOrder FAIL").contains("OutOfMemoryError");
  }

  private static int exitCodeOf(Class<?> main, Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx48m",
                "-Dportspec.reports=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()))
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "out.txt"))
        .start()
        .waitFor();
  }

  /** The main class of a JVM whose implementation exits. */
  static final class Exiting {
    private Exiting() {}

    public static void main(String[] args) {
      ToyProvider exiting =
          new HostileLater() {
            @Override
            void misbehave(ExecutorService loop, ToyPort target, String message) {
              System.exit(42);
            }
          };
      Sandbox.run(exiting, SampleChecks.Right.class);
    }
  }

  /** The main class of a JVM whose implementation asks for more memory than there is. */
  static final class Devouring {
    private Devouring() {}

    public static void main(String[] args) {
      ToyProvider devouring =
          new HostileLater() {
            @Override
            void misbehave(ExecutorService loop, ToyPort target, String message) {
              List<byte[]> kept = new ArrayList<>();
              while (kept.add(new byte[1_000_000])) {
                // until there is no more
              }
            }
          };
      CheckResult result = Sandbox.run(devouring, SampleChecks.Right.class).only();
      System.out.println(result.check() + " " + result.verdict() + " " + result.message());
      System.exit(0);
    }
  }

  private static void awaitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
