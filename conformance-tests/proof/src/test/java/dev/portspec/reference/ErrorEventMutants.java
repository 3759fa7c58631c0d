package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a message that cannot be deserialized. */
final class ErrorEventMutants {
  private ErrorEventMutants() {}

  @Mutant(killedBy = "port.post.deserialize-at-dispatch")
  static final class DeserializesWhenItIsPosted extends PortVariation {
    private boolean transfers;

    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      transfers = !transfer.isEmpty();
      super.postMessageSteps(port, targetPort, message, transfer);
    }

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (!transfers) {
        try {
          super.deserialize(port, serialized);
        } catch (Throwable failure) {
          exercise();
          throw new DOMException("the message cannot be deserialized", "DataCloneError");
        }
      }
      super.addTask(port, targetPort, serialized);
    }
  }

  @Mutant(killedBy = "port.post.messageerror-shape")
  static final class SaysWhatFailed extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      boolean error = type.equals("messageerror");
      if (error) {
        exercise();
      }
      super.fire(port, type, error ? "the message could not be deserialized" : data, ports);
    }
  }

  @Mutant(killedBy = "port.post.messageerror-exclusive")
  static final class FiresMessageAfterMessageerror extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      super.fire(port, type, data, ports);
      if (type.equals("messageerror")) {
        exercise();
        super.fire(port, "message", null, List.of());
      }
    }
  }

  @Mutant(killedBy = "port.post.messageerror-continues")
  static final class StopsAtAMessageerror extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      super.fire(port, type, data, ports);
      if (type.equals("messageerror")) {
        exercise();
        port.realm().locked(port.portMessageQueue()::clear);
      }
    }
  }
}
