package dev.portspec.harness;

import dev.portspec.harness.run.ConformanceExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test method a check of the clauses that it names, the one that it is mainly about first. The method takes a
 * {@link World}; with several clauses each assertion says which one it is for, {@link Assertions#verifying}.
 */
@java.lang.annotation.Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ConformanceExtension.class)
public @interface Verifies {
  String[] value();
}
