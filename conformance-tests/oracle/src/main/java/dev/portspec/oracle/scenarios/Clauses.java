package dev.portspec.oracle.scenarios;

/** The clauses that generated scenarios speak of. */
final class Clauses {
  static final String ONCE = "port.delivery.exactly-once";
  static final String FIFO = "port.queue.fifo";
  static final String ASYNC = "port.delivery.async";
  static final String RETAINS = "port.queue.disabled-retains";
  static final String DISABLED = "port.queue.initially-disabled";
  static final String NO_TARGET = "port.post.no-target-silent";
  static final String START_DETACHED = "port.start.on-detached";
  static final String CLOSE_AGAIN = "port.close.idempotent";
  static final String SENT_SURVIVES = "port.close.sent-messages-survive";
  static final String CLOSED_DROPS = "port.close.in-transit-from-peer-dropped";
  static final String LISTENING = "port.addeventlistener.not-enabling";
  static final String NULL_STARTS = "port.onmessage.first-set-null-enables";
  static final String STAYS_ENABLED = "port.queue.enabled-is-permanent";
  static final String SNAPSHOT = "event.dispatch.snapshot";
  static final String MOVES_LAST = "handler.reactivation-moves-last";
  static final String REMOVED = "event.remove.matches";
  static final String ACCEPTED = "port.xfer.unrelated-through-pair";
  static final String DETACHED = "port.xfer.detaches-original";
  static final String ALL_PORTS = "port.post.ports-all-transferred";
  static final String MOVES_QUEUE = "port.recv.moves-queue";
  static final String MOVES_IN_ORDER = "port.recv.preserves-order";
  static final String RECEIVED_DISABLED = "port.recv.starts-disabled";
  static final String CLOSED_DETACHED = "port.close.detaches";
  static final String NOT_ITSELF = "port.post.source-in-transfer";
  static final String NOT_TWICE = "port.xfer.same-list-twice-throws";
  static final String OVER_IMPLICIT = "worker.ports-entangled";
  static final String NO_START_INSIDE = "worker.no-start-needed-inside";
  static final String NO_START_OUTSIDE = "worker.no-start-needed-outside";
  static final String ENDED = "worker.terminate.closing";
  static final String DOOMED = "port.post.doomed-no-throw";

  private Clauses() {}
}
