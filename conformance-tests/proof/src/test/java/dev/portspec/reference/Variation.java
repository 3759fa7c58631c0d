package dev.portspec.reference;

import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The reference made of other parts, in one simulated world after another: each run of a check is the same. A
 * variation counts how often it did something else than the reference would have done.
 */
public abstract class Variation extends Parts implements MessagingProvider {
  private final AtomicInteger exercised = new AtomicInteger();
  private final ReferenceProvider control;

  Variation() {
    this(ReferenceProvider.simulated(Chooser.first()));
  }

  private Variation(ReferenceProvider control) {
    this.control = control;
  }

  /** The reference as it is, under the same conditions. */
  public final MessagingProvider control() {
    return control;
  }

  /**
   * Says that what follows is not what the reference does.
   *
   * @throws IllegalStateException if nobody waits for it any more: many a mutant would go on for ever
   */
  final void exercise() {
    if (Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException(name() + " was given up");
    }
    exercised.incrementAndGet();
  }

  /** How often it did what the reference does not do. */
  public final int exercised() {
    return exercised.get();
  }

  @Override
  public final String name() {
    return getClass().getSimpleName();
  }

  @Override
  public final String version() {
    return "";
  }

  @Override
  public final Set<Capability> capabilities() {
    return control.capabilities();
  }

  @Override
  public final SubjectWorld openWorld(Reporter reporter) {
    return ReferenceWorld.simulated(Chooser.first(), reporter, this);
  }

  /** One of the reference with the close event. */
  abstract static class WithCloseEvent extends Variation {
    WithCloseEvent() {
      super(ReferenceProvider.simulated(Chooser.first()).withCloseEvent());
    }

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePortWithCloseEvent(realm);
    }
  }
}
