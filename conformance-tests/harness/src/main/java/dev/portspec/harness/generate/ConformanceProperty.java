package dev.portspec.harness.generate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Makes a method that takes a {@code World} and a {@code @Generated Draw} a check that holds for everything that can be
 * drawn. The seed is fixed, so that the verdict is the same each time; {@code -Dportspec.seed=N} is for another.
 */
@Property(
    tries = 150,
    // of jqwik's own choices; what is drawn has the seed of the run
    seed = "1",
    edgeCases = EdgeCasesMode.MIXIN,
    // bounded shrinking is bounded in seconds, and a verdict must not depend on them
    shrinking = ShrinkingMode.FULL,
    afterFailure = AfterFailureMode.RANDOM_SEED)
@AddLifecycleHook(PropertyHook.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConformanceProperty {
  /** How many values are tried. */
  int tries() default 100;

  /** A system property that says another number; where the annotation names none, there is none. */
  String triesFrom() default "";

  /** How many simpler values are tried once one has failed: where each costs much, the simplest is not worth it. */
  int mostShrinks() default Integer.MAX_VALUE;
}
