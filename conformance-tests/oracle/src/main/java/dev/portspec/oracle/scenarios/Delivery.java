package dev.portspec.oracle.scenarios;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.Program;
import dev.portspec.harness.generate.Program.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which clause is broken by the delivery of a message, or by the lack of it, from what the program had done to the port
 * by then. Steps in functions that were not called do not count; when those in tasks ran, a trace does not tell.
 */
final class Delivery {
  private static final String RECEIVED = "at r";

  private final Program program;
  private final List<Step> done;

  /**
   * What a program had done.
   *
   * @param before what was seen until then
   */
  Delivery(Program program, List<Observation> before) {
    this.program = program;
    Set<String> called = new HashSet<>();
    before.stream().filter(each -> each.kind() == Kind.CALLED).forEach(each -> called.add(each.label()));
    this.done =
        program.steps().stream().filter(step -> step.within() == null || called.contains(step.within())).toList();
  }

  static boolean isReceived(String label) {
    return label.startsWith(RECEIVED);
  }

  private static String portOf(String label) {
    return label.substring(label.indexOf(' ') + 1).replaceFirst(" #\\d+$", "");
  }

  private static String partner(String port) {
    return port.endsWith("1") ? port.replaceFirst("1$", "2") : port.replaceFirst("2$", "1");
  }

  /** Whether it is a worker, or its global: their ports are started with it. */
  private static boolean isImplicit(String port) {
    return port.startsWith("w");
  }

  private static boolean isStart(Step step) {
    return step.action() == Action.START || step.action() == Action.ONMESSAGE;
  }

  /** The port at which a function got a message: the partner of the sender, unless that was sent away. */
  private String destination(String message, String label) {
    return program.steps().stream()
        .filter(step -> message.equals(step.message()) && !step.port().startsWith("r"))
        .map(step -> partner(step.port()))
        .filter(port -> !isReceived(label) || done.stream().noneMatch(step -> step.list().contains(port)))
        .findFirst()
        .orElse(portOf(label));
  }

  private boolean did(String port, Predicate<Step> what) {
    return done.stream().anyMatch(step -> step.port().equals(port) && what.test(step));
  }

  private boolean isSet(String port, Action action, String label) {
    return did(port, step -> step.action() == action && label.equals(step.function()));
  }

  /** Whether a listener got the message at a port that nothing has started. */
  boolean isOfListenerOnly(String message, String label) {
    String port = destination(message, label);
    return !isImplicit(port)
        && isSet(port, Action.LISTEN, label)
        && !did(port, step -> isStart(step) || step.action() == Action.UNSET);
  }

  /** Whether the message came to listeners before the handler was set that has not got it, and that starts the port. */
  boolean cameBeforeHandler(String message, String label) {
    return isSet(destination(message, label), Action.ONMESSAGE, label) && isOfListenerBeforeStart(message, label);
  }

  /** The same, where what starts the port stands behind the post, and may not have run. */
  private boolean isOfListenerBeforeStart(String message, String label) {
    String port = destination(message, label);
    int posted = firstOf(program.steps(), step -> message.equals(step.message()));
    Predicate<Step> starts = step -> step.port().equals(port) && (isStart(step) || step.action() == Action.UNSET);
    boolean isBehind =
        done.stream().filter(starts).allMatch(step -> step.within() == null && program.steps().indexOf(step) > posted);
    return did(port, step -> step.action() == Action.LISTEN) && isBehind;
  }

  private static int firstOf(List<Step> steps, Predicate<Step> wanted) {
    return steps.stream().filter(wanted).findFirst().map(steps::indexOf).orElse(-1);
  }

  /** Whether a function was set or added by another, and by nothing else. */
  boolean isLate(String label) {
    List<Step> sets = done.stream().filter(step -> label.equals(step.function())).toList();
    return !sets.isEmpty() && sets.stream().allMatch(step -> step.within() != null);
  }

  /** Whether both functions stand at the port of the message, whose onmessage was null in between. */
  boolean isMoved(String message, String label, String other) {
    String port = destination(message, label);
    return did(port, step -> label.equals(step.function()))
        && did(port, step -> other.equals(step.function()))
        && did(port, step -> step.action() == Action.UNSET);
  }

  /** The clause of a message that was to come, and did not. */
  String ofLost(String label, String message) {
    List<Step> steps = program.steps();
    String port = destination(message, label);
    int posted = firstOf(steps, step -> message.equals(step.message()));
    int enabled = firstOf(steps, step -> step.port().equals(port) && isStart(step));
    int nulled = firstOf(steps, step -> step.port().equals(port) && step.action() == Action.UNSET);
    if (isImplicit(port)) {
      return ofLostAtWorker(port);
    } else if (isReceived(label)) {
      return Clauses.MOVES_QUEUE;
    } else if (enabled < 0 && nulled >= 0) {
      return Clauses.NULL_STARTS;
    } else if (isClosed(port)) {
      return Clauses.SENT_SURVIVES;
    } else if (posted >= 0 && posted < enabled) {
      return Clauses.RETAINS;
    }
    return Clauses.ONCE;
  }

  /** A worker that ends takes messages with it; before that only listeners may seem to need a start. */
  private String ofLostAtWorker(String port) {
    boolean isListened = did(port, step -> step.action() == Action.LISTEN) && !did(port, Delivery::isStart);
    if (!isListened) {
      return Clauses.OVER_IMPLICIT;
    }
    return port.endsWith("1") ? Clauses.NO_START_OUTSIDE : Clauses.NO_START_INSIDE;
  }

  /** Whether the program closes a port or its partner, which nobody can tell of what was received. */
  private boolean isClosed(String port) {
    return program.steps().stream()
        .filter(step -> step.action() == Action.CLOSE)
        .anyMatch(step -> port.startsWith("r") || step.port().equals(port) || step.port().equals(partner(port)));
  }

  /** The clause of a message that waits though nobody listens: of how its port was enabled. */
  private String ofKept(String port) {
    return done.stream()
        .filter(step -> step.port().equals(port) && (isStart(step) || step.action() == Action.UNSET))
        .findFirst()
        .filter(step -> step.action() == Action.UNSET)
        .map(step -> Clauses.NULL_STARTS)
        .orElse(Clauses.STAYS_ENABLED);
  }

  /** The same, of a message that nothing shows. */
  String ofKeptMessage(String message) {
    return ofKept(destination(message, ""));
  }

  /**
   * The clause of a message that no function was to take then.
   *
   * @param forNobody whether it was to be taken while nobody listened
   */
  String ofUnwanted(String message, String label, boolean forNobody) {
    String port = destination(message, label);
    boolean isNulled = did(port, step -> step.action() == Action.UNSET);
    if (isImplicit(port)) {
      boolean mayHaveEnded = program.steps().stream().anyMatch(step -> step.action() == Action.END);
      return mayHaveEnded ? Clauses.ENDED : Clauses.OVER_IMPLICIT;
    } else if (isSet(port, Action.LISTEN, label) && isOfListenerBeforeStart(message, label)) {
      return Clauses.LISTENING;
    } else if (!isNulled && !did(port, Delivery::isStart)) {
      return isReceived(label) ? Clauses.RECEIVED_DISABLED : Clauses.DISABLED;
    } else if (forNobody) {
      return ofKept(port);
    } else if (isSet(port, Action.UNLISTEN, label) && !isSet(port, Action.ONMESSAGE, label)) {
      return Clauses.REMOVED;
    } else if (isClosed(port)) {
      return Clauses.CLOSED_DROPS;
    }
    return isNulled ? Clauses.STAYS_ENABLED : Clauses.ASYNC;
  }
}
