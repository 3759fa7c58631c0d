package dev.portspec.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot mean anything is red, and says why before its first script. */
class RefusalTest {
  @BeforeEach
  void reportsLieAside(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());
  }

  @AfterEach
  void nothingIsAskedFor() {
    System.clearProperty("portspec.implementation");
  }

  private static void isRefused(Sandbox.Outcome outcome, String why) {
    assertThat(outcome.record().problems()).anyMatch(problem -> problem.contains(why));
    assertThat(outcome.record().isGreen()).isFalse();
    assertThat(outcome.record().results()).isEmpty();
    assertThat(outcome.summary().getTestsFailedCount()).isEqualTo(1);
  }

  @Test
  void noSubject() {
    isRefused(Sandbox.run(null, SampleChecks.Right.class), "no implementation to test");
  }

  @Test
  void twoSubjectsAndNoneNamed() throws Exception {
    // two providers that only this class loader knows
    Path services = Files.createTempDirectory("services");
    Path file = services.resolve("META-INF/services/" + MessagingProvider.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, One.class.getName() + "\n" + Two.class.getName());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(new URL[] {services.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      isRefused(Sandbox.run(null, SampleChecks.Right.class), "several implementations to test");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** One check says why; the others would only say it again. */
  @Test
  void theReasonIsSaidOnce() {
    Sandbox.Outcome outcome = Sandbox.run(null, SampleChecks.Right.class, SampleChecks.Idle.class);

    assertThat(outcome.summary().getTestsFailedCount()).isEqualTo(1);
    assertThat(outcome.summary().getTestsAbortedCount()).isEqualTo(1);
    assertThat(outcome.record().isGreen()).isFalse();
  }

  @Test
  void aNameThatNobodyHas() {
    System.setProperty("portspec.implementation", "foo");

    isRefused(Sandbox.run(null, SampleChecks.Right.class), "no implementation named 'foo'; found:");
  }

  @Test
  void aClauseThatDoesNotExist() {
    isRefused(Sandbox.run(new ToyProvider(), SampleChecks.Mistaken.class), "port.no-such.clause");
  }

  @Test
  void anAdapterThatDoesNotWork() {
    ToyProvider silent =
        new ToyProvider() {
          @Override
          void deliver(ExecutorService loop, ToyPort target, String message) {}
        };
    System.setProperty("portspec.patience", "0.02");
    try {
      isRefused(Sandbox.run(silent, SampleChecks.Right.class), "hint:");
    } finally {
      System.clearProperty("portspec.patience");
    }
  }

  @Test
  void anAdapterThatThrows() {
    ToyProvider throwing =
        new ToyProvider() {
          @Override
          public SubjectWorld openWorld(Reporter reporter) {
            throw new IllegalStateException("no licence");
          }
        };

    isRefused(Sandbox.run(throwing, SampleChecks.Right.class), "no licence");
  }

  @Test
  void anEmptySelection() {
    Runs.select(new Runs.Selection(Set.of(), 5, List.of()));
    Portspec.use(new ToyProvider());

    assertThatThrownBy(Runs::complete)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the selection is empty");
    Runs.close();
  }

  @Test
  void aSelectedCheckThatDidNotRun() {
    Runs.select(new Runs.Selection(Set.of("Some.check"), 5, List.of()));
    Portspec.use(new ToyProvider());

    assertThatThrownBy(Runs::complete)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not run: Some.check");
    Runs.close();
  }

  /** One of two. */
  public static final class One extends ToyProvider {}

  /** The other of two. */
  public static final class Two extends ToyProvider {
    @Override
    public String name() {
      return "toy-two";
    }
  }
}
