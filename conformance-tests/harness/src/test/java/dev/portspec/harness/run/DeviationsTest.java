package dev.portspec.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.harness.run.CheckResult.Declared;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of deviations excuses what it names, at the versions it names, and nothing else. */
class DeviationsTest {
  private final Deviations list = Deviations.load("deviations/two.yaml");

  private static CheckResult result(String check, Verdict verdict, String outcome) {
    return new CheckResult(check, List.of(), verdict, Map.of(), Declared.NO, outcome, "", 0, List.of(), List.of());
  }

  @Test
  void theListedOutcomeAtAListedVersion() {
    assertThat(list.judge(result("A.one", Verdict.FAIL, "seen this"), "1.0")).isEqualTo(Declared.YES);
    assertThat(list.judge(result("A.one", Verdict.FAIL, "seen this"), "2.7")).isEqualTo(Declared.YES);
  }

  @Test
  void anotherOutcomeOrAPassAtAListedVersionIsStale() {
    assertThat(list.judge(result("A.one", Verdict.FAIL, "seen that"), "1.0")).isEqualTo(Declared.STALE);
    assertThat(list.judge(result("A.one", Verdict.PASS, ""), "1.0")).isEqualTo(Declared.STALE);
  }

  @Test
  void anotherCheckIsNotExcused() {
    assertThat(list.judge(result("A.two", Verdict.FAIL, "seen this"), "1.0")).isEqualTo(Declared.NO);
  }

  @Test
  void atAnotherVersionDifferencesAreReportedOnly() {
    assertThat(list.judge(result("A.one", Verdict.FAIL, "seen this"), "3.0")).isEqualTo(Declared.OTHER_VERSION);
    assertThat(list.judge(result("A.one", Verdict.FAIL, "seen that"), "3.0")).isEqualTo(Declared.NEW_VERSION);
    assertThat(list.judge(result("A.two", Verdict.FAIL, "seen that"), "3.0")).isEqualTo(Declared.NEW_VERSION);
    assertThat(list.judge(result("A.one", Verdict.PASS, ""), "3.0")).isEqualTo(Declared.NO);
  }

  @Test
  void withoutAListNothingIsExcused() {
    assertThat(Deviations.none().judge(result("A.one", Verdict.FAIL, "seen this"), "1.0")).isEqualTo(Declared.NO);
  }

  @Test
  void anEntryThatLacksSomethingIsRefused() {
    assertThatThrownBy(() -> Deviations.load("deviations/incomplete.yaml"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("deviations/incomplete.yaml: an entry has no 'step'");
  }
}
