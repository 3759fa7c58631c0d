package dev.portspec.reference;

import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Offers the reference implementation to the suite, under the name {@code reference}. */
public final class ReferenceProvider implements MessagingProvider {
  /** Exactly what works. */
  private static final Set<Capability> CAPABILITIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Capability.TRANSFER_PORTS,
              Capability.NUMBERS,
              Capability.UNDEFINED,
              Capability.LISTS_OBJECTS,
              Capability.ONMESSAGEERROR,
              Capability.TRANSFER_OPTIONS,
              Capability.STRUCTURED_CLONE,
              Capability.SYNTHETIC_EVENTS,
              Capability.LISTENER_OPTIONS,
              Capability.HANDLER_GET,
              Capability.BROADCAST_CHANNEL,
              Capability.PORT_COLLECTION,
              Capability.MICROTASKS,
              Capability.TASKS,
              Capability.EXCEPTION_REPORTS,
              Capability.GLOBAL_ERROR_EVENT,
              Capability.GC,
              Capability.REALM_OF_OBJECTS,
              Capability.ACCESSORS,
              Capability.PROPERTY_ATTRIBUTES,
              Capability.BIGINT,
              Capability.DATE,
              Capability.MAP_SET,
              Capability.BUFFERS,
              Capability.VIEWS,
              Capability.RESIZABLE_BUFFERS,
              Capability.SHARED_BUFFERS,
              Capability.ERRORS,
              Capability.DOM_EXCEPTION,
              Capability.REGEXP,
              Capability.WRAPPERS,
              Capability.SYMBOLS,
              Capability.UNDESERIALIZABLE));

  private final @Nullable Chooser chooser;

  /** Creates a provider of worlds that run by themselves, a thread for each agent. */
  public ReferenceProvider() {
    this(null);
  }

  private ReferenceProvider(@Nullable Chooser chooser) {
    this.chooser = chooser;
  }

  /** Creates a provider of simulated worlds, in which the chooser decides whatever the standard leaves free. */
  public static ReferenceProvider simulated(Chooser chooser) {
    return new ReferenceProvider(chooser);
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String version() {
    String version = ReferenceProvider.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public SubjectWorld openWorld(Reporter reporter) {
    return chooser == null ? ReferenceWorld.open(reporter) : ReferenceWorld.simulated(chooser, reporter);
  }
}
