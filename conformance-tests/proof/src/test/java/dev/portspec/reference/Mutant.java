package dev.portspec.reference;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A variation of the reference that breaks one duty; its name says how. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Mutant {
  /** The clause that it breaks: an assertion that belongs to it must fail. */
  String killedBy();

  /** Where somebody shipped this bug: {@code owner/repository#number}, or the repository alone. */
  String[] seenIn() default {};
}
