package dev.portspec.harness.generate;

import dev.portspec.spi.Capability;
import java.util.Set;

/** What a {@linkplain Programs generated program} does, one step at a time. */
public enum Action {
  /** Posts a string that no other step posts. */
  POST,
  /** Sets onmessage of a port to a function. */
  ONMESSAGE,
  /** Starts a port. */
  START,
  /** Ends the task; the next one comes once everything is at rest, or at once. */
  TASK,
  /** Posts ports with a string, in a list that the standard takes as long as none of them is detached. */
  TRANSFER(Capability.TRANSFER_PORTS),
  /** Closes a port. */
  CLOSE,
  /** Makes a channel. */
  CHANNEL,
  /** Queues a microtask, in which other steps may stand. */
  MICROTASK(Capability.MICROTASKS),
  /** Adds a listener for messages to a port. */
  LISTEN,
  /** Removes a listener from a port, be it there or not. */
  UNLISTEN,
  /** Sets onmessage of a port to null. */
  UNSET,
  /** Posts ports in a list that names the sender, the target, or a port twice. */
  MISTRANSFER(Capability.TRANSFER_PORTS),
  /** Starts a dedicated worker; other steps may stand in its script, and in its functions. */
  WORKER(Capability.WORKERS),
  /** Puts an end to a worker: terminates it from the window, or closes it from inside. */
  END(Capability.WORKERS);

  private final Set<Capability> needs;

  Action(Capability... needs) {
    this.needs = Set.of(needs);
  }

  /** What an implementation has to claim to be asked for it. */
  public Set<Capability> needs() {
    return needs;
  }
}
