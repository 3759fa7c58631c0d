package dev.portspec.reporting.allure;

import dev.portspec.harness.backend.Subject;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.CheckResult.Declared;
import dev.portspec.harness.run.Json;
import dev.portspec.harness.run.Verdict;
import dev.portspec.reporting.ScriptText;
import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import dev.portspec.spec.Level;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a check's result on the result that Allure knows. */
final class AllureMapping {
  private static final Set<String> OURS =
      Set.of("epic", "feature", "story", "parentSuite", "suite", "subSuite", "tag", "severity");

  private final Subject subject;
  private final ClauseBook book;
  private final Map<String, Clause> clauses;

  AllureMapping(Subject subject, ClauseBook book) {
    this.subject = subject;
    this.book = book;
    clauses = book.clauses().stream().collect(Collectors.toMap(Clause::id, Function.identity()));
  }

  /** A result for a check that Allure's listener has not seen. */
  TestResult unseen(CheckResult check) {
    long now = System.currentTimeMillis();
    return new TestResult()
        .setUuid(UUID.randomUUID().toString())
        .setFullName(check.check())
        .setStart(now - Math.round(check.millis()))
        .setStop(now);
  }

  /** Changes names, labels, links, status and steps of the result. */
  void apply(CheckResult check, TestResult result) {
    result.setStage(Stage.FINISHED);
    result.setName(sentence(check.check()));
    result.setStatus(status(check)).setStatusDetails(details(check));
    result.setHistoryId(subject.name() + ":" + check.check());
    result.setTestCaseId(check.check());
    result.setParameters(parameters(result));
    List<Clause> about = about(check);
    result.setLabels(labels(check, result, about));
    result.setLinks(about.stream().map(AllureMapping::link).collect(Collectors.toCollection(ArrayList::new)));
    result.setDescription(about.stream().map(AllureMapping::description).collect(Collectors.joining("\n\n")));
    result.setSteps(steps(check.steps()));
  }

  static Status status(CheckResult check) {
    if (check.declared() == Declared.STALE) {
      return Status.BROKEN;
    }
    return switch (check.verdict()) {
      case PASS, CONTESTED, UNDECIDED -> Status.PASSED;
      case FAIL, FLAKY -> Status.FAILED;
      case NOT_CLAIMED, INAPPLICABLE -> Status.SKIPPED;
      case HARNESS_ERROR -> Status.BROKEN;
    };
  }

  /** What the message begins with, so that categories can tell by it. */
  static String word(CheckResult check) {
    if (check.declared() == Declared.STALE) {
      return "STALE_DEVIATION";
    }
    return isListed(check) ? "DEVIATION" : check.verdict().name();
  }

  /** A failure that the list of deviations names. */
  private static boolean isListed(CheckResult check) {
    return check.verdict() == Verdict.FAIL
        && (check.declared() == Declared.YES || check.declared() == Declared.OTHER_VERSION);
  }

  private static StatusDetails details(CheckResult check) {
    StatusDetails details = new StatusDetails();
    details.setKnown(isListed(check)).setMuted(isListed(check)).setFlaky(check.verdict() == Verdict.FLAKY);
    if (!word(check).equals("PASS")) {
      String first = check.outcome().isEmpty() ? check.message().lines().findFirst().orElse("") : check.outcome();
      details.setMessage(word(check) + ": " + first);
      details.setTrace((check.message() + "\n\n" + check.reproduction()).stripTrailing());
    }
    return details;
  }

  private List<Parameter> parameters(TestResult result) {
    List<Parameter> parameters = new ArrayList<>(result.getParameters());
    parameters.removeIf(parameter -> "implementation".equals(parameter.getName()));
    parameters.add(0, new Parameter().setName("implementation").setValue(subject.name()));
    return parameters;
  }

  private List<Clause> about(CheckResult check) {
    return Stream.concat(check.listed().stream(), check.clauses().keySet().stream())
        .distinct()
        .filter(clauses::containsKey)
        .map(clauses::get)
        .toList();
  }

  private List<Label> labels(CheckResult check, TestResult result, List<Clause> about) {
    List<Label> labels = new ArrayList<>(result.getLabels());
    labels.removeIf(label -> OURS.contains(label.getName()));
    String type = check.check().substring(0, Math.max(0, check.check().lastIndexOf('.')));
    label(labels, "parentSuite", List.of(subject.name()));
    label(labels, "suite", about.stream().map(clause -> book.title(clause.area())).limit(1).toList());
    label(labels, "subSuite", about.stream().map(Clause::id).limit(1).toList());
    label(labels, "epic", about.stream().map(clause -> book.title(clause.area())).distinct().toList());
    label(labels, "feature", about.stream().map(Clause::id).toList());
    label(labels, "story", List.of(sentence(type)));
    label(labels, "tag", about.stream().map(clause -> clause.level().label()).distinct().toList());
    label(labels, "tag", List.of(word(check)));
    label(labels, "severity", List.of(severity(about)));
    return labels;
  }

  private static void label(List<Label> labels, String name, Collection<String> values) {
    values.forEach(value -> labels.add(new Label().setName(name).setValue(value)));
  }

  private static String severity(List<Clause> about) {
    if (about.stream().anyMatch(clause -> clause.level().isBinding())) {
      return "critical";
    }
    return about.stream().anyMatch(clause -> clause.level() == Level.SHOULD) ? "normal" : "minor";
  }

  private static Link link(Clause clause) {
    return new Link().setName(clause.id()).setUrl(clause.link()).setType("standard");
  }

  private static String description(Clause clause) {
    return "`" + clause.id() + "` (" + clause.level() + "): " + clause.text();
  }

  private static List<StepResult> steps(List<CheckResult.Step> scripts) {
    List<StepResult> steps = new ArrayList<>();
    for (CheckResult.Step script : scripts) {
      boolean ended = script.answer().isEmpty();
      String name = "script " + (steps.size() + 1) + " in " + script.realm() + (ended ? "" : ": " + script.answer());
      List<StepResult> actions = new ArrayList<>();
      for (Object action : script.script()) {
        actions.add(step(ScriptText.of(List.of(action)), Status.PASSED));
      }
      steps.add(step(name, ended ? Status.PASSED : Status.FAILED).setSteps(actions));
    }
    return steps;
  }

  private static StepResult step(String name, Status status) {
    return new StepResult().setName(name).setStatus(status).setStage(Stage.FINISHED);
  }

  /** {@code TransferTest.closingTwiceHasNoEffect} as {@code closing twice has no effect}. */
  static String sentence(String check) {
    String name = check.substring(check.lastIndexOf('.') + 1);
    String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll(" (Test|Properties)$", "");
    return spaced.isEmpty() ? Json.write(check) : spaced.substring(0, 1) + spaced.substring(1).toLowerCase(Locale.ROOT);
  }
}
