package dev.portspec.reference;

import org.jspecify.annotations.Nullable;

/** The global object of a realm, as far as exceptions are reported at it. */
class ReferenceGlobal extends ReferenceEventTarget {
  private boolean inErrorReportingMode;

  ReferenceGlobal(ReferenceRealm realm) {
    super(realm, "the global object");
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception, steps 5-6
  void fireError(String message, @Nullable Object error) {
    // event.report.no-recursion
    if (inErrorReportingMode()) {
      return;
    }
    inErrorReportingMode = true;
    try {
      dispatch(new ReferenceErrorEvent(realm(), message, error));
    } finally {
      inErrorReportingMode = false;
    }
  }

  boolean inErrorReportingMode() {
    return inErrorReportingMode;
  }
}
