package dev.portspec.reference;

import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectWorld;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Offers the reference implementation to the suite, under the name {@code reference}: without the close event, which no
 * engine ships as specified, or with it.
 */
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
              Capability.WORKERS,
              Capability.NESTED_WORKERS,
              Capability.SHARED_WORKERS,
              Capability.FRAMES,
              Capability.WINDOWS,
              Capability.ORIGINS,
              Capability.NAVIGATION,
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

  private final String name;
  private final Set<Capability> capabilities;
  private final Parts parts;
  private final @Nullable Chooser chooser;

  /** Creates a provider of worlds that run by themselves, a thread for each agent. */
  public ReferenceProvider() {
    this("reference", CAPABILITIES, new Parts(), null);
  }

  private ReferenceProvider(String name, Set<Capability> capabilities, Parts parts, @Nullable Chooser chooser) {
    this.name = name;
    this.capabilities = capabilities;
    this.parts = parts;
    this.chooser = chooser;
  }

  /** Creates a provider of simulated worlds, in which the chooser decides whatever the standard leaves free. */
  public static ReferenceProvider simulated(Chooser chooser) {
    return new ReferenceProvider("reference", CAPABILITIES, new Parts(), chooser);
  }

  /** Returns a provider of the same worlds, whose ports have the close event too, by the letter of the pinned standard. */
  public ReferenceProvider withCloseEvent() {
    Set<Capability> more = EnumSet.copyOf(CAPABILITIES);
    more.add(Capability.CLOSE_EVENT);
    return new ReferenceProvider(
        "reference-with-close-event", Collections.unmodifiableSet(more), new PartsWithCloseEvent(), chooser);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    String version = ReferenceProvider.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public SubjectWorld openWorld(Reporter reporter) {
    return chooser == null
        ? ReferenceWorld.open(reporter, parts)
        : ReferenceWorld.simulated(chooser, reporter, parts);
  }
}
