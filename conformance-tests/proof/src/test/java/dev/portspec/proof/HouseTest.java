package dev.portspec.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.portspec.harness.Verifies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Arrows in the house point one way only, nothing sleeps, and no duration stands anywhere but in the budgets. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.portspec");

  @Test
  void theBookAndTheBindingKnowNobody() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.portspec.spec..", "dev.portspec.api..", "dev.portspec.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.reference..", "dev.portspec.harness..", "dev.portspec.catalogue..",
            "dev.portspec.reporting..", "dev.portspec.suite..", "dev.portspec.engines..", "dev.portspec.oracle..")
        .check(HOUSE);
  }

  @Test
  void theReferenceKnowsTheBindingOnly() {
    noClasses()
        .that()
        .resideInAPackage("dev.portspec.reference..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.harness..", "dev.portspec.catalogue..", "dev.portspec.reporting..",
            "dev.portspec.suite..", "dev.portspec.engines..", "dev.portspec.oracle..", "org.junit..")
        .check(HOUSE);
  }

  /** To the harness, the catalogue and what is built on them the reference is one provider among others. */
  @Test
  void nobodyThatChecksKnowsTheReference() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.portspec.harness..", "dev.portspec.catalogue..", "dev.portspec.reporting..",
            "dev.portspec.suite..", "dev.portspec.engines..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.portspec.reference..")
        .check(HOUSE);
  }

  @Test
  void theHarnessKnowsNobodyAboveIt() {
    noClasses()
        .that()
        .resideInAPackage("dev.portspec.harness..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.catalogue..", "dev.portspec.reporting..", "dev.portspec.suite..",
            "dev.portspec.engines..", "dev.portspec.oracle..")
        .check(HOUSE);
  }

  @Test
  void reportersAndEnginesKnowTheHarnessOnly() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.portspec.reporting..", "dev.portspec.engines..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.catalogue..", "dev.portspec.suite..", "dev.portspec.oracle..")
        .check(HOUSE);
  }

  /** It judges any scenario, and so needs none of those that were written. */
  @Test
  void theOracleKnowsTheHarnessAndTheReference() {
    noClasses()
        .that()
        .resideInAPackage("dev.portspec.oracle..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.catalogue..", "dev.portspec.reporting..", "dev.portspec.suite..",
            "dev.portspec.engines..", "org.junit..")
        .check(HOUSE);
  }

  /** What the generator is stays a secret of one package. */
  @Test
  void onlyOnePackageKnowsJqwik() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.portspec.harness.generate..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.jqwik..")
        .check(HOUSE);
  }

  /** Generators are made of handles and literals, and these do not know what draws them. */
  @Test
  void handlesKnowNoGenerator() {
    noClasses()
        .that()
        .resideInAPackage("dev.portspec.harness")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.portspec.harness.generate..")
        .check(HOUSE);
  }

  @Test
  void aCheckNeverTouchesAnImplementation() {
    noClasses()
        .that()
        .resideInAPackage("dev.portspec.catalogue.*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.portspec.harness.backend..", "dev.portspec.harness.inprocess..")
        .check(HOUSE);
  }

  @Test
  void nothingSleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(HOUSE);
  }

  @Test
  void aClassOfChecksIsNamedSo() {
    classes()
        .that()
        .containAnyMethodsThat(
            DescribedPredicate.describe(
                "are checks", method -> method.isAnnotatedWith(Verifies.class)))
        .should()
        .haveNameMatching(".*(Test|Properties)")
        .check(HOUSE);
  }

  /** How long anybody waits is said in one place, and scaled by one factor. */
  @Test
  void noOtherDurationIsWritten() throws IOException {
    Pattern literal =
        Pattern.compile("Duration\\.of\\w*\\([0-9]|[0-9],\\s*TimeUnit|(parkNanos|sleep|await|join|waitFor)\\([0-9]");
    List<Path> allowed =
        List.of(Path.of("harness/run/Budget.java"), Path.of("harness/run/Canary.java"));
    for (Path file : sources()) {
      boolean mayWait = allowed.stream().anyMatch(file::endsWith);
      assertThat(Files.readString(file)).as("%s", file).matches(text -> mayWait || !literal.matcher(text).find());
    }
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of("..", "..");
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().contains("/src/main/java/") && file.toString().endsWith(".java"))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
