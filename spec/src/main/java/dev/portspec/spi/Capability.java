package dev.portspec.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an implementation may claim beyond the core, which is: {@code MessageChannel}, {@code MessagePort} with
 * {@code postMessage(message)}, a listener with {@code start} or {@code onmessage}, {@code close}, and strings.
 *
 * <p>What is claimed is checked; what is not claimed is reported as such and never fails.
 */
public enum Capability {
  /** Ports in the transfer list. */
  TRANSFER_PORTS,
  /** Numbers, booleans and null as messages. */
  NUMBERS,
  /** {@code undefined} as a message or part of one. */
  UNDEFINED,
  /** Arrays and plain objects as messages. */
  LISTS_OBJECTS,

  /** {@code onmessageerror}. */
  ONMESSAGEERROR,
  /** {@code postMessage(message, {transfer})}. */
  TRANSFER_OPTIONS,
  /** {@code structuredClone}. */
  STRUCTURED_CLONE,
  /** Constructors of events, {@code dispatchEvent}, {@code initMessageEvent}. */
  SYNTHETIC_EVENTS,
  /** {@code capture}, {@code once}, {@code passive} and {@code signal}. */
  LISTENER_OPTIONS,
  /** Reading an event handler attribute. */
  HANDLER_GET,
  /** {@code BroadcastChannel}. */
  BROADCAST_CHANNEL,
  /** {@code PortCollection}, as drafted. */
  PORT_COLLECTION,
  /** The {@code close} event of a port. */
  CLOSE_EVENT,

  /** {@code queueMicrotask}, and the checkpoint after each callback. */
  MICROTASKS,
  /** {@code setTimeout(callback, 0)}. */
  TASKS,
  /** An uncaught exception of a callback is reported. */
  EXCEPTION_REPORTS,
  /** The report is an {@code error} event at the global, which can be cancelled. */
  GLOBAL_ERROR_EVENT,
  /** A task may wait for another agent. */
  BLOCKING,
  /** Garbage can be collected on demand. */
  GC,

  /** {@code Worker}. */
  WORKERS,
  /** A worker's worker. */
  NESTED_WORKERS,
  /** {@code SharedWorker}. */
  SHARED_WORKERS,
  /** Nested windows. */
  FRAMES,
  /** Top-level windows besides the first. */
  WINDOWS,
  /** More than one origin. */
  ORIGINS,
  /** A frame can be removed or navigated. */
  NAVIGATION,
  /** {@code document}, with {@code createEvent}. */
  DOCUMENT,
  /** Objects belong to a realm: not those of Java. */
  REALM_OF_OBJECTS,

  /** Accessor properties. */
  ACCESSORS,
  /** Hidden properties and prototypes. */
  PROPERTY_ATTRIBUTES,
  BIGINT,
  DATE,
  MAP_SET,
  /** {@code ArrayBuffer}, cloned and transferred. */
  BUFFERS,
  /** Typed arrays and {@code DataView}. */
  VIEWS,
  RESIZABLE_BUFFERS,
  SHARED_BUFFERS,
  /** {@code Error} and its kinds. */
  ERRORS,
  DOM_EXCEPTION,
  REGEXP,
  /** {@code Boolean}, {@code Number}, {@code String} and {@code BigInt} objects. */
  WRAPPERS,
  SYMBOLS,
  /** A value that can be sent but not received. */
  UNDESERIALIZABLE,

  /** Arguments and members outside the Java types: a JavaScript realm. */
  WEB_IDL,
  /** Evaluation of JavaScript; implies {@link #WEB_IDL}. */
  JAVASCRIPT;

  /** Those that no implementation in Java can have. */
  public static final Set<Capability> NOT_IN_JAVA = Set.of(REALM_OF_OBJECTS, WEB_IDL, JAVASCRIPT);

  /** Those that give a check realms besides the first window. */
  public static final Set<Capability> REALMS =
      Set.of(WORKERS, NESTED_WORKERS, SHARED_WORKERS, FRAMES, WINDOWS, ORIGINS, NAVIGATION);

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name in the clause book, on the wire and in reports, such as {@code transfer-ports}. */
  public String id() {
    return id;
  }

  /**
   * The capability of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists all names
   */
  public static Capability of(String id) {
    return Arrays.stream(values())
        .filter(capability -> capability.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no capability named '%s'; there are: %s".formatted(id, ids())));
  }

  private static String ids() {
    return Arrays.stream(values()).map(Capability::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
