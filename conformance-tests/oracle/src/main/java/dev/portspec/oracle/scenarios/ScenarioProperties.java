package dev.portspec.oracle.scenarios;

import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.Action;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Programs;

/**
 * Whatever a program does with channels and ports, some sequence of legal choices explains what it showed. Each property
 * adds actions to those of another, so that what an implementation is known to do otherwise in one of them does not hide
 * the rest. Each lists every clause that its programs can break: the failure names the one.
 */
class ScenarioProperties {
  private static final int TRIES = 100;
  private static final int MOST_SHRINKS = 400;
  private static final String TRIES_FROM = "portspec.scenarios";

  /** Channels, posts of strings, starts, closes, onmessage set again and again, in tasks and in functions. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.ONCE, Clauses.FIFO, Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED, Clauses.NO_TARGET,
    Clauses.SENT_SURVIVES, Clauses.CLOSED_DROPS, Clauses.START_DETACHED, Clauses.CLOSE_AGAIN
  })
  void everyProgramOfStringsIsLegal(World world, @Generated Draw draw) {
    Programs programs =
        Programs.claimedBy(world)
            .without(Action.LISTEN, Action.UNLISTEN, Action.UNSET, Action.TRANSFER, Action.MISTRANSFER)
            .without(Action.WORKER, Action.END);
    Scenarios.judge(world, programs.program(draw));
  }

  /** And listeners that come and go, and onmessage set to null. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.ONCE, Clauses.FIFO, Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED, Clauses.NO_TARGET,
    Clauses.SENT_SURVIVES, Clauses.CLOSED_DROPS, Clauses.START_DETACHED, Clauses.CLOSE_AGAIN, Clauses.LISTENING,
    Clauses.NULL_STARTS, Clauses.STAYS_ENABLED, Clauses.REMOVED, Clauses.SNAPSHOT, Clauses.MOVES_LAST
  })
  void everyProgramWithListenersIsLegal(World world, @Generated Draw draw) {
    Programs programs = Programs.claimedBy(world).without(Action.TRANSFER, Action.MISTRANSFER, Action.WORKER, Action.END);
    Scenarios.judge(world, programs.program(draw));
  }

  /** Strings again, and ports on the move: through others, back again, several at once; nothing is closed. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.MOVES_QUEUE, Clauses.MOVES_IN_ORDER, Clauses.RECEIVED_DISABLED, Clauses.ALL_PORTS, Clauses.ACCEPTED,
    Clauses.DETACHED, Clauses.ONCE, Clauses.FIFO, Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED
  })
  void everyProgramOfTransfersIsLegal(World world, @Generated Draw draw) {
    Programs programs =
        Programs.claimedBy(world)
            .without(Action.LISTEN, Action.UNLISTEN, Action.UNSET, Action.CLOSE, Action.MISTRANSFER)
            .without(Action.WORKER, Action.END);
    Scenarios.judge(world, programs.program(draw));
  }

  /** Everything: also ports that are closed and sent, and lists that are refused or doom their message. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.MOVES_QUEUE, Clauses.MOVES_IN_ORDER, Clauses.RECEIVED_DISABLED, Clauses.ALL_PORTS, Clauses.ACCEPTED,
    Clauses.DETACHED, Clauses.CLOSED_DETACHED, Clauses.NOT_ITSELF, Clauses.NOT_TWICE, Clauses.DOOMED, Clauses.ONCE,
    Clauses.FIFO, Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED, Clauses.NO_TARGET, Clauses.SENT_SURVIVES,
    Clauses.CLOSED_DROPS, Clauses.START_DETACHED, Clauses.CLOSE_AGAIN, Clauses.LISTENING, Clauses.NULL_STARTS,
    Clauses.STAYS_ENABLED, Clauses.REMOVED, Clauses.SNAPSHOT, Clauses.MOVES_LAST
  })
  void everyProgramIsLegal(World world, @Generated Draw draw) {
    Scenarios.judge(world, Programs.claimedBy(world).without(Action.WORKER, Action.END).program(draw));
  }

  /** Strings and ports on the move between a window and its workers, which go on to the end. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.OVER_IMPLICIT, Clauses.MOVES_QUEUE, Clauses.MOVES_IN_ORDER, Clauses.RECEIVED_DISABLED, Clauses.ALL_PORTS,
    Clauses.ACCEPTED, Clauses.DETACHED, Clauses.ONCE, Clauses.FIFO, Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED
  })
  void everyProgramBetweenAgentsIsLegal(World world, @Generated Draw draw) {
    Programs programs =
        Programs.claimedBy(world)
            .without(Action.LISTEN, Action.UNLISTEN, Action.UNSET, Action.CLOSE, Action.MISTRANSFER, Action.END);
    Scenarios.judge(world, programs.program(draw));
  }

  /** Everything, in workers too, which may be terminated, and close themselves. */
  @ConformanceProperty(tries = TRIES, triesFrom = TRIES_FROM, mostShrinks = MOST_SHRINKS)
  @Verifies({
    Clauses.OVER_IMPLICIT, Clauses.NO_START_INSIDE, Clauses.NO_START_OUTSIDE, Clauses.ENDED, Clauses.MOVES_QUEUE,
    Clauses.MOVES_IN_ORDER, Clauses.RECEIVED_DISABLED, Clauses.ALL_PORTS, Clauses.ACCEPTED, Clauses.DETACHED,
    Clauses.CLOSED_DETACHED, Clauses.NOT_ITSELF, Clauses.NOT_TWICE, Clauses.DOOMED, Clauses.ONCE, Clauses.FIFO,
    Clauses.ASYNC, Clauses.RETAINS, Clauses.DISABLED, Clauses.NO_TARGET, Clauses.SENT_SURVIVES, Clauses.CLOSED_DROPS,
    Clauses.START_DETACHED, Clauses.CLOSE_AGAIN, Clauses.LISTENING, Clauses.NULL_STARTS, Clauses.STAYS_ENABLED,
    Clauses.REMOVED, Clauses.SNAPSHOT, Clauses.MOVES_LAST
  })
  void everyProgramOfAgentsIsLegal(World world, @Generated Draw draw) {
    Scenarios.judge(world, Programs.claimedBy(world).program(draw));
  }
}
