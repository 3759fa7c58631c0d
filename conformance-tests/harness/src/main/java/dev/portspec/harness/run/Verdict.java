package dev.portspec.harness.run;

/** What a check found, from the assertion to the report; mapped to JUnit, Allure and exit codes at the edges only. */
public enum Verdict {
  /** What the clause asks was seen. */
  PASS,
  /** A divergence from the clause. */
  FAIL,
  /** A capability that the check needs was not declared. */
  NOT_CLAIMED,
  /** The binding has no such thing. */
  INAPPLICABLE,
  /** The clause leaves several outcomes open; the result names the one that was seen. */
  CONTESTED,
  /** The oracle's search ran out of its budget. */
  UNDECIDED,
  /** Failed in the run and passed alone. */
  FLAKY,
  /** Our fault, or the machine's. */
  HARNESS_ERROR
}
