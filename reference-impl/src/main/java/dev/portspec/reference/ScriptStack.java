package dev.portspec.reference;

import dev.portspec.spi.ScriptAborted;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has on its stack: scripts and callbacks, each with the realm that is the incumbent while it runs, and
 * between them the microtasks.
 *
 * <p><b>Concurrency:</b> belongs to the thread that runs the agent's current task. Only {@code aborted} is set by
 * another agent at any time, and looked at before and after whatever a script calls.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#realms-settings-objects-global-objects">HTML,
 *     realms and their counterparts</a>
 */
abstract class ScriptStack {
  private final ArrayDeque<Runnable> microtasks = new ArrayDeque<>();
  private boolean performingMicrotaskCheckpoint;
  private int callbackDepth;
  private @Nullable ReferenceRealm incumbent;
  private volatile boolean aborted;

  /** The outcome of a freedom. */
  abstract String decide(Freedom freedom);

  /** Aborts the running script, and whatever that agent might call yet. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#abort-a-running-script
  final void abort() {
    aborted = true;
  }

  /** Leaves the running script if it was aborted. */
  final void checkNotAborted() {
    if (aborted) {
      throw new ScriptAborted();
    }
  }

  /** The realm of the incumbent settings object; null where no script or callback is on the stack. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#incumbent-settings-object
  final @Nullable ReferenceRealm incumbentRealm() {
    return incumbent;
  }

  /** Runs a script of a realm; what it throws is given to {@code report} while it is still on the stack. */
  // https://html.spec.whatwg.org/multipage/webappapis.html#run-a-classic-script
  final void script(ReferenceRealm realm, Runnable code, Consumer<? super Throwable> report) {
    checkNotAborted();
    ReferenceRealm before = push(realm);
    try {
      code.run();
    } catch (Throwable exception) {
      checkNotAborted();
      report.accept(exception);
    } finally {
      pop(before);
    }
    checkNotAborted();
    cleanUpAfterRunningScript();
  }

  /** Calls a callback in its context; what it throws is given to {@code report} before anything else is called. */
  // https://webidl.spec.whatwg.org/#invoke-a-callback-function
  final void callback(ReferenceRealm callbackContext, Runnable code, Consumer<? super Throwable> report) {
    checkNotAborted();
    Throwable thrown = null;
    ReferenceRealm before = push(callbackContext);
    try {
      code.run();
    } catch (Throwable exception) {
      thrown = exception;
    } finally {
      pop(before);
    }
    checkNotAborted();
    boolean reportFirst = thrown != null && reportsBeforeMicrotasks();
    if (!reportFirst) {
      cleanUpAfterRunningScript();
    }
    // event.dispatch.exception-order, event.dispatch.exception-after-microtasks
    if (thrown != null) {
      report.accept(thrown);
    }
    if (reportFirst) {
      cleanUpAfterRunningScript();
    }
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#prepare-to-run-a-callback
  private @Nullable ReferenceRealm push(ReferenceRealm realm) {
    ReferenceRealm before = incumbent;
    incumbent = realm;
    callbackDepth++;
    return before;
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#clean-up-after-running-a-callback
  private void pop(@Nullable ReferenceRealm before) {
    callbackDepth--;
    incumbent = before;
  }

  private boolean reportsBeforeMicrotasks() {
    return callbackDepth == 0
        && !performingMicrotaskCheckpoint
        && !microtasks.isEmpty()
        && decide(Freedom.EXCEPTION_AFTER_MICROTASKS).equals("report-first");
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#clean-up-after-running-script: loop.microtask-after-callback,
  // loop.microtask-not-in-synthetic
  void cleanUpAfterRunningScript() {
    if (callbackDepth == 0) {
      performMicrotaskCheckpoint();
    }
  }

  void queueMicrotask(Runnable steps) {
    microtasks.add(steps);
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#perform-a-microtask-checkpoint
  void performMicrotaskCheckpoint() {
    // 1. loop.microtask-no-reentry
    if (performingMicrotaskCheckpoint) {
      return;
    }
    // 2-3, 7.
    performingMicrotaskCheckpoint = true;
    try {
      runMicrotasks();
    } finally {
      performingMicrotaskCheckpoint = false;
    }
  }

  // 3. loop.microtask-drain
  final void runMicrotasks() {
    for (Runnable next = microtasks.poll(); next != null; next = microtasks.poll()) {
      next.run();
    }
  }

  final void dropMicrotasks() {
    microtasks.clear();
  }

  final boolean performingMicrotaskCheckpoint() {
    return performingMicrotaskCheckpoint;
  }

  /** How many callbacks and scripts are on the stack. */
  final int callbackDepth() {
    return callbackDepth;
  }
}
