package dev.portspec.reference;

import org.jspecify.annotations.Nullable;

/**
 * The data holder of a port that was transferred and not yet received.
 *
 * <p><b>Concurrency:</b> made by the agent that transfers and used up by the one that receives; what is shared with the
 * agent of the other end is guarded by the world's lock.
 */
final class PortDataHolder implements ChannelEnd {
  private final ReferencePort original;
  private final PortMessageQueue portMessageQueue;
  private @Nullable ChannelEnd remotePort;
  private boolean originalClosed;
  private @Nullable ReferencePort closedPeer;

  PortDataHolder(ReferencePort original, PortMessageQueue portMessageQueue) {
    this.original = original;
    this.portMessageQueue = portMessageQueue;
  }

  ReferencePort original() {
    return original;
  }

  /** Whether the port that was transferred has been closed since; it cannot post then, whatever gap 1 allows. */
  boolean originalClosed() {
    return originalClosed;
  }

  void closeOriginal() {
    originalClosed = true;
  }

  /** The port at the other end, if it was closed since; the letter entangles it again (gap 3). */
  @Nullable ReferencePort closedPeer() {
    return closedPeer;
  }

  void setClosedPeer(ReferencePort peer) {
    closedPeer = peer;
  }

  // port.xfer.queue-travels
  @Override
  public PortMessageQueue portMessageQueue() {
    return portMessageQueue;
  }

  // port.xfer.remote-recorded, port.xfer.remote-null
  @Override
  public @Nullable ChannelEnd entangledWith() {
    return remotePort;
  }

  @Override
  public void setEntangledWith(@Nullable ChannelEnd other) {
    remotePort = other;
  }

  @Override
  public void setHasBeenShipped() {
    original.setHasBeenShipped();
  }
}
