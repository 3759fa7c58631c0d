package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.harness.run.Budget;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.Verdict;
import dev.portspec.oracle.Judgement;
import dev.portspec.oracle.Judgement.Answer;
import dev.portspec.oracle.Oracle;
import dev.portspec.reference.Chooser;
import dev.portspec.reference.Mutant;
import dev.portspec.reference.Mutants;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.reference.Variation;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two independent judges agree: what passes a check is legal by the oracle, and what fails is not. Each exception is in
 * {@code oracle-exceptions.yaml}, with the reason; {@code target/oracle.tsv} says what each judgement cost.
 *
 * <p>What engines did is read from the journals of their last runs, and skipped where there is none.
 */
class OracleAndCatalogueTest {
  private static final Set<Verdict> WELL = EnumSet.of(Verdict.PASS, Verdict.CONTESTED);
  private static final Path JOURNALS = Path.of(System.getProperty("journals", "../../reports/target/conformance"));
  private static final List<String> COSTS = new ArrayList<>();
  private static final Set<String> RUNNABLE = new HashSet<>();
  private static OracleExceptions exceptions;

  @BeforeAll
  static void load() throws IOException {
    exceptions = OracleExceptions.load();
  }

  @TestFactory
  Stream<DynamicTest> theReference() {
    return Stream.of(
        dynamicTest("reference", () -> judge("reference", resultsOf(backend(new ReferenceProvider())))),
        dynamicTest("simulated-reference", () -> judge("simulated-reference", resultsOf(simulated()))));
  }

  private static Backend backend(MessagingProvider provider) {
    return new InProcessBackend(provider, Budget.arrival());
  }

  private static Backend simulated() {
    return backend(ReferenceProvider.simulated(Chooser.random(1)));
  }

  private static List<CheckResult> resultsOf(Backend backend) {
    List<CheckResult> results = new ArrayList<>();
    try (backend) {
      Checks.all().forEach(check -> results.add(check.run(backend, Budget.arrival())));
    }
    return results;
  }

  /** Those whose exceptions have been read, each of them. */
  @TestFactory
  Stream<DynamicTest> engines() {
    return Stream.of("node", "chromium", "firefox", "deno", "bun")
        .map(engine -> dynamicTest(engine, () -> judge(engine, runnable(journal(engine)))));
  }

  private static List<CheckResult> journal(String engine) throws IOException {
    Path journal = JOURNALS.resolve(engine).resolve("journal.jsonl");
    assumeThat(journal).as("run the suite on %s first", engine).exists();
    List<CheckResult> results = new ArrayList<>();
    for (String line : Files.readAllLines(journal)) {
      if (line.startsWith("{\"end\":") && Json.read(withOriginsOfTheReference(line)) instanceof Map<?, ?> tree) {
        @SuppressWarnings("unchecked")
        Map<String, Object> result = (Map<String, Object>) tree.get("end");
        results.add(CheckResult.fromTree(result));
      }
    }
    return results;
  }

  /** A page of an engine is at an address of this machine; the reference has made its origins up. */
  private static String withOriginsOfTheReference(String line) {
    return line
        .replaceAll("http://127\\.0\\.0\\.1:\\d{4,}", "https://window.example")
        .replaceAll("http://localhost:\\d{4,}", "https://other.example")
        .replaceAll("HTTP://LOCALHOST:\\d{4,}", "HTTPS://OTHER.EXAMPLE");
  }

  /** Of those, what the Java binding can express and the reference has. */
  private static List<CheckResult> runnable(List<CheckResult> results) {
    if (RUNNABLE.isEmpty()) {
      resultsOf(simulated()).stream().filter(OracleAndCatalogueTest::isWell).forEach(r -> RUNNABLE.add(r.check()));
    }
    return results.stream().filter(result -> RUNNABLE.contains(result.check())).toList();
  }

  @TestFactory
  Stream<DynamicTest> mutants() {
    return Mutants.all().stream().map(mutant -> dynamicTest(mutant.name(), () -> judgeKills(mutant)));
  }

  private static void judgeKills(Variation mutant) {
    String clause = mutant.getClass().getAnnotation(Mutant.class).killedBy();
    List<CheckResult> kills = new ArrayList<>();
    try (InProcessBackend backend = new InProcessBackend(mutant, Mutation.ARRIVAL)) {
      for (Check check : Checks.around(clause)) {
        CheckResult result = check.run(backend, Mutation.ARRIVAL);
        if (result.clauses().get(clause) == Verdict.FAIL) {
          kills.add(result);
        }
      }
    }
    assertThat(kills).as("checks that kill %s", mutant.name()).isNotEmpty();
    judge(mutant.name(), kills, result -> true);
  }

  private static void judge(String subject, List<CheckResult> results) {
    judge(subject, results, result -> !isAboutGarbage(result));
  }

  /** Holds what the oracle says of each result against its verdict. */
  private static void judge(String subject, List<CheckResult> results, Predicate<CheckResult> selected) {
    Set<String> differences = new TreeSet<>();
    StringBuilder explanations = new StringBuilder();
    for (CheckResult result : results) {
      if ((isWell(result) || result.verdict() == Verdict.FAIL) && selected.test(result)) {
        long began = System.nanoTime();
        Judgement judgement = Oracle.standard().ignoring(exceptions.ignoredOf(subject, result)).judge(result);
        long micros = (System.nanoTime() - began) / 1_000;
        COSTS.add(
            "%s\t%s\t%s\t%s\t%d\t%d\t%d\t%d"
                .formatted(subject, result.check(), result.verdict(), judgement.answer(), result.trace().size(),
                    judgement.executions(), judgement.tasks(), micros));
        if (judgement.answer() != (isWell(result) ? Answer.ACCEPTED : Answer.REJECTED)) {
          differences.add(OracleExceptions.line(result.check(), result.verdict(), judgement.answer()));
          explanations.append("%n%s %s%n%s%n".formatted(result.check(), result.outcome(), judgement.explanation()));
        }
      }
    }
    assertThat(differences).as("of %s%s", subject, explanations).isEqualTo(exceptions.of(subject));
  }

  /** What garbage collection takes is no choice of the reference. */
  private static boolean isAboutGarbage(CheckResult result) {
    return result.listed().stream().anyMatch(id -> ClauseBook.load().clause(id).requires().contains(Capability.GC));
  }

  private static boolean isWell(CheckResult result) {
    return WELL.contains(result.verdict());
  }

  @AfterAll
  static void writeCosts() throws IOException {
    Files.write(Path.of("target", "oracle.tsv"), COSTS);
  }
}
