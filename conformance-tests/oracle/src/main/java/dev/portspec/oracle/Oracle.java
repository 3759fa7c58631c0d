package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.oracle.Judgement.Answer;
import java.util.List;
import java.util.Set;

/**
 * Judges traces: one is legal when some sequence of legal choices makes the reference show it. The search is guided
 * by the trace, and its budget is counted in runs and tasks of the reference, never in time: the same question has the same
 * answer on every machine.
 *
 * <p><b>Threads:</b> an oracle is immutable and may be used by several threads; everything of one judgement happens on
 * the caller's.
 *
 * @param ignored keys of observations that are not compared, such as {@code isTrusted}: for an implementation that is
 *     known to deviate in what every observation shows
 * @param mostExecutions the budget of runs
 * @param mostTasks the budget of tasks, in all runs together
 */
public record Oracle(Set<String> ignored, int mostExecutions, long mostTasks) {
  /** An oracle that compares all that the standard fixes, with a budget that ends within seconds. */
  public static Oracle standard() {
    return new Oracle(Set.of(), 10_000, 1_000_000);
  }

  /** The same, with something else left out of the comparison. */
  public Oracle ignoring(Set<String> keys) {
    return new Oracle(Set.copyOf(keys), mostExecutions, mostTasks);
  }

  /** The same with another budget. */
  public Oracle within(int executions, long tasks) {
    return new Oracle(ignored, executions, tasks);
  }

  /** Judges what one check saw. */
  public Judgement judge(CheckResult result) {
    return judge(Scenario.of(result.steps()), result.trace());
  }

  /**
   * Judges a trace. Where the last script did not end normally, the world did not come to rest, and the trace may stop
   * anywhere.
   *
   * @param trace what was seen, each agent's observations in their order; agents may be mixed in any way
   * @throws IllegalStateException if the scenario is not a function of the choices, and so cannot be searched
   */
  public Judgement judge(Scenario scenario, List<Observation> trace) {
    Form form = new Form(ignored);
    boolean complete = scenario.steps().stream().allMatch(step -> step.answer().isEmpty());
    Payloads payloads = new Payloads(scenario);
    Given given = new Given(trace, form, payloads);
    Follower follower = new Follower(given, form, scenario, complete);
    Foresight foresight = new Foresight(scenario, follower, given, payloads);
    Search search = new Search(scenario, follower, new Guide(follower, given), foresight, mostTasks);
    int executions = 0;
    do {
      if (executions == mostExecutions || search.isExhausted()) {
        return follower.judgement(Answer.UNDECIDED, executions, search.tasks());
      }
      executions++;
      search.beginRun();
      Execution execution = new Execution(scenario, search);
      if (execution.run() && follower.isAtTheEnd(execution::hasEnded)) {
        return follower.judgement(Answer.ACCEPTED, executions, search.tasks());
      }
    } while (search.isExhausted() || search.backtrack());
    while (search.explain() && !search.isExhausted()) {
      executions++;
      search.beginRun();
      new Execution(scenario, search).run();
    }
    return follower.judgement(Answer.REJECTED, executions, search.tasks());
  }
}
