package dev.portspec.reference;

import org.jspecify.annotations.Nullable;

/** The global object of a realm, as far as exceptions are reported at it. */
abstract class ReferenceGlobal extends ReferenceEventTarget {
  private boolean inErrorReportingMode;

  ReferenceGlobal(ReferenceRealm realm) {
    super(realm, "the global object");
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception, steps 6-7
  final void reportException(String message, @Nullable Object error) {
    if (fireError(message, error)) {
      exceptionWasNotHandled(message);
    }
  }

  /** Returns notHandled. */
  private boolean fireError(String message, @Nullable Object error) {
    // event.report.no-recursion
    if (inErrorReportingMode()) {
      return true;
    }
    inErrorReportingMode = true;
    try {
      return dispatch(new ReferenceErrorEvent(realm(), message, error));
    } finally {
      inErrorReportingMode = false;
    }
  }

  /** Step 7: what becomes of an exception that no listener here cancelled. It ends at a window. */
  void exceptionWasNotHandled(String message) {}

  boolean inErrorReportingMode() {
    return inErrorReportingMode;
  }
}
