package dev.portspec.harness.generate;

import dev.portspec.harness.World;
import dev.portspec.harness.run.PropertyRun;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Runs each try of a property in a world of its own, and says the verdict of the whole in jqwik's terms.
 *
 * <p><b>Threads:</b> properties run one after the other; jqwik may shrink on another thread than it tries.
 */
final class PropertyHook implements AroundPropertyHook, AroundTryHook, ResolveParameterHook {
  private static volatile @Nullable PropertyRun current;
  private static volatile int tries;
  private static volatile int mostShrinks;

  @Override
  public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
    boolean isWorld = parameter.parameter().getType() == World.class;
    return isWorld ? Optional.of(ignored -> World.unopened()) : Optional.empty();
  }

  @Override
  public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyRun run = PropertyRun.begin(context.targetMethod());
    ConformanceProperty asked = context.findAnnotation(ConformanceProperty.class).orElseThrow();
    tries = tries(asked);
    mostShrinks = asked.mostShrinks();
    current = run;
    DrawProvider.begin();
    PropertyExecutionResult executed;
    do {
      // jqwik tries so often as its annotation says; more tries are more rounds, and go on where the last one ended
      executed = property.execute();
    } while (executed.status() == Status.SUCCESSFUL && !run.isDecided() && !run.hasPassed(tries));
    current = null;
    try {
      run.end(executed.falsifiedParameters().map(PropertyHook::drawn).map(Draw::fresh).orElse(null));
      return executed.mapToSuccessful();
    } catch (TestAbortedException e) {
      return executed.mapToAborted(e);
    } catch (RuntimeException | AssertionError e) {
      return executed.mapToFailed(e);
    }
  }

  private static int tries(ConformanceProperty property) {
    return property.triesFrom().isEmpty() ? property.tries() : PropertyRun.tries(property.triesFrom(), property.tries());
  }

  @Override
  public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
    PropertyRun run = current;
    if (run == null || run.isDecided() || run.hasPassed(tries) || run.hasShrunk(mostShrinks)) {
      return TryExecutionResult.satisfied(true);
    }
    AssertionError failure = run.attempt(drawn(parameters).fresh());
    return failure == null ? TryExecutionResult.satisfied() : TryExecutionResult.falsified(failure);
  }

  private static Draw drawn(List<Object> parameters) {
    for (Object parameter : parameters) {
      if (parameter instanceof Draw draw) {
        return draw;
      }
    }
    throw new IllegalStateException("a property takes a @Generated Draw");
  }
}
