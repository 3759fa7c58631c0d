package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.SubjectWorld;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * An implementation in Java that cannot tell when it is idle is settled by turns of all its agents, and no verdict
 * changes by that. The reference can tell, so it is kept from doing so here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlingByTurnsTest {
  private static final Set<Verdict> UNHARMED =
      EnumSet.of(Verdict.PASS, Verdict.CONTESTED, Verdict.NOT_CLAIMED, Verdict.INAPPLICABLE);

  private InProcessBackend backend;

  @BeforeAll
  void open() {
    backend = new InProcessBackend(new Untold(new ReferenceProvider()), Budget.arrival());
  }

  @AfterAll
  void close() {
    backend.close();
  }

  @TestFactory
  Stream<DynamicTest> everyCheckHolds() {
    return Checks.all().stream().map(check -> dynamicTest(check.id(), () -> {
      CheckResult result = check.run(backend, Budget.arrival());

      assertThat(result.verdict()).as(result.message()).isIn(UNHARMED);
      assertThat(backend.lateObservations()).isZero();
    }));
  }

  /** A provider whose worlds do not say when they are idle. */
  private record Untold(MessagingProvider provider) implements MessagingProvider {
    @Override
    public String name() {
      return provider.name();
    }

    @Override
    public String version() {
      return provider.version();
    }

    @Override
    public Set<Capability> capabilities() {
      return provider.capabilities();
    }

    @Override
    public SubjectWorld openWorld(Reporter reporter) {
      SubjectWorld world = provider.openWorld(reporter);
      return new SubjectWorld() {
        @Override
        public SubjectRealm window() {
          return world.window();
        }

        @Override
        public void collectGarbage() {
          world.collectGarbage();
        }

        @Override
        public void close() {
          world.close();
        }
      };
    }
  }
}
