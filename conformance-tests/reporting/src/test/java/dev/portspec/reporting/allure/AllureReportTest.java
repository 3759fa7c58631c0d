package dev.portspec.reporting.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.CheckResult.Declared;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.RunRecord;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reporting.SampleRun;
import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllureReportTest {
  @TempDir Path books;
  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(AllurePage.GENERATOR);
    AllureCollector.take();
  }

  @ParameterizedTest
  @CsvSource({
    "PASS, NO, PASSED",
    "PASS, STALE, BROKEN",
    "CONTESTED, NO, PASSED",
    "UNDECIDED, NO, PASSED",
    "FAIL, NO, FAILED",
    "FAIL, YES, FAILED",
    "FAIL, STALE, BROKEN",
    "FAIL, OTHER_VERSION, FAILED",
    "FAIL, NEW_VERSION, FAILED",
    "NOT_CLAIMED, NO, SKIPPED",
    "INAPPLICABLE, NO, SKIPPED",
    "FLAKY, NO, FAILED",
    "HARNESS_ERROR, NO, BROKEN"
  })
  void aVerdictHasItsStatus(Verdict verdict, Declared declared, Status status) {
    assertThat(AllureMapping.status(SampleRun.result("ATest.b", verdict, declared, "port.sample.must")))
        .isEqualTo(status);
  }

  @Test
  void theListenerIsFoundByServiceLoader() {
    assertThat(ServiceLoader.load(TestLifecycleListener.class)).hasAtLeastOneElementOfType(AllureCollector.class);
  }

  @Test
  void whatAllureSawOfATestIsKeptAndLabelled() throws IOException {
    TestResult seen = new TestResult().setUuid("u1").setFullName("a.b.SomeTest.methodName").setStart(1L).setStop(2L);
    seen.setLabels(new ArrayList<>(List.of(label("testClass", "a.b.SomeTest"), label("testMethod", "methodName"))));
    new AllureCollector().afterTestWrite(seen);

    AllureReport report = write(List.of(result("SomeTest.methodName", Verdict.FAIL, Declared.YES)));

    Map<String, Object> written = only();
    assertThat(written).containsEntry("uuid", "u1").containsEntry("status", "failed").containsEntry("stop", 2);
    assertThat(written).containsEntry("historyId", "acme:SomeTest.methodName").containsEntry("name", "method name");
    assertThat(written.get("statusDetails")).asString().contains("known=true", "muted=true", "DEVIATION: ");
    assertThat(written.get("labels"))
        .asString()
        .contains("name=parentSuite, value=acme", "name=epic, value=Title of port")
        .contains("name=feature, value=port.sample.must", "name=tag, value=DEVIATION");
    assertThat(written.get("links")).asString().contains("https://html.spec.whatwg.org/commit-snapshots/", "#must");
    assertThat(written.get("parameters")).asString().contains("name=implementation, value=acme");
    assertThat(written.get("steps")).asString().contains("script 1 in window").contains("port1.postMessage(");
    assertThat(written.get("attachments")).asString().contains("name=scripts", "name=trace");
    assertThat(report.hasPage()).isFalse();
    assertThat(report.note()).contains("allure generate");
  }

  @Test
  void aCheckThatAllureDidNotSeeIsWrittenAllTheSame() throws IOException {
    write(List.of(result("SomeTest.lost", Verdict.NOT_CLAIMED, Declared.NO)));

    assertThat(only()).containsEntry("status", "skipped");
  }

  @Test
  void oldResultsDoNotPileUp() throws IOException {
    write(List.of(result("SomeTest.first", Verdict.PASS, Declared.NO)));
    write(List.of(result("SomeTest.second", Verdict.PASS, Declared.NO)));

    assertThat(only()).containsEntry("fullName", "SomeTest.second");
  }

  @Test
  void aCategoryStandsForEachVerdictThatIsNoPass() throws IOException {
    write(SampleRun.everyVerdict());

    String categories = Files.readString(folder.resolve("allure-results/categories.json"));
    for (Verdict verdict : Verdict.values()) {
      assertThat(categories.contains("(?s)" + verdict + ": .*")).isEqualTo(verdict != Verdict.PASS);
    }
    assertThat(folder.resolve("allure-results/environment.properties")).content().contains("implementation=acme");
  }

  @Test
  void thePageIsMadeInAJvmOfItsOwn() throws IOException {
    useGenerator(System.getProperty("java.class.path"));

    AllureReport report = write(SampleRun.everyVerdict());

    assertThat(report.hasPage()).as(report.note()).isTrue();
    assertThat(folder.resolve("allure/index.html")).content().doesNotContain("googletagmanager");
    assertThat(folder.resolve("allure.log")).doesNotExist();
  }

  @Test
  void aPageThatCannotBeMadeIsSaid() throws IOException {
    useGenerator("nowhere.jar");

    AllureReport report = write(SampleRun.everyVerdict());

    assertThat(report.hasPage()).isFalse();
    assertThat(report.note()).startsWith("NO PAGE, the generator ended with exit code 1; see ");
    assertThat(folder.resolve("allure.log")).content().contains("io/qameta/allure");
  }

  @Test
  void aGeneratorThatIsNotThereIsSaid() throws IOException {
    System.setProperty(AllurePage.GENERATOR, "nowhere.classpath");

    assertThat(write(SampleRun.everyVerdict()).note()).startsWith("NO PAGE, ").contains("nowhere.classpath");
  }

  private void useGenerator(String classPath) throws IOException {
    System.setProperty(AllurePage.GENERATOR, Files.writeString(books.resolve("classpath"), classPath).toString());
  }

  private AllureReport write(List<CheckResult> results) throws IOException {
    RunRecord run = SampleRun.run(results, results.size());
    return AllureReport.write(run, folder, SampleRun.book(books));
  }

  private static CheckResult result(String check, Verdict verdict, Declared declared) {
    return SampleRun.result(check, verdict, declared, "port.sample.must");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> only() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(AllureReport.RESULTS))) {
      List<Path> results = files.filter(file -> file.toString().endsWith("-result.json")).toList();
      assertThat(results).hasSize(1);
      return (Map<String, Object>) Json.read(Files.readString(results.get(0)));
    }
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }
}
