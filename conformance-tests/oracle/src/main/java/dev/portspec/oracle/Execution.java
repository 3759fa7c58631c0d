package dev.portspec.oracle;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.inprocess.ScriptedAgent;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.reference.ReferenceRealm;
import dev.portspec.reference.ReferenceWorld;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of a scenario on the simulated reference, for as long as somebody wants it to go on. */
final class Execution {
  private final Scenario scenario;
  private final Course course;
  private final Map<String, ReferenceRealm> realms = new LinkedHashMap<>();
  private final Map<String, ScriptedAgent> agents = new LinkedHashMap<>();
  private final ReferenceWorld world;

  Execution(Scenario scenario, Course course) {
    this.scenario = scenario;
    this.course = course;
    this.world = ReferenceWorld.simulated(course, (realm, exception) -> reported((ReferenceRealm) realm, exception));
  }

  private void reported(ReferenceRealm realm, Throwable exception) {
    if (!(exception instanceof Search.Abandoned)) {
      realms.forEach((name, known) -> {
        if (known == realm) {
          agents.get(name).reported(exception);
        }
      });
    }
  }

  /** Runs it; whether it ended of itself. */
  boolean run() {
    try {
      scenario.agents().forEach(this::open);
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
    ReferenceRealm realm = agent.equals("window") ? world.window() : world.newAgent(agent);
    realms.put(agent, realm);
    agents.put(agent, new ScriptedAgent(agent, realm, course::observed));
  }

  private void link(Scenario.Link link) {
    ReferenceRealm from = realms.get(link.from());
    ReferenceRealm to = realms.get(link.to());
    from.execute(
        () -> {
          Object port = from.connect(to, other -> agents.get(link.to()).keep(link.from(), other));
          agents.get(link.from()).keep(link.to(), port);
        });
    world.settle();
  }

  private boolean run(CheckResult.Step step) {
    if (step.settled()) {
      world.runUntil(course::isOver);
    }
    AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    realms.get(step.realm()).execute(() -> answer.set(agents.get(step.realm()).run(step.script())));
    world.runUntil(() -> answer.get() != null || course.isOver());
    Answer seen = answer.get();
    if (seen == null || course.isOver()) {
      return false;
    }
    course.answered(step.realm(), wayOfEnding(step.answer()), wayOfEnding(seen));
    return !course.isOver();
  }

  private static String wayOfEnding(Answer answer) {
    return answer.ended() ? "ended" : answer.fault() != null ? "fault" : "threw";
  }

  /** The words of a {@link CheckResult.Step}. */
  private static String wayOfEnding(String answer) {
    return answer.isEmpty() ? "ended" : answer.replaceFirst("[: ].*", "");
  }
}
