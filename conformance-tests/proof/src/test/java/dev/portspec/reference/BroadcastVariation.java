package dev.portspec.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variation whose broadcast channels take one of their steps otherwise. Each step is a method here, with the channel
 * that takes it first; what is not overridden is the step of the reference.
 */
abstract class BroadcastVariation extends Variation {
  @Override
  ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
    return new VariedChannel(realm, name, this);
  }

  boolean hasName(VariedChannel channel, String name) {
    return channel.usualHasName(name);
  }

  void postMessage(VariedChannel channel, @Nullable Object message) {
    channel.usualPostMessage(message);
  }

  SerializedWithTransfer serialize(VariedChannel channel, @Nullable Object message) {
    return channel.usualSerialize(message);
  }

  List<ReferenceBroadcastChannel> destinations(VariedChannel channel) {
    return channel.usualDestinations();
  }

  void queueTask(VariedChannel channel, ReferenceBroadcastChannel destination, Runnable steps) {
    channel.usualQueueTask(destination, steps);
  }

  void receive(VariedChannel channel, SerializedWithTransfer serialized, String sourceOrigin) {
    channel.usualReceive(serialized, sourceOrigin);
  }

  ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
    return ReferenceMessageEvent.fired(channel.realm(), type, data, origin, List.of());
  }

  void call(VariedChannel channel, RegisteredListener listener, ReferenceEvent event) {
    channel.usualCallCallback(listener, event);
  }

  /** A channel that asks its variation at each step. */
  static final class VariedChannel extends ReferenceBroadcastChannel {
    private final BroadcastVariation variation;

    VariedChannel(ReferenceRealm realm, String name, BroadcastVariation variation) {
      super(realm, name);
      this.variation = variation;
    }

    @Override
    boolean hasName(String name) {
      return variation.hasName(this, name);
    }

    private boolean usualHasName(String name) {
      return super.hasName(name);
    }

    @Override
    public void postMessage(@Nullable Object message) {
      variation.postMessage(this, message);
    }

    private void usualPostMessage(@Nullable Object message) {
      super.postMessage(message);
    }

    @Override
    SerializedWithTransfer serialize(@Nullable Object message) {
      return variation.serialize(this, message);
    }

    private SerializedWithTransfer usualSerialize(@Nullable Object message) {
      return super.serialize(message);
    }

    @Override
    List<ReferenceBroadcastChannel> destinations() {
      return variation.destinations(this);
    }

    private List<ReferenceBroadcastChannel> usualDestinations() {
      return super.destinations();
    }

    @Override
    void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
      variation.queueTask(this, destination, steps);
    }

    private void usualQueueTask(ReferenceBroadcastChannel destination, Runnable steps) {
      super.queueTask(destination, steps);
    }

    @Override
    void receive(SerializedWithTransfer serialized, String sourceOrigin) {
      variation.receive(this, serialized, sourceOrigin);
    }

    private void usualReceive(SerializedWithTransfer serialized, String sourceOrigin) {
      super.receive(serialized, sourceOrigin);
    }

    @Override
    void fire(String type, @Nullable Object data, String origin) {
      dispatch(variation.event(this, type, data, origin));
    }

    @Override
    void callCallback(RegisteredListener listener, ReferenceEvent event) {
      variation.call(this, listener, event);
    }

    private void usualCallCallback(RegisteredListener listener, ReferenceEvent event) {
      super.callCallback(listener, event);
    }
  }
}
