package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.Deviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is listed names what exists, and what every engine does otherwise has been thought over. */
class DeviationsTest {
  /** What an issue says last. */
  private static final String CLAUSES = "* Clauses:";

  private static final Pattern CLAUSE = Pattern.compile("`([^`]+)`");

  /** The browsers can run nearly every check: one that neither passes is wrong until somebody has written why not. */
  @Test
  void whatEveryBrowserFailsIsAnIssue() throws IOException {
    Map<String, Deviations> lists = Deviations.ofEveryEngine();
    Set<String> everywhere = failures(lists.get("chromium"));
    everywhere.retainAll(failures(lists.get("firefox")));
    Set<String> discussed = discussed();

    assertThat(everywhere).isNotEmpty().allMatch(failure -> discussed.contains(failure.split(" ")[1]));
  }

  private static Set<String> failures(Deviations list) {
    return list.entries().stream().map(e -> e.check() + " " + e.clause()).collect(Collectors.toSet());
  }

  private static Set<String> discussed() throws IOException {
    String issues = Files.readString(Path.of("../../spec/ISSUES.md"));
    return Arrays.stream(issues.split("\n## "))
        .filter(issue -> issue.contains(CLAUSES))
        .flatMap(issue -> CLAUSE.matcher(issue.substring(issue.indexOf(CLAUSES))).results())
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void everyEntryNamesACheckAndOneOfItsClauses() {
    Map<String, Check> checks = Checks.withProperties().stream().collect(Collectors.toMap(Check::id, check -> check));
    for (BackendFactory engine : ServiceLoader.load(BackendFactory.class)) {
      String resource = engine.deviations();
      assertThat(resource).as("deviations of %s", engine.name()).isNotNull();
      Set<String> listed = new HashSet<>();
      for (Deviations.Entry entry : Deviations.load(resource).entries()) {
        assertThat(checks).as("%s: %s", resource, entry).containsKey(entry.check());
        assertThat(checks.get(entry.check()).clauses()).as("%s: %s", resource, entry).contains(entry.clause());
        assertThat(entry.outcome()).as("%s: %s", resource, entry).contains(entry.clause());
        assertThat(listed.add(entry.check())).as("%s lists twice: %s", resource, entry.check()).isTrue();
      }
    }
  }
}
