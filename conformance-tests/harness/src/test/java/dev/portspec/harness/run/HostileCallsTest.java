package dev.portspec.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a call to an implementation does instead of what it should, in whichever of its members: the check fails in
 * bounded time, and its message names the member or what it threw.
 */
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCallsTest {
  /** One for each of its questions, and one that shows what they left behind; the others are those of checks. */
  private static final int WORLDS_OF_THE_DOCTOR = 6;

  @BeforeEach
  void littlePatience(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());
    System.setProperty("portspec.patience", "0.1");
  }

  @AfterEach
  void patienceAgain() {
    System.clearProperty("portspec.patience");
  }

  /** What a call does. */
  private enum Misdeed {
    THROWS(() -> {
      throw new IllegalStateException("hostile");
    }),
    THROWS_AN_ERROR(() -> {
      throw new StackOverflowError("hostile");
    }),
    HAS_NO_MEMORY(() -> {
      throw new OutOfMemoryError("hostile");
    }),
    HANGS(() -> {
      awaitForever();
      return null;
    });

    private final Supplier<@Nullable Object> deed;

    Misdeed(Supplier<@Nullable Object> deed) {
      this.deed = deed;
    }
  }

  private static final List<String> CALLED =
      List.of(
          "openWorld", "window", "execute", "newMessageChannel", "getPort1", "postMessage", "setOnmessage",
          "SubjectWorld.close");

  @TestFactory
  Stream<DynamicTest> whateverACallDoesInstead() {
    return CALLED.stream()
        .flatMap(member -> Arrays.stream(Misdeed.values())
            .map(misdeed -> dynamicTest(member + " " + misdeed, () -> failsInBoundedTime(member, misdeed))));
  }

  @TestFactory
  Stream<DynamicTest> nothingWhereSomethingIsDue() {
    return Stream.of("openWorld", "window", "newMessageChannel", "getPort1", "getPort2")
        .map(member -> dynamicTest(member, () -> failsWithoutAValue(member)));
  }

  private static void failsWithoutAValue(String member) {
    CheckResult result = resultOf(new Hostile(member, () -> null));

    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.message()).contains("null");
  }

  /** A task that was run although nobody waits for it any more is not taken for one of a later check. */
  @Test
  void anAnswerThatComesLaterThanAnybodyWaits() {
    CountDownLatch over = new CountDownLatch(1);
    Hostile late = new Hostile("", () -> null) {
      @Override
      void deliver(ExecutorService loop, ToyPort target, String message) {
        if (isArmed() && message.equals("one")) {
          await(over);
        }
        super.deliver(loop, target, message);
      }
    };

    RunRecord record = Sandbox.run(late, SampleChecks.Right.class, SampleChecks.AlsoRight.class).record();
    over.countDown();

    assertThat(record.results()).extracting(CheckResult::verdict).containsExactly(Verdict.FAIL, Verdict.PASS);
    assertThat(record.results().get(0).message()).contains("no answer within the arrival budget");
    assertThat(record.isGreen()).isFalse();
  }

  private static void failsInBoundedTime(String member, Misdeed misdeed) {
    Hostile hostile = new Hostile(member, misdeed.deed);

    CheckResult result = resultOf(hostile);

    assertThat(hostile.misdeeds).isPositive();
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.outcome()).startsWith("port.queue.fifo: ");
    assertThat(result.message())
        .containsAnyOf(misdeed == Misdeed.HANGS ? new String[] {"no answer within the arrival budget"}
            : new String[] {"hostile", "threw"});
  }

  private static CheckResult resultOf(Hostile hostile) {
    Sandbox.Outcome outcome = Sandbox.run(hostile, SampleChecks.Right.class);
    assertThat(outcome.record().isGreen()).isFalse();
    assertThat(outcome.record().results()).as("%s", outcome.record().problems()).hasSize(1);
    return outcome.only();
  }

  private static void awaitForever() {
    await(new CountDownLatch(1));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The toy, in which one member does something else once the doctor has left. */
  private static class Hostile extends ToyProvider {
    private final String member;
    private final Supplier<@Nullable Object> deed;
    private int worlds;
    private volatile int misdeeds;

    Hostile(String member, Supplier<@Nullable Object> deed) {
      this.member = member;
      this.deed = deed;
    }

    final boolean isArmed() {
      return worlds > WORLDS_OF_THE_DOCTOR;
    }

    @Override
    public SubjectWorld openWorld(Reporter reporter) {
      worlds++;
      if (isArmed() && member.equals("openWorld")) {
        return (SubjectWorld) misdeed();
      }
      SubjectWorld world = super.openWorld(reporter);
      return isArmed() ? (SubjectWorld) wrapped(world, "SubjectWorld") : world;
    }

    private @Nullable Object misdeed() {
      misdeeds++;
      return deed.get();
    }

    private Object wrapped(Object original, String name) {
      InvocationHandler handler = (proxy, method, args) -> {
        if (method.getName().equals(member) || (name + "." + method.getName()).equals(member)) {
          return misdeed();
        }
        return wrapIfOurs(invoke(original, method, args));
      };
      Set<Class<?>> interfaces = new HashSet<>();
      for (Class<?> type = original.getClass(); type != null; type = type.getSuperclass()) {
        interfaces.addAll(Set.of(type.getInterfaces()));
      }
      return Proxy.newProxyInstance(
          getClass().getClassLoader(), interfaces.toArray(new Class<?>[0]), handler);
    }

    private static @Nullable Object invoke(Object original, Method method, Object @Nullable [] args) throws Throwable {
      try {
        method.setAccessible(true);
        return method.invoke(original, args);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private @Nullable Object wrapIfOurs(@Nullable Object value) {
      boolean ours = value != null && value.getClass().getName().startsWith("dev.portspec.harness.run.Toy");
      return ours ? wrapped(value, value.getClass().getSimpleName()) : value;
    }
  }
}
