package dev.portspec.reference;

import java.util.List;

/**
 * What the standard leaves open, or where its letter and practice part: each is a question to the {@link Chooser},
 * named by its clause, with the outcomes as the clause book names them where it does. The first outcome is the default,
 * and the one of a world with threads.
 */
enum Freedom {
  /** Gap 1: a transferred port whose queue was enabled may go on dispatching until it is received elsewhere. */
  ORIGINAL_DISPATCH_IN_FLIGHT(
      "port.xfer.original-dispatch-in-flight", "kept-for-new", "dispatched-on-old", "next-on-old"),

  /** Gap 1: by the letter, starting a transferred port before it is received lets it dispatch. */
  ORIGINAL_START_IN_FLIGHT("port.start.on-detached", "kept-for-new", "dispatched-on-old"),

  /** Gap 1: by the letter, a transferred port is entangled until it is received and can post. */
  ORIGINAL_POST_IN_FLIGHT("port.xfer.original-post-in-flight", "dropped", "delivered"),

  /** Gap 1: by the letter, a message has its target still when a getter of it sends the sender away. */
  GETTER_MOVES_SENDER("port.xfer.original-post-in-flight", "delivered", "dropped"),

  /** Gap 3: by the letter, a port that was closed while the other end travelled is linked to the port that arrives. */
  PEER_CLOSE_IN_FLIGHT("port.xfer.peer-close-in-flight", "silent", "delivered"),

  /** Gap 1: by the letter, a target that was listed in a message to itself goes on taking messages. */
  DOOMED_LOSES_CHANNEL("port.post.doomed-loses-channel", "kept", "later-lost"),

  /** Gap 6: close() leaves the queue of the closed port as it is. */
  RECEIVED_BEFORE_CLOSE("port.close.received-queue-survives", "delivered", "dropped"),

  /** Gap 4: by the letter, the close event is fired inside close(); a proposal fires it from a task. */
  CLOSE_EVENT_TIME("port.close-event.timing", "inside-close", "later"),

  /** By the letter, the end of a worker parts its ports in plain words, without the algorithm that fires the event. */
  WORKER_END_CLOSE_EVENT("worker.end.close-event", "fired", "absent"),

  /** By the letter, the script of a worker that was terminated while it was fetched runs all the same. */
  TERMINATED_BEFORE_START("worker.terminate.before-start", "never-ran", "ran"),

  /** Gap 12: by the letter, the connection that starts a shared worker has its outside port enabled. */
  SHARED_FIRST_PORT("sworker.outside-port.enabled-first", "unaided", "start-needed"),

  /** Gap 12: by the letter, a later connection has not. */
  SHARED_LATER_PORT("sworker.outside-port.not-enabled-later", "start-needed", "unaided"),

  /** What an error carries along is up to the implementation: here its cause, where that is an error or a primitive. */
  ERROR_CAUSE("sc.err.extra-data", "carried", "left-out"),

  /** Gap 10: elements of a transfer list that stand before a detached one stay moved, though the call throws. */
  TRANSFER_ROLLBACK("sc.wt.phase3-interleaved", "detached", "kept"),

  /** Gap 13: ports that were never shipped are served in the order of posting. Asked once for each event loop. */
  UNSHIPPED_ORDER("port.unshipped.global-order", "posting-order", "port-order"),

  /** Some walk the listeners of a port once, so that one that is added in the capture pass waits. */
  ADDED_IN_CAPTURE_PASS("event.dispatch.added-in-capture-pass", "called", "not-called"),

  /** Engines report what a callback has thrown before they run the microtasks that it queued. */
  EXCEPTION_AFTER_MICROTASKS(
      "event.dispatch.exception-after-microtasks", "microtask-first", "report-first"),

  /** Gap 16: a handler that returns false sets the canceled flag of an event that is not cancelable. */
  RETURN_FALSE_NOT_CANCELABLE("handler.return-false-not-cancelable", "set", "unset");

  private final String clause;
  private final List<String> outcomes;

  Freedom(String clause, String... outcomes) {
    this.clause = clause;
    this.outcomes = List.of(outcomes);
  }

  String clause() {
    return clause;
  }

  List<String> outcomes() {
    return outcomes;
  }
}
