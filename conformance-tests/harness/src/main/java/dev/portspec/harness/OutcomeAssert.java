package dev.portspec.harness;

import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.trace.Observed;
import dev.portspec.harness.trace.OutcomeView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assertions on how an {@code attempt} ended. */
public final class OutcomeAssert {
  /** {@code DataCloneError}, for {@link #threw}. */
  public static final String DATA_CLONE_ERROR = "DataCloneError";

  /** {@code InvalidStateError}, for {@link #threw}. */
  public static final String INVALID_STATE_ERROR = "InvalidStateError";

  /** {@code SyntaxError}, a DOMException, for {@link #threw}. */
  public static final String SYNTAX_ERROR = "SyntaxError";

  private final OutcomeView outcome;

  OutcomeAssert(OutcomeView outcome) {
    this.outcome = outcome;
  }

  /** It threw a DOMException of this name. */
  public void threw(String domException) {
    boolean isDomException = outcome.value().text().equals("DOMException " + domException);
    Judge.that(what(), outcome.threw() && isDomException, "threw " + domException, outcome.text());
  }

  /** It threw a DOMException of this name and legacy code. */
  public void threw(String domException, int code) {
    threw(domException);
    Object seen = outcome.value().tree() instanceof Map<?, ?> node ? node.get("code") : null;
    boolean same = seen instanceof Number number && number.intValue() == code;
    Judge.that(what(), same, "threw with the code " + code, "code " + seen);
  }

  /** It threw an error of this kind. */
  public void threwError(String kind) {
    boolean isError = !outcome.value().text().startsWith("DOMException") && kind.equals(outcome.thrownName());
    Judge.that(what(), outcome.threw() && isError, "threw " + kind, outcome.text());
  }

  /** It threw the very object that was observed. */
  public void threwSame(Observed observed) {
    Judge.that(
        what(),
        outcome.threw() && ValueAssert.same(outcome.value(), observed),
        "threw the very object observed as " + observed.label(),
        outcome.text());
  }

  /** It threw a value equal to the literal. */
  public void threwValue(@Nullable Object literal) {
    Judge.equal(what(), "threw " + Canonical.text(Literals.tree(literal)), outcome.text());
  }

  /** It returned a value equal to the literal. */
  public void returned(@Nullable Object literal) {
    Judge.equal(what(), "returned " + Canonical.text(Literals.tree(literal)), outcome.text());
  }

  /** It did not throw; what it returned is not asserted. */
  public void returned() {
    Judge.that(what(), !outcome.threw(), "returned", outcome.text());
  }

  private String what() {
    return "attempt " + outcome.label();
  }
}
