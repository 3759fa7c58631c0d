package dev.portspec.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a clause is recorded and never fails: the outcomes that are known, each with what is seen.
 *
 * @param issue the entry of {@code spec/ISSUES.md} that says what the dispute is
 * @param outcomes what each outcome looks like, by its name, in the order of the book; two at least
 * @param isVolatile whether the text itself is unstable, rather than defective
 */
public record Contested(String issue, Map<String, String> outcomes, boolean isVolatile) {

  public Contested {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    if (outcomes.size() < 2) {
      throw new IllegalArgumentException("a contested clause needs two outcomes at least; found: " + outcomes.keySet());
    }
  }
}
