package dev.portspec.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variation whose ports take one of their steps otherwise. Each step is a method here, with the port that takes it
 * first; what is not overridden is the step of the reference.
 */
abstract class PortVariation extends Variation {
  @Override
  ReferencePort newPort(ReferenceRealm realm) {
    return new VariedPort(realm, this);
  }

  void postMessageSteps(
      VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
    port.usualPostMessageSteps(targetPort, message, transfer);
  }

  void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
    port.usualAddTask(targetPort, serialized);
  }

  void receive(VariedPort port, SerializedWithTransfer serialized) {
    port.usualReceive(serialized);
  }

  SerializedWithTransfer.Deserialized deserialize(VariedPort port, SerializedWithTransfer serialized) {
    return port.usualDeserialize(serialized);
  }

  void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
    port.usualFire(type, data, ports);
  }

  PortDataHolder transfer(VariedPort port) {
    return port.usualTransfer();
  }

  void close(VariedPort port) {
    port.usualClose();
  }

  void endWithDocument(VariedPort port) {
    port.usualEndWithDocument();
  }

  boolean isGone(VariedPort port) {
    return port.usualIsGone();
  }

  /** Whether that list has that very object. */
  static boolean lists(List<Object> transfer, @Nullable Object object) {
    return transfer.stream().anyMatch(listed -> listed == object);
  }

  /** A list without that object. */
  static List<Object> without(List<Object> transfer, @Nullable Object object) {
    return transfer.stream().filter(listed -> listed != object).toList();
  }

  /** A port that asks its variation at each step. */
  static final class VariedPort extends ReferencePort {
    private final PortVariation variation;

    VariedPort(ReferenceRealm realm, PortVariation variation) {
      super(realm);
      this.variation = variation;
    }

    @Override
    void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      variation.postMessageSteps(this, targetPort, message, transfer);
    }

    private void usualPostMessageSteps(
        @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      super.postMessageSteps(targetPort, message, transfer);
    }

    @Override
    void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
      variation.addTask(this, targetPort, serialized);
    }

    private void usualAddTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
      super.addTask(targetPort, serialized);
    }

    @Override
    void receive(SerializedWithTransfer serialized) {
      variation.receive(this, serialized);
    }

    private void usualReceive(SerializedWithTransfer serialized) {
      super.receive(serialized);
    }

    @Override
    SerializedWithTransfer.Deserialized deserialize(SerializedWithTransfer serialized) {
      return variation.deserialize(this, serialized);
    }

    private SerializedWithTransfer.Deserialized usualDeserialize(SerializedWithTransfer serialized) {
      return super.deserialize(serialized);
    }

    @Override
    void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
      variation.fire(this, type, data, ports);
    }

    private void usualFire(String type, @Nullable Object data, List<ReferencePort> ports) {
      super.fire(type, data, ports);
    }

    @Override
    PortDataHolder transfer() {
      return variation.transfer(this);
    }

    private PortDataHolder usualTransfer() {
      return super.transfer();
    }

    @Override
    public void close() {
      variation.close(this);
    }

    private void usualClose() {
      super.close();
    }

    @Override
    void endWithDocument() {
      variation.endWithDocument(this);
    }

    private void usualEndWithDocument() {
      super.endWithDocument();
    }

    @Override
    boolean isGone() {
      return variation.isGone(this);
    }

    private boolean usualIsGone() {
      return super.isGone();
    }
  }
}
