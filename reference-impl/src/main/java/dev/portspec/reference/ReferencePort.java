package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.MessagePort;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A MessagePort.
 *
 * <p><b>Concurrency:</b> listeners, handlers and {@code detached} belong to the agent; entanglement, the queue,
 * {@code hasBeenShipped} and {@code inFlight} are shared with the agent of the other end and guarded by the world's
 * lock. Nothing is called out with the lock held. What comes before a post happens-before the dispatch of its message.
 *
 * <p>What is not private is a step of the standard or a slot, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports">HTML, message ports</a>
 */
non-sealed class ReferencePort extends ReferenceMessageEventTarget implements MessagePort, ChannelEnd {
  private final int number;
  private final PortMessageQueue portMessageQueue;
  private ReferenceEventTarget messageEventTarget = this;
  private @Nullable ChannelEnd entangledWith;
  private boolean hasBeenShipped;
  private @Nullable PortDataHolder inFlight;
  private boolean detached;
  private boolean onmessageWasSet;

  // port.queue.initially-empty, port.queue.initially-disabled, port.shipped.initially-false
  ReferencePort(ReferenceRealm realm) {
    super(realm, "MessagePort");
    this.portMessageQueue = realm.loop().world().parts().newQueue(this);
    this.number = realm.loop().nextPortNumber();
    realm.locked(() -> realm.dependants().add(this));
  }

  /** The number of this port in its agent. */
  int number() {
    return number;
  }

  boolean detached() {
    return detached;
  }

  boolean hasBeenShipped() {
    return hasBeenShipped;
  }

  @Override
  public void setHasBeenShipped() {
    hasBeenShipped = true;
  }

  @Override
  public @Nullable ChannelEnd entangledWith() {
    return entangledWith;
  }

  @Override
  public void setEntangledWith(@Nullable ChannelEnd other) {
    entangledWith = other;
  }

  @Override
  public PortMessageQueue portMessageQueue() {
    return portMessageQueue;
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messageport-postmessage
  @Override
  public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
    checkThread("postMessage");
    List<Object> sequence = SerializedWithTransfer.sequence(transfer);
    // 1. port.post.target-captured-at-call
    ChannelEnd targetPort = targetPort();
    // 3. port.post.overloads-equivalent
    postMessageSteps(targetPort, message, sequence);
  }

  /** The port that this is entangled with. */
  private @Nullable ChannelEnd targetPort() {
    Link link = link();
    if (!link.inFlight) {
      return link.target;
    }
    // gap 1
    return realm().decide(Freedom.ORIGINAL_POST_IN_FLIGHT).equals("delivered") ? link.target : null;
  }

  private Link link() {
    return realm().locking(() -> {
      ChannelEnd ofHolder = inFlight == null || inFlight.originalClosed() ? null : inFlight.entangledWith();
      return ofHolder == null ? new Link(entangledWith(), false) : new Link(ofHolder, true);
    });
  }

  private record Link(@Nullable ChannelEnd target, boolean inFlight) {}

  // https://html.spec.whatwg.org/multipage/web-messaging.html#message-port-post-message-steps
  void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
    // 2. port.post.source-in-transfer, port.post.source-check-before-serialize
    if (containsIdentical(transfer, this)) {
      throw new DOMException("a port cannot be posted through itself", "DataCloneError");
    }

    // 3-4. port.post.doomed-no-throw
    boolean doomed = targetPort != null && containsIdentical(transfer, targetPort);

    boolean wasInFlight = isInFlight();
    // 5. port.post.serialize-synchronously, port.post.exceptions-rethrown, port.post.failed-sends-nothing
    SerializedWithTransfer serialized = SerializedWithTransfer.of(message, transfer, realm());

    // 6. port.post.no-target-silent, port.post.doomed-drops-message
    if (doomed) {
      loseChannelToDoomed();
    }
    if (targetPort == null || doomed) {
      return;
    }

    // gap 1
    if (!wasInFlight && isInFlight() && realm().decide(Freedom.GETTER_MOVES_SENDER).equals("dropped")) {
      return;
    }

    // 7. port.post.adds-task
    addTask(targetPort, serialized);
  }

  // gap 1: port.post.doomed-loses-channel
  private void loseChannelToDoomed() {
    boolean served = realm().locking(() -> entangledWith != null && entangledWith.portMessageQueue().enabled());
    if (served && realm().decide(Freedom.DOOMED_LOSES_CHANNEL).equals("later-lost")) {
      realm().locked(() -> ChannelEnd.separate(this));
    }
  }

  void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
    boolean orderedWithOthers = realm().locking(() -> {
      // worker.terminate.empties-outside-queue: nothing comes after it
      realm().loop().checkNotAborted();
      targetPort.portMessageQueue().add(serialized.about(), new Delivery(serialized));
      return targetPort.portMessageQueue().isOrderedWithOthers(realm().loop());
    });
    if (orderedWithOthers) {
      realm().interferes();
    }
  }

  /** The task that a post adds: it is given the port in whose queue it is when it runs. */
  record Delivery(SerializedWithTransfer serialized) implements Consumer<ReferencePort> {
    @Override
    public void accept(ReferencePort finalTargetPort) {
      finalTargetPort.receive(serialized);
    }
  }

  // the task that the message port post message steps add; this port is the finalTargetPort
  void receive(SerializedWithTransfer serialized) {
    // gap 1: an original may dispatch some of its messages and leave the rest to the new port
    if (dispatchesInFlight() && realm().decide(Freedom.ORIGINAL_DISPATCH_IN_FLIGHT).equals("kept-for-new")) {
      realm().locked(() -> portMessageQueue.setEnabled(false));
    }
    // 2-4. port.post.deserialize-at-dispatch, port.post.target-realm
    SerializedWithTransfer.Deserialized deserialized;
    try {
      deserialized = deserialize(serialized);
    } catch (Throwable failure) {
      // port.post.messageerror, port.post.messageerror-exclusive
      fire("messageerror", null, List.of());
      return;
    }
    // 5-7. port.post.data, port.post.ports-only-ports, port.post.event-type
    fire("message", deserialized.value(), deserialized.ports());
  }

  SerializedWithTransfer.Deserialized deserialize(SerializedWithTransfer serialized) {
    return serialized.deserialize(realm());
  }

  // port.post.event-target
  void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
    messageEventTarget().dispatch(ReferenceMessageEvent.fired(realm(), type, data, "", ports));
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#message-event-target: port.target.default-self
  ReferenceEventTarget messageEventTarget() {
    return messageEventTarget;
  }

  // worker.outside-port.target, worker.inside-port.target
  void setMessageEventTarget(ReferenceEventTarget messageEventTarget) {
    this.messageEventTarget = messageEventTarget;
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messageport-start
  @Override
  public void start() {
    checkThread("start");
    // port.start.enables, port.start.idempotent; gap 1 for a port that is on its way
    if (isStoppedInFlight() && realm().decide(Freedom.ORIGINAL_START_IN_FLIGHT).equals("kept-for-new")) {
      return;
    }
    realm().locked(() -> portMessageQueue.setEnabled(true));
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messageport-close
  @Override
  public void close() {
    checkThread("close");
    // 1. port.close.detaches
    boolean wasDetached = detached;
    detached = true;
    // 2. port.close.disentangles, port.close.idempotent, port.close.peer-not-detached
    disentangle();
    // gap 6: port.close.received-queue-survives
    if (!wasDetached && hasQueuedMessages() && realm().decide(Freedom.RECEIVED_BEFORE_CLOSE).equals("dropped")) {
      realm().locked(portMessageQueue::clear);
    }
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#disentangle, where this is the initiatorPort
  void disentangle() {
    realm().interferes();
    ChannelEnd otherPort = realm().locking(() -> {
      // 1.
      ChannelEnd other = entangledWith();
      if (other instanceof PortDataHolder holder) {
        holder.setClosedPeer(this);
      }
      // 3.
      ChannelEnd.separate(this);
      if (inFlight != null) {
        inFlight.closeOriginal();
      }
      return other;
    });
    // 2, 4.
    if (otherPort != null) {
      fireClose(otherPort);
    }
  }

  // LEFT OUT: no engine fires it, see ReferencePortWithCloseEvent (port.close-event.absent-profile)
  void fireClose(ChannelEnd otherPort) {}

  /** Enables the queue of a port of a worker when that has started, unless the port has gone elsewhere since. */
  void enableAtStart() {
    realm().locked(() -> {
      if (isHere()) {
        portMessageQueue.setEnabled(true);
      }
    });
  }

  private boolean isHere() {
    return inFlight == null && !portMessageQueue.moved();
  }

  /** Whether this port dispatches nothing until it is enabled. */
  boolean awaitsStart() {
    return realm().locking(() -> isHere() && !portMessageQueue.enabled());
  }

  /** Whether its realm is gone, so that what is in its queue is dispatched by nobody; asked with the lock held. */
  boolean isGone() {
    return realm().isGone() && inFlight == null;
  }

  /** Disentangles this port when the event loop of its worker was destroyed. */
  void endWithWorker() {
    ChannelEnd otherPort = separateAtEnd();
    if (otherPort != null) {
      fireCloseAtEnd(otherPort);
    }
  }

  /** Disentangles this port, if it is entangled (gap 7), when its document is destroyed. */
  void endWithDocument() {
    ChannelEnd otherPort = separateAtEnd();
    if (otherPort != null) {
      fireClose(otherPort);
    }
  }

  /** Parts this port from its partner, which is returned; what is on its way stays linked (gap 2). */
  private @Nullable ChannelEnd separateAtEnd() {
    return realm().locking(() -> {
      ChannelEnd other = entangledWith();
      ChannelEnd.separate(this);
      if (isGone()) {
        portMessageQueue.discard();
      } else {
        portMessageQueue.update();
      }
      return other;
    });
  }

  // LEFT OUT: as fireClose (worker.end.close-event)
  void fireCloseAtEnd(ChannelEnd otherPort) {}

  // https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports:transfer-steps
  PortDataHolder transfer() {
    // gap 1: port.xfer.original-dispatch-in-flight
    String dispatch = mayDispatchInFlight() ? realm().decide(Freedom.ORIGINAL_DISPATCH_IN_FLIGHT) : "kept-for-new";
    // 2. port.xfer.queue-travels
    PortDataHolder dataHolder = new PortDataHolder(this, portMessageQueue);
    realm().interferes();
    realm().locked(() -> {
      // 1. port.shipped.set-by-transfer
      hasBeenShipped = true;
      inFlight = dataHolder;
      if (dispatch.equals("kept-for-new")) {
        portMessageQueue.setEnabled(false);
      } else if (dispatch.equals("next-on-old")) {
        portMessageQueue.endWithNext();
      }
      // 3-4. port.xfer.remote-recorded, port.shipped.set-by-transfer, port.xfer.remote-null
      ChannelEnd remotePort = entangledWith();
      if (remotePort != null) {
        remotePort.setHasBeenShipped();
        ChannelEnd.entangle(remotePort, dataHolder);
      }
    });
    // port.xfer.detaches-original: StructuredSerializeWithTransfer, step 5.6.7
    detached = true;
    return dataHolder;
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#message-ports:transfer-receiving-steps
  static ReferencePort received(PortDataHolder dataHolder, ReferenceRealm realm) {
    // port.recv.new-object, port.recv.starts-disabled
    ReferencePort value = realm.loop().world().parts().newPort(realm);
    realm.interferes();
    // gap 3
    ReferencePort closedPeer = realm.locking(dataHolder::closedPeer);
    boolean revives = closedPeer != null && realm.decide(Freedom.PEER_CLOSE_IN_FLIGHT).equals("delivered");
    realm.locked(() -> {
      // 1. port.shipped.set-by-transfer
      value.setHasBeenShipped();
      // 2. port.recv.moves-queue, port.recv.preserves-order
      dataHolder.portMessageQueue().moveAllTasksTo(value.portMessageQueue());
      dataHolder.original().inFlight = null; // port.xfer.original-post-after-receipt
      // 3. port.recv.entangles-remote, port.xfer.remote-null
      ChannelEnd remotePort = revives ? closedPeer : dataHolder.entangledWith();
      if (remotePort != null) {
        ChannelEnd.entangle(remotePort, value);
      }
    });
    return value;
  }

  private boolean isInFlight() {
    return realm().locking(() -> inFlight != null);
  }

  private boolean isStoppedInFlight() {
    return realm().locking(() -> inFlight != null && !portMessageQueue.enabled());
  }

  private boolean hasQueuedMessages() {
    return realm().locking(() -> !portMessageQueue.isEmpty());
  }

  private boolean dispatchesInFlight() {
    return realm().locking(
        () -> inFlight != null
            && portMessageQueue.enabled()
            && (inFlight.entangledWith() != null || !portMessageQueue.isEmpty()));
  }

  private boolean mayDispatchInFlight() {
    return realm().locking(
        () -> portMessageQueue.enabled() && (entangledWith() != null || !portMessageQueue.isEmpty()));
  }

  private static boolean containsIdentical(List<Object> transfer, Object element) {
    return transfer.stream().anyMatch(other -> other == element);
  }

  // port.onmessage.first-set-enables, port.onmessage.first-set-null-enables, port.onmessage.later-set-no-effect,
  // port.onmessage.rule-is-port-only, port.onmessageerror.not-enabling
  @Override
  public void setOnmessage(@Nullable EventListener handler) {
    super.setOnmessage(handler);
    if (!onmessageWasSet) {
      onmessageWasSet = true;
      enableAsIfStarted();
    }
  }

  // "as if the start() method had been called"
  void enableAsIfStarted() {
    start();
  }

  @Override
  public String toString() {
    return "port " + number + " of agent " + realm().loop().name();
  }
}
