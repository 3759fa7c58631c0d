package dev.portspec.reference;

import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.DOMException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A BroadcastChannel. The storage key of a realm is its origin.
 *
 * <p><b>Concurrency:</b> everything here belongs to the agent; the list of all open channels is the world's.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts">HTML,
 *     broadcasting</a>
 */
class ReferenceBroadcastChannel extends ReferenceMessageEventTarget implements BroadcastChannel {
  private final String channelName;
  private boolean closedFlag;

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-broadcastchannel
  ReferenceBroadcastChannel(ReferenceRealm realm, String name) {
    super(realm, "BroadcastChannel");
    this.channelName = name;
    // bc.enabled-from-start, bc.gc.listener-keeps
    realm.interferes();
    realm.locked(() -> {
      if (!realm.isGone()) {
        openChannels().add(this);
      }
    });
  }

  private List<ReferenceBroadcastChannel> openChannels() {
    return realm().loop().world().openBroadcastChannels();
  }

  // bc.name, bc.close.name-stays
  @Override
  public String getName() {
    return channelName;
  }

  boolean closed() {
    return closedFlag;
  }

  boolean hasName(String name) {
    return channelName.equals(name);
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-broadcastchannel-postmessage
  @Override
  public void postMessage(@Nullable Object message) {
    checkThread("postMessage");
    // 1. bc.post.not-eligible-silent
    if (!isEligibleForMessaging()) {
      return;
    }
    // 2. bc.post.closed-throws, bc.post.closed-before-serialize, bc.close.permanent
    if (closed()) {
      throw new DOMException("the channel is closed: " + channelName, "InvalidStateError");
    }
    // 3. bc.post.serialize-sync
    SerializedWithTransfer serialized = serialize(message);
    // 4. bc.event.origin-of-channel
    realm().interferes();
    broadcast(serialized, realm().origin());
  }

  /** Whether the document of its window is fully active, or its worker is not closing. */
  // https://html.spec.whatwg.org/multipage/web-messaging.html#eligible-for-messaging
  boolean isEligibleForMessaging() {
    return realm().isFullyActive() && !realm().locking(realm().loop()::closed);
  }

  // bc.post.no-transfer
  SerializedWithTransfer serialize(@Nullable Object message) {
    return SerializedWithTransfer.of(message, List.of(), realm());
  }

  /** Steps 6 to 9. */
  void broadcast(SerializedWithTransfer serialized, String sourceOrigin) {
    for (ReferenceBroadcastChannel destination : destinations()) {
      queueTask(destination, () -> destination.receive(serialized, sourceOrigin));
    }
  }

  // 6-8. bc.post.destinations-at-call, bc.post.storage-key, bc.post.destination-eligible, bc.name.exact-match,
  // bc.post.not-to-self, bc.post.creation-order
  List<ReferenceBroadcastChannel> destinations() {
    return realm().locking(
        () -> openChannels().stream()
            .filter(channel -> channel != this && hasName(channel.channelName))
            .filter(channel -> channel.isEligibleForMessaging())
            .filter(channel -> channel.realm().webOrigin().equals(realm().webOrigin()))
            .toList());
  }

  // 9. bc.post.async, bc.post.own-task-each, bc.post.total-order-per-agent
  void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
    destination.realm().queueDomManipulation(steps);
  }

  void receive(SerializedWithTransfer serialized, String sourceOrigin) {
    // 9.1. bc.task.closed-destination, bc.task.sender-close-irrelevant
    if (!closed()) {
      deserializeAndFire(serialized, sourceOrigin);
    }
  }

  final void deserializeAndFire(SerializedWithTransfer serialized, String sourceOrigin) {
    // 9.3. bc.task.deserialize-per-destination
    Object data;
    try {
      data = deserialize(serialized);
    } catch (Throwable failure) {
      // bc.task.messageerror
      fire("messageerror", null, sourceOrigin);
      return;
    }
    // 9.4. bc.event.fields, bc.event.target
    fire("message", data, sourceOrigin);
  }

  @Nullable Object deserialize(SerializedWithTransfer serialized) {
    return serialized.deserialize(realm()).value();
  }

  void fire(String type, @Nullable Object data, String origin) {
    dispatch(ReferenceMessageEvent.fired(realm(), type, data, origin, List.of()));
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-broadcastchannel-close: bc.close.flag
  @Override
  public void close() {
    checkThread("close");
    closedFlag = true;
    realm().interferes();
    realm().locked(() -> openChannels().remove(this));
  }
}
