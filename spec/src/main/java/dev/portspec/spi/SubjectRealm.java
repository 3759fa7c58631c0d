package dev.portspec.spi;

import dev.portspec.api.AbortController;
import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.Event;
import dev.portspec.api.EventTarget;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.PortCollection;
import dev.portspec.api.SharedWorker;
import dev.portspec.api.Worker;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A global object and its event loop. Only {@link #execute} and {@link #newMessageChannel} must be written; the rest
 * is there for what an implementation claims.
 *
 * <p><b>Threads:</b> {@link #execute} and {@link #hasEnded} are called from any thread; everything else on this realm's
 * event loop, inside a task that {@code execute} ran.
 */
public interface SubjectRealm {
  /** Queues a task on this realm's event loop; it runs later, never before this returns on the loop's own thread. */
  void execute(Runnable task);

  MessageChannel newMessageChannel();

  /** The serialization of this realm's origin, which is opaque unless this says otherwise. */
  default String origin() {
    return "null";
  }

  /** The global object, where it is an event target: capability {@code global-error-event}, workers and windows. */
  default EventTarget global() {
    throw new UnclaimedException(Capability.GLOBAL_ERROR_EVENT);
  }

  default void queueMicrotask(Runnable callback) {
    throw new UnclaimedException(Capability.MICROTASKS);
  }

  /** {@code setTimeout(callback, 0)}. */
  default void setTimeout(Runnable callback) {
    throw new UnclaimedException(Capability.TASKS);
  }

  default @Nullable Object structuredClone(@Nullable Object value, List<? extends @Nullable Object> transfer) {
    throw new UnclaimedException(Capability.STRUCTURED_CLONE);
  }

  /** {@code new Event(type, init)}: of the members of {@code init}, those that an Event has. */
  default Event newEvent(String type, MessageEventInit init) {
    throw new UnclaimedException(Capability.SYNTHETIC_EVENTS);
  }

  default MessageEvent newMessageEvent(String type, MessageEventInit init) {
    throw new UnclaimedException(Capability.SYNTHETIC_EVENTS);
  }

  default AbortController newAbortController() {
    throw new UnclaimedException(Capability.LISTENER_OPTIONS);
  }

  default BroadcastChannel newBroadcastChannel(String name) {
    throw new UnclaimedException(Capability.BROADCAST_CHANNEL);
  }

  default PortCollection newPortCollection() {
    throw new UnclaimedException(Capability.PORT_COLLECTION);
  }

  /** Whether this realm's agent runs nothing more: it was closed or terminated. */
  default boolean hasEnded() {
    return false;
  }

  /**
   * A new dedicated worker.
   *
   * @param script the worker's top-level script, run as its first task and given its realm, whose global is a {@link
   *     dev.portspec.api.DedicatedWorkerGlobalScope}; what it throws is reported; null for one that cannot be loaded
   */
  default Worker newWorker(@Nullable Consumer<? super SubjectRealm> script) {
    throw new UnclaimedException(Capability.WORKERS);
  }

  /**
   * A connection to the shared worker of that script and name, which is made if there is none. In the standard the key
   * is storage key, URL and name: here an agent's windows have one storage key, and the very object {@code script} stands
   * for its URL. So one script under two names is two workers, and two scripts under one name are two; what cannot be
   * loaded equals nothing, and fails for each connection.
   *
   * @param script the worker's top-level script, run as its first task and given its realm, whose global is a {@link
   *     dev.portspec.api.SharedWorkerGlobalScope}; null for one that cannot be loaded
   */
  default SharedWorker newSharedWorker(String name, @Nullable Consumer<? super SubjectRealm> script) {
    throw new UnclaimedException(Capability.SHARED_WORKERS);
  }
}
