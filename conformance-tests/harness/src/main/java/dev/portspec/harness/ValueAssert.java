package dev.portspec.harness;

import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.script.Resemblance;
import dev.portspec.harness.trace.Divergence;
import dev.portspec.harness.trace.Observed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assertions on a value that was seen. */
public final class ValueAssert {
  private final Observed observed;

  ValueAssert(Observed observed) {
    this.observed = observed;
  }

  /** The same structure and sharing as the literal. */
  public ValueAssert isEqualTo(@Nullable Object literal) {
    Judge.equal(observed.label(), Canonical.text(Literals.tree(literal)), observed.text());
    return this;
  }

  /**
   * A clone that looks like the literal: each difference counts for the clause that it breaks, as far as the check
   * lists that clause, and is said in words that are the same for every graph that shows the same fault.
   */
  public ValueAssert isCloneLike(@Nullable Object literal) {
    Resemblance resemblance = Resemblance.of(Literals.tree(literal), observed.tree());
    ClauseLedger ledger = ClauseLedger.current();
    resemblance.clauses().stream()
        .filter(ledger::speaksOf)
        .forEach(clause -> ledger.verifying(clause, () -> judge(resemblance, clause)));
    return this;
  }

  /**
   * Looks like the literal: as {@link #isCloneLike}, but each difference counts for the clause of the assertion. What
   * an error carries along besides its message is not compared.
   */
  public ValueAssert resembles(@Nullable Object literal) {
    judge(Resemblance.of(Literals.tree(literal), observed.tree()), null);
    return this;
  }

  private void judge(Resemblance resemblance, @Nullable String clause) {
    ClauseLedger.current().asserted();
    for (Resemblance.Difference difference : resemblance.differences()) {
      if (clause == null || clause.equals(difference.clause())) {
        String what = observed.label() + ", " + difference.what();
        throw new Divergence(what, difference.expected(), difference.seen(), difference.where());
      }
    }
  }

  /** The same structure and sharing as the other, and no object in common. */
  public ValueAssert isCloneOf(Observed original) {
    Judge.equal(observed.label(), original.text(), observed.text());
    return sharesNothingWith(original);
  }

  /** No object in common with the other, at any depth. */
  public ValueAssert sharesNothingWith(Observed original) {
    boolean apart =
        Collections.disjoint(Canonical.identities(observed.tree()), Canonical.identities(original.tree()));
    Judge.that(observed.label(), apart, "no object in common with " + original.label(), "some");
    return this;
  }

  /** The same value; for objects the very same. */
  public ValueAssert isSameAs(Observed other) {
    Judge.that(
        observed.label(), same(observed, other), "the same as " + other.label() + ": " + other.text(), observed.text());
    return this;
  }

  /** Another object; what is no object is none. */
  public ValueAssert isNotSameAs(Observed other) {
    String seen = observed.text();
    Judge.that(observed.label(), identity(observed) != null, "another object than " + other.label(), seen);
    Judge.that(observed.label(), !same(observed, other), "another object than " + other.label(), "the same");
    return this;
  }

  /** An object of this realm; the script that observed it says that realms can be told. */
  public ValueAssert isOf(Realm realm) {
    Object seen = observed.tree() instanceof Map<?, ?> node ? node.get("in") : null;
    Judge.that(observed.label(), realm.name().equals(seen), "of the realm " + realm.name(), "of " + seen);
    return this;
  }

  /** A platform object of this interface. */
  public ValueAssert isPlatform(String type) {
    Object seen = observed.tree() instanceof Map<?, ?> node ? node.get("platform") : null;
    Judge.that(observed.label(), type.equals(seen), "a " + type, observed.text());
    return this;
  }

  /** An error of this kind, whatever its message. */
  public ValueAssert isError(String kind) {
    Object seen = observed.tree() instanceof Map<?, ?> node ? node.get("error") : null;
    Judge.that(observed.label(), kind.equals(seen), "a " + kind, observed.text());
    return this;
  }

  /** An array that cannot be changed. */
  public ValueAssert isFrozen() {
    boolean frozen = observed.tree() instanceof Map<?, ?> node && Boolean.TRUE.equals(node.get("frozen"));
    Judge.that(observed.label(), frozen, "frozen", "not frozen: " + observed.text());
    return this;
  }

  /** An array of so many elements. */
  public ValueAssert hasSize(int size) {
    Object seen = observed.tree() instanceof Map<?, ?> node && node.get("array") instanceof List<?> list
        ? (Object) list.size()
        : observed.text();
    Judge.equal("size of " + observed.label(), size, seen);
    return this;
  }

  /** A buffer of so many bytes; 0 once it is detached. */
  public ValueAssert hasByteLength(int byteLength) {
    String hex = observed.tree() instanceof Map<?, ?> node && node.get("buffer") instanceof String text ? text : null;
    Judge.equal("byteLength of " + observed.label(), byteLength, hex == null ? observed.text() : hex.length() / 2);
    return this;
  }

  static boolean same(Observed one, Observed other) {
    Object identity = identity(one);
    return one.agent().equals(other.agent())
        && (identity == null && identity(other) == null
            ? one.text().equals(other.text())
            : Objects.equals(identity, identity(other)));
  }

  private static @Nullable Object identity(Observed observed) {
    return observed.tree() instanceof Map<?, ?> node && node.get("#") instanceof Number n ? n.longValue() : null;
  }

  /** A string as it is; the message of an error; anything else as text. */
  static @Nullable String message(Observed observed) {
    if (observed.tree() instanceof String text) {
      return text;
    }
    if (observed.tree() instanceof Map<?, ?> node) {
      if (node.get("domException") instanceof String name) {
        return name;
      }
      if (node.get("props") instanceof List<?> props) {
        for (Object property : props) {
          if (property instanceof List<?> pair && "message".equals(pair.get(0))) {
            return String.valueOf(pair.get(1));
          }
        }
      }
    }
    return observed.text();
  }
}
