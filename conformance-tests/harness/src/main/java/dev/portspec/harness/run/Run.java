package dev.portspec.harness.run;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.Subject;
import dev.portspec.spec.Standard;
import dev.portspec.spi.Capability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * One run of the suite: finds the subject, asks the doctor, runs checks one after the other, and hands everything to
 * the reporters.
 *
 * <p><b>Threads:</b> one check at a time; the class is not safe for several threads.
 */
final class Run {
  private static final Subject NOBODY = new Subject("none", "", "", Subject.Binding.JAVA, Set.of());

  private final Set<String> selected;
  private final int total;
  private final Duration arrival = Budget.arrival();
  private final Map<String, CheckResult> results = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Path folder;
  private final Journal journal;
  private int late;
  private final Set<String> tooEarly = new LinkedHashSet<>();
  private @Nullable CheckResult previous;
  private boolean saidWhyRefused;
  private @Nullable Backend backend;
  private Deviations deviations = Deviations.none();

  /**
   * Begins a run: everything that can be wrong before the first script is a problem of the run.
   *
   * @param selected the checks that are to run
   * @param total how many there are
   * @param problems what is wrong already
   */
  Run(Set<String> selected, int total, List<String> problems) {
    this.selected = new LinkedHashSet<>(selected);
    this.total = total;
    this.problems.addAll(problems);
    Path base = Path.of(System.getProperty("portspec.reports", "target/conformance"));
    String asked = System.getProperty("portspec.implementation");
    Subjects.Chosen chosen = this.problems.isEmpty() ? choose(asked, base) : null;
    this.backend = chosen == null ? null : chosen.backend();
    this.folder = base.resolve(backend == null ? asked == null ? "none" : asked : subject().name());
    this.journal = new Journal(folder);
    journal.line("run", header());
    if (chosen != null) {
      begin(chosen);
    }
  }

  private Subjects.@Nullable Chosen choose(@Nullable String asked, Path base) {
    try {
      return new Subjects().choose(asked, Portspec.handed(), base.resolve("work"));
    } catch (IllegalStateException | BackendException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void begin(Subjects.Chosen chosen) {
    try {
      deviations = chosen.deviations() == null ? Deviations.none() : Deviations.load(chosen.deviations());
    } catch (IllegalStateException e) {
      problems.add(String.valueOf(e.getMessage()));
      return;
    }
    String complaint = Doctor.complaint(chosen.backend(), arrival);
    if (complaint != null) {
      problems.add(complaint);
      return;
    }
    problems.addAll(Probes.absent(chosen.backend(), arrival));
    forgetProbes(chosen.backend());
  }

  /** What the worlds of the doctor and the probes leave behind belongs to no check; a new world brings it to light. */
  private void forgetProbes(Backend probed) {
    try {
      probed.openWorld().close();
    } catch (BackendException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    late = probed.lateObservations();
  }

  private Map<String, Object> header() {
    Subject subject = subject();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("implementation", subject.name());
    header.put("version", subject.version());
    header.put("where", subject.where());
    header.put("seed", seed());
    header.put("selected", new ArrayList<>(selected));
    header.put("total", total);
    return header;
  }

  Subject subject() {
    return backend == null ? NOBODY : backend.subject();
  }

  private static long seed() {
    return PropertyRun.seed();
  }

  /**
   * Runs a check, and once more alone if it fails.
   *
   * @throws IllegalStateException if the run is refused; the message says why
   */
  CheckResult check(Check check) {
    begin(check.id());
    return end(attempt(check), () -> attempt(check));
  }

  /**
   * Notes that a check begins.
   *
   * @throws IllegalStateException if the run is refused; the message says why
   * @throws TestAbortedException if it is, and an earlier check has said why
   */
  void begin(String check) {
    if (saidWhyRefused) {
      throw new TestAbortedException("the run is refused; its first check says why");
    }
    if (!problems.isEmpty() || backend == null) {
      saidWhyRefused = true;
      throw new IllegalStateException("the run is refused: " + String.join("; ", problems));
    }
    selected.add(check);
    journal.line("begin", check);
  }

  /** Notes what a check found, once it has been run again if it failed. */
  CheckResult end(CheckResult first, Supplier<CheckResult> alone) {
    CheckResult result = first;
    if (first.verdict() == Verdict.FAIL) {
      CheckResult again = alone.get();
      boolean fails = again.verdict() == Verdict.FAIL || again.verdict() == Verdict.HARNESS_ERROR;
      String flaky = "failed, and did not when it ran again alone: " + first.message();
      result = fails ? again : first.as(Verdict.FLAKY, flaky);
    }
    result = result.declared(deviations.judge(result, subject().version()));
    results.put(result.check(), result);
    journal.line("end", result.toTree());
    noteLateObservations(result);
    return result;
  }

  /**
   * What came after its world was closed belongs to this check or to the one before. A verdict that says that all is
   * well did not know of it; one that says otherwise may have been given before the world was settled.
   */
  private void noteLateObservations(CheckResult result) {
    int now = Objects.requireNonNull(backend).lateObservations();
    if (now > late) {
      journal.line("late", "%d, seen during %s".formatted(now - late, result.check()));
      late = now;
      if (isWell(result) && (previous == null || isWell(previous))) {
        tooEarly.add(result.check());
      }
    }
    previous = result;
  }

  private static boolean isWell(CheckResult result) {
    return result.verdict() == Verdict.PASS || result.verdict() == Verdict.CONTESTED;
  }

  /** Runs a check once. */
  CheckResult attempt(Check check) {
    return check.run(Objects.requireNonNull(backend), arrival);
  }

  @Nullable CheckResult result(String check) {
    return results.get(check);
  }

  /** Says what did not run; a problem of the run, and in words. */
  List<String> complete() {
    for (String check : selected) {
      if (!results.containsKey(check) && problems.isEmpty()) {
        problems.add("a selected check did not run: " + check);
      }
    }
    if (selected.isEmpty()) {
      problems.add("the selection is empty: no check ran");
    }
    tooEarly.forEach(
        check ->
            problems.add("something came after the world of %s, or of the check before, was at rest".formatted(check)));
    tooEarly.clear();
    return problems;
  }

  /** Ends the run and reports it. */
  void close() {
    complete();
    RunRecord record =
        new RunRecord(
            subject(),
            version(),
            Standard.HTML.url().replaceAll(".*/([0-9a-f]{40})/.*", "$1"),
            seed(),
            selected.size(),
            Math.max(total, selected.size()),
            List.copyOf(results.values()),
            backend == null ? 0 : backend.lateObservations(),
            suggestions(),
            List.copyOf(new LinkedHashSet<>(problems)));
    if (backend != null) {
      backend.close();
    }
    journal.line("closed", problems);
    journal.close();
    for (RunReporter reporter : ServiceLoader.load(RunReporter.class)) {
      reporter.report(record, folder);
    }
  }

  private List<Capability> suggestions() {
    boolean sound = backend != null && problems.isEmpty() && selected.size() >= total;
    return sound ? Probes.unclaimed(Objects.requireNonNull(backend), arrival) : List.of();
  }

  private static String version() {
    String version = Run.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
