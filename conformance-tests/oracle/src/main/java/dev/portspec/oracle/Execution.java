package dev.portspec.oracle;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.inprocess.ScriptedAgents;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.reference.ReferenceRealm;
import dev.portspec.reference.ReferenceWorld;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of a scenario on the simulated reference, for as long as somebody wants it to go on. */
final class Execution {
  private final Scenario scenario;
  private final Course course;
  private final ScriptedAgents agents;
  private final ReferenceWorld world;

  Execution(Scenario scenario, Course course) {
    this.scenario = scenario;
    this.course = course;
    this.agents = new ScriptedAgents(course::observed);
    this.world = ReferenceWorld.simulated(new AgentNames(course, agents), unlessAbandoned(agents.reporter()));
  }

  private static Reporter unlessAbandoned(Reporter reporter) {
    return new Reporter() {
      @Override
      public void reported(SubjectRealm realm, Throwable exception) {
        if (!(exception instanceof Search.Abandoned)) {
          reporter.reported(realm, exception);
        }
      }

      @Override
      public void reportedOfWorker(SubjectRealm realm, String message) {
        reporter.reportedOfWorker(realm, message);
      }
    };
  }

  /** Runs it; whether it ended of itself. */
  boolean run() {
    try {
      scenario.firstAgents().forEach(this::open);
      scenario.links().forEach(this::link);
      for (CheckResult.Step step : scenario.steps()) {
        if (course.isOver() || !run(step)) {
          return false;
        }
      }
      world.runUntil(course::isOver);
      return !course.isOver();
    } catch (Search.Abandoned e) {
      // out of a report, which nothing surrounds
      return false;
    } finally {
      world.close();
    }
  }

  private void open(String agent) {
    agents.add(agent, agent.equals(Scenario.WINDOW) ? world.window() : world.newAgent(agent));
  }

  private void link(Scenario.Link link) {
    ReferenceRealm from = (ReferenceRealm) realm(link.from());
    ReferenceRealm to = (ReferenceRealm) realm(link.to());
    from.execute(
        () -> {
          Object port = from.connect(to, other -> agents.keep(link.to(), link.from(), other));
          agents.keep(link.from(), link.to(), port);
        });
    world.settle();
  }

  private SubjectRealm realm(String agent) {
    SubjectRealm realm = agents.realm(agent);
    if (realm == null) {
      throw new IllegalStateException("nothing starts this agent: " + agent);
    }
    return realm;
  }

  private boolean run(CheckResult.Step step) {
    if (step.settled()) {
      world.runUntil(course::isOver);
    }
    String agent = step.realm();
    world.runUntil(() -> agents.realm(agent) != null || course.isOver());
    AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    SubjectRealm realm = agents.realm(agent);
    if (realm != null) {
      realm.execute(() -> answer.set(agents.run(agent, step.script())));
      world.runUntil(() -> answer.get() != null || course.isOver());
    }
    if (!course.isOver()) {
      course.answered(agent, wayOfEnding(step.answer()), wayOfEnding(answer.get()));
    }
    return answer.get() != null && !course.isOver();
  }

  /** Whether the agent of that name has ended. */
  boolean hasEnded(String agent) {
    SubjectRealm realm = agents.realm(agent);
    return realm != null && realm.hasEnded();
  }

  private static String wayOfEnding(@Nullable Answer answer) {
    return answer == null ? "no" : answer.ended() ? "ended" : answer.fault() != null ? "fault" : "threw";
  }

  /** The first of the words of a {@link CheckResult.Step}. */
  private static String wayOfEnding(String answer) {
    return answer.isEmpty() ? "ended" : answer.replaceFirst("[: ].*", "");
  }
}
