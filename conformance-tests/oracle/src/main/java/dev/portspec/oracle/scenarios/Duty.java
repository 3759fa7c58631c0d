package dev.portspec.oracle.scenarios;

import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.Program;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a trace can break, named by its clause, and what a program has to do so that its trace says something of it. */
enum Duty {
  ONCE(Clauses.ONCE, Action.POST),
  FIFO(Clauses.FIFO, Action.POST),
  ASYNC(Clauses.ASYNC, Action.POST),
  RETAINS(Clauses.RETAINS, Action.POST, Action.ONMESSAGE),
  DISABLED(Clauses.DISABLED, Action.POST),
  NO_TARGET(Clauses.NO_TARGET, Action.POST, Action.CLOSE),
  START_DETACHED(Clauses.START_DETACHED, Action.START, Action.CLOSE),
  CLOSE_AGAIN(Clauses.CLOSE_AGAIN, Action.CLOSE),
  SENT_SURVIVES(Clauses.SENT_SURVIVES, Action.POST, Action.CLOSE),
  CLOSED_DROPS(Clauses.CLOSED_DROPS, Action.POST, Action.CLOSE),
  LISTENING(Clauses.LISTENING, Action.POST, Action.LISTEN),
  NULL_STARTS(Clauses.NULL_STARTS, Action.POST, Action.UNSET),
  STAYS_ENABLED(Clauses.STAYS_ENABLED, Action.POST, Action.ONMESSAGE, Action.UNSET),
  SNAPSHOT(Clauses.SNAPSHOT, Action.POST, Action.LISTEN),
  MOVES_LAST(Clauses.MOVES_LAST, Action.POST, Action.LISTEN, Action.ONMESSAGE, Action.UNSET),
  REMOVED(Clauses.REMOVED, Action.POST, Action.UNLISTEN),
  ACCEPTED(Clauses.ACCEPTED, Action.TRANSFER),
  DETACHED(Clauses.DETACHED, Action.TRANSFER),
  ALL_PORTS(Clauses.ALL_PORTS, Action.TRANSFER, Action.ONMESSAGE),
  MOVES_QUEUE(Clauses.MOVES_QUEUE, Action.POST, Action.TRANSFER, Action.ONMESSAGE),
  MOVES_IN_ORDER(Clauses.MOVES_IN_ORDER, Action.POST, Action.TRANSFER, Action.ONMESSAGE),
  RECEIVED_DISABLED(Clauses.RECEIVED_DISABLED, Action.POST, Action.TRANSFER, Action.ONMESSAGE),
  CLOSED_DETACHED(Clauses.CLOSED_DETACHED, Action.TRANSFER, Action.CLOSE),
  NOT_ITSELF(Clauses.NOT_ITSELF, Action.MISTRANSFER),
  NOT_TWICE(Clauses.NOT_TWICE, Action.MISTRANSFER),
  DOOMED(Clauses.DOOMED, Action.MISTRANSFER),
  OVER_IMPLICIT(Clauses.OVER_IMPLICIT, Action.WORKER, Action.POST, Action.ONMESSAGE),
  NO_START_INSIDE(Clauses.NO_START_INSIDE, Action.WORKER, Action.POST, Action.ONMESSAGE),
  NO_START_OUTSIDE(Clauses.NO_START_OUTSIDE, Action.WORKER, Action.POST, Action.ONMESSAGE),
  ENDED(Clauses.ENDED, Action.WORKER, Action.END);

  private final String clause;
  private final Set<Action> actions;

  Duty(String clause, Action... actions) {
    this.clause = clause;
    this.actions = EnumSet.copyOf(List.of(actions));
  }

  String clause() {
    return clause;
  }

  /** Whether a program does what this is about. */
  boolean isMetBy(Program program) {
    Set<Action> done = EnumSet.noneOf(Action.class);
    program.steps().forEach(step -> done.add(step.action()));
    return done.containsAll(actions);
  }
}
