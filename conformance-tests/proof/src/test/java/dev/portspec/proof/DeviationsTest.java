package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.Deviations;
import java.util.HashSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every listed deviation is of one check that exists, for a clause that the check is there for. */
class DeviationsTest {
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
