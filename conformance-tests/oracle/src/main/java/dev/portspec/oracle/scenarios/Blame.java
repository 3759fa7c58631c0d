package dev.portspec.oracle.scenarios;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.Program;
import dev.portspec.harness.generate.Program.Step;
import dev.portspec.harness.trace.Divergence;
import dev.portspec.oracle.Judgement;
import dev.portspec.oracle.Oracle;
import dev.portspec.oracle.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which clause forbids what a trace shows, from where it departs from every legal run. */
final class Blame {
  private static final Pattern CALL =
      Pattern.compile("(at .*) called: function (\\d+), call (\\d+), (\\d+) arguments");
  private static final Pattern DATA = Pattern.compile("at .* saw: \"(m\\d+)\"");
  private static final Pattern TAKEN = Pattern.compile("the task that takes the message \"(m\\d+)\"");
  private static final Pattern OF_THE_TASK = Pattern.compile("(microtask|post) .*");
  private static final Pattern ACTION = Pattern.compile("at action \\[(\\d+)");
  private static final String END_OF_SCRIPT = "the end of the script";
  private static final String AFTER_AGENT = ": ";

  private final Oracle oracle;
  private final Scenario scenario;
  private final List<Observation> trace;
  private final Program program;
  private String agent = "";
  private List<Observation> others = List.of();

  Blame(Oracle oracle, Scenario scenario, List<Observation> trace, Program program) {
    this.oracle = oracle;
    this.scenario = scenario;
    this.trace = trace;
    this.program = program;
  }

  /** What is wrong with the trace that was rejected so. */
  Breach of(Judgement judgement, @Nullable Divergence thrown) {
    if (judgement.expected().stream().anyMatch(text -> text.contains(END_OF_SCRIPT)) && thrown != null) {
      String name = thrown.seen().substring(thrown.seen().lastIndexOf(':') + 1).strip();
      return new Breach(clauseOf(thrown), "a call of a port", name, thrown.seen(), "no exception");
    }
    agent = departing(judgement);
    others = otherAgents(judgement);
    List<Observation> log = trace.stream().filter(each -> each.agent().equals(agent)).toList();
    int at = judgement.legal().getOrDefault(agent, 0);
    Observation next = at < log.size() ? log.get(at) : null;
    Set<String> before = messages(log.subList(0, at));
    if (next == null) {
      return missing(wanted(judgement, log, at), log, at, Judgement.NOTHING, judgement);
    }
    return switch (next.kind()) {
      case OUTCOME -> isDue(next, judgement)
          ? outcome(next, judgement)
          : missing(wanted(judgement, log, at), log, at, next.label(), judgement);
      case CALLED, SAW -> message(next, log, at, before, judgement);
      default -> new Breach(Clauses.NO_TARGET, "a call of a port", "an exception", "in a function", "no exception");
    };
  }

  /** The clause of the call that has thrown in a task. */
  private String clauseOf(Divergence thrown) {
    Matcher place = ACTION.matcher(thrown.seen());
    if (place.find()) {
      List<?> script = scenario.steps().get(scenario.steps().size() - 1).script();
      Object action = script.get(Integer.parseInt(place.group(1)));
      Object member = action instanceof Map<?, ?> node ? node.get("member") : null;
      if ("start".equals(member)) {
        return Clauses.START_DETACHED;
      } else if ("close".equals(member)) {
        return Clauses.CLOSE_AGAIN;
      }
    }
    return Clauses.NO_TARGET;
  }

  /** The agent whose log departs; where several do, the first. */
  private static String departing(Judgement judgement) {
    return judgement.legal().keySet().stream()
        .filter(agent -> judgement.expected().stream().anyMatch(text -> text.startsWith(agent + AFTER_AGENT)))
        .findFirst()
        .orElseGet(() -> judgement.legal().keySet().iterator().next());
  }

  /** What was to come in that agent, without its name. */
  private List<String> expected(Judgement judgement) {
    String prefix = agent + AFTER_AGENT;
    List<String> named = judgement.expected().stream().filter(text -> text.startsWith(prefix)).toList();
    return named.isEmpty()
        ? List.copyOf(judgement.expected())
        : named.stream().map(text -> text.substring(prefix.length())).toList();
  }

  /** What was legal of the logs of the others. */
  private List<Observation> otherAgents(Judgement judgement) {
    List<Observation> legal = new ArrayList<>();
    judgement.legal().forEach((name, length) -> {
      if (!name.equals(agent)) {
        trace.stream().filter(each -> each.agent().equals(name)).limit(length).forEach(legal::add);
      }
    });
    return legal;
  }

  private Delivery delivery(List<Observation> before) {
    List<Observation> all = new ArrayList<>(others);
    all.addAll(before);
    return new Delivery(program, all);
  }

  /** The messages that are shown in a part of a log. */
  private static Set<String> messages(List<Observation> part) {
    Set<String> messages = new HashSet<>();
    part.forEach(each -> messages.add(String.valueOf(data(each))));
    return messages;
  }

  private static @Nullable String data(Observation observation) {
    boolean shows = observation.kind() == Kind.SAW && observation.label().startsWith("at ");
    return shows && observation.get("value") instanceof String message ? message : null;
  }

  // what was to come

  /** Which message could legally come at this place, by the label of the function that would take it. */
  private Map<String, String> wanted(Judgement judgement, List<Observation> log, int at) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String expected : expected(judgement)) {
      Matcher data = DATA.matcher(expected);
      Matcher call = CALL.matcher(expected);
      if (data.matches()) {
        wanted.put(log.get(at - 1).label(), data.group(1));
      } else if (call.matches()) {
        ask(call, log.subList(0, at)).forEach(message -> wanted.put(call.group(1), message));
      }
    }
    return wanted;
  }

  /** Asks the oracle which message a call would take: it refuses one that there is not, and says what there is. */
  private List<String> ask(Matcher call, List<Observation> prefix) {
    List<Observation> asked = new ArrayList<>(others);
    asked.addAll(prefix);
    String label = call.group(1);
    Map<String, Object> called = new LinkedHashMap<>();
    called.put("called", label);
    called.put("id", Integer.valueOf(call.group(2)));
    called.put("call", Integer.valueOf(call.group(3)));
    called.put("args", Integer.valueOf(call.group(4)));
    asked.add(Observation.read(agent, called));
    asked.add(Observation.read(agent, new LinkedHashMap<>(Map.of("saw", label, "value", "?"))));
    return expected(oracle.judge(scenario, asked)).stream()
        .map(DATA::matcher)
        .filter(Matcher::matches)
        .map(data -> data.group(1))
        .toList();
  }

  // attempts

  /** Whether it is the end of this attempt that was to come, in another way. */
  private boolean isDue(Observation outcome, Judgement judgement) {
    return expected(judgement).stream().anyMatch(expected -> expected.contains(outcome.label() + " "));
  }

  private Breach outcome(Observation seen, Judgement judgement) {
    String message = seen.label().substring(Program.POST.length());
    Step step = program.steps().stream().filter(each -> message.equals(each.message())).findFirst().orElseThrow();
    String what = "the transfer list of " + message;
    String legal = String.join(" or ", expected(judgement));
    boolean threw = seen.body().containsKey("threw");
    String expected = legal.contains("threw") ? "refused" : "taken";
    String clause = clause(step, legal.contains("threw"));
    return new Breach(clause, "a transfer list", threw ? "threw " + name(seen) : "taken", what, expected);
  }

  private static String name(Observation outcome) {
    if (outcome.get("threw") instanceof Map<?, ?> node) {
      Object name = node.get("domException") == null ? node.get("error") : node.get("domException");
      return String.valueOf(name);
    }
    return String.valueOf(outcome.get("threw"));
  }

  private String clause(Step step, boolean isToBeRefused) {
    Set<String> distinct = new HashSet<>(step.list());
    if (step.list().contains(step.port())) {
      return Clauses.NOT_ITSELF;
    } else if (distinct.size() < step.list().size()) {
      return Clauses.NOT_TWICE;
    } else if (!isToBeRefused) {
      return step.action() == Action.MISTRANSFER ? Clauses.DOOMED : Clauses.ACCEPTED;
    }
    boolean closed =
        program.steps().stream().anyMatch(each -> each.action() == Action.CLOSE && distinct.contains(each.port()));
    return closed ? Clauses.CLOSED_DETACHED : Clauses.DETACHED;
  }

  // messages

  private Breach message(Observation next, List<Observation> log, int at, Set<String> before, Judgement judgement) {
    Observation shows = next.kind() == Kind.CALLED && at + 1 < log.size() ? log.get(at + 1) : next;
    String message = data(shows);
    if (message == null && next.label().startsWith("ports ")) {
      return new Breach(Clauses.ALL_PORTS, "the ports of a message", "not those of the list", next.label(), "all of them");
    } else if (message == null) {
      return missing(wanted(judgement, log, at), log, at, next.label(), judgement);
    }
    String label = shows.label();
    Delivery delivery = delivery(log.subList(0, at));
    if (delivery.isOfListenerOnly(message, label)) {
      return unwanted(Clauses.LISTENING, message, label);
    } else if (expected(judgement).stream().allMatch(OF_THE_TASK.asMatchPredicate())) {
      return unwanted(Clauses.ASYNC, message, label);
    } else if (before.contains(message)) {
      return again(message, label, log.subList(0, at), delivery);
    }
    Map<String, String> wanted = wanted(judgement, log, at);
    Set<String> after = messages(log.subList(at, log.size()));
    if (wanted.containsValue(message)) {
      return elsewhere(message, label, keyOf(wanted, message), delivery);
    }
    String first = wanted.get(label);
    if (first != null && after.contains(first)) {
      String clause = Delivery.isReceived(label) ? Clauses.MOVES_IN_ORDER : Clauses.FIFO;
      return new Breach(clause, "the order of messages", "changed", message + " " + label, first);
    }
    wanted.values().removeIf(after::contains);
    // where nothing had to come any more, nothing was lost
    boolean isLost = !wanted.isEmpty() && !expected(judgement).contains(Judgement.NOTHING);
    return isLost
        ? missing(wanted, log, at, message, judgement)
        : unwanted(delivery.ofUnwanted(message, label, takenByNobody(judgement).contains(message)), message, label);
  }

  private static String keyOf(Map<String, String> wanted, String message) {
    return wanted.entrySet().stream().filter(each -> each.getValue().equals(message)).findFirst().orElseThrow().getKey();
  }

  private static Breach unwanted(String clause, String message, String label) {
    return new Breach(clause, "a message", "where none was to come", message + " " + label, "not then");
  }

  /** A message that was shown before: by another function, or by the same one. */
  private static Breach again(String message, String label, List<Observation> before, Delivery delivery) {
    boolean isOfAnother = before.stream().noneMatch(each -> each.label().equals(label) && message.equals(data(each)));
    return isOfAnother && delivery.isLate(label)
        ? new Breach(Clauses.SNAPSHOT, "a function", "called too early", message + " " + label, "for the next message")
        : new Breach(Clauses.ONCE, "a message", "twice", message + " " + label, "once");
  }

  private static Breach elsewhere(String message, String label, String wanted, Delivery delivery) {
    return delivery.isMoved(message, label, wanted)
        ? new Breach(Clauses.MOVES_LAST, "the order of functions", "changed", message + " " + label, wanted)
        : new Breach(Clauses.ONCE, "a message", "elsewhere", message + " " + label, wanted);
  }

  /** What could legally come did not; {@code seen} did, or nothing. */
  private Breach missing(
      Map<String, String> wanted, List<Observation> log, int at, String seen, Judgement judgement) {
    Set<String> shown = messages(seen.equals(Judgement.NOTHING) ? log.subList(0, at) : log);
    Delivery delivery = delivery(log.subList(0, at));
    for (Map.Entry<String, String> lost : wanted.entrySet()) {
      String where = "%s %s; there was %s".formatted(lost.getValue(), lost.getKey(), seen);
      if (!shown.contains(lost.getValue())) {
        String clause = delivery.ofLost(lost.getKey(), lost.getValue());
        return new Breach(clause, "a message", "lost", where, lost.getValue());
      } else if (delivery.cameBeforeHandler(lost.getValue(), lost.getKey())) {
        return unwanted(Clauses.LISTENING, lost.getValue(), lost.getKey());
      }
    }
    List<String> dropped = takenByNobody(judgement);
    if (dropped.isEmpty()) {
      return new Breach(Clauses.ONCE, "a message", "lost", "something anywhere; there was " + seen, "something");
    }
    String clause = delivery.ofKeptMessage(dropped.get(0));
    return new Breach(clause, "a message", "kept", "there was " + seen, "dropped: " + dropped.get(0));
  }

  /** The messages that were to be taken while nobody listened. */
  private List<String> takenByNobody(Judgement judgement) {
    return expected(judgement).stream()
        .map(TAKEN::matcher)
        .filter(Matcher::find)
        .map(taken -> taken.group(1))
        .toList();
  }
}
