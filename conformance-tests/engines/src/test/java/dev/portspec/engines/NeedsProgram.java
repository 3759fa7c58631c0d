package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a test, with the reason, where the program that it needs is absent; for nothing else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsProgram.Condition.class)
@interface NeedsProgram {
  String property();

  String[] names();

  /** Looks where the launcher looks. */
  final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      NeedsProgram need =
          AnnotationSupport.findAnnotation(context.getRequiredTestClass(), NeedsProgram.class).orElseThrow();
      try {
        Programs.find(need.property(), List.of(need.names()), "it");
        return ConditionEvaluationResult.enabled("it is here");
      } catch (BackendException e) {
        return ConditionEvaluationResult.disabled(e.getMessage());
      }
    }
  }
}
