package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import dev.portspec.api.PlainObject;
import dev.portspec.api.StructuredSerializeOptions;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong while {@code postMessage} finds its target, reads its message, and queues it. */
final class PostStepMutants {
  private PostStepMutants() {}

  @Mutant(killedBy = "port.post.target-captured-at-call")
  static final class LosesTheMessageWhenItsTargetGoesMeanwhile extends PortVariation {
    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (port.realm().locking(port::entangledWith) != targetPort) {
        exercise();
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "port.post.exceptions-rethrown")
  static final class WrapsWhatAGetterThrows extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      try {
        super.postMessageSteps(port, targetPort, message, transfer);
      } catch (DOMException e) {
        throw e;
      } catch (RuntimeException e) {
        exercise();
        throw new DOMException("the message cannot be read: " + e.getMessage(), "DataCloneError");
      }
    }
  }

  @Mutant(killedBy = "port.post.failed-sends-nothing")
  static final class SendsNullInsteadOfTheUncloneable extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      try {
        super.postMessageSteps(port, targetPort, message, transfer);
      } catch (RuntimeException e) {
        exercise();
        super.postMessageSteps(port, targetPort, null, List.of());
        throw e;
      }
    }
  }

  @Mutant(killedBy = "port.post.no-target-still-serializes")
  static final class SerializesForPartnersOnly extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (targetPort == null) {
        exercise();
      }
      super.postMessageSteps(port, targetPort, targetPort == null ? null : message, transfer);
    }
  }

  @Mutant(killedBy = "port.post.data-fresh")
  static final class RemembersTheClone extends PortVariation {
    private @Nullable Object lastMessage;
    private @Nullable SerializedWithTransfer lastSerialized;
    private SerializedWithTransfer.@Nullable Deserialized lastDeserialized;

    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (lastSerialized != null && message == lastMessage && targetPort != null && transfer.isEmpty()) {
        port.addTask(targetPort, lastSerialized);
      } else {
        lastMessage = message instanceof PlainObject ? message : null;
        super.postMessageSteps(port, targetPort, message, transfer);
      }
    }

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (serialized != lastSerialized) {
        lastDeserialized = null;
      }
      lastSerialized = lastMessage == null ? null : serialized;
      super.addTask(port, targetPort, serialized);
    }

    @Override
    SerializedWithTransfer.Deserialized deserialize(VariedPort port, SerializedWithTransfer serialized) {
      if (serialized != lastSerialized) {
        return super.deserialize(port, serialized);
      }
      if (lastDeserialized == null) {
        lastDeserialized = super.deserialize(port, serialized);
      } else {
        exercise();
      }
      return lastDeserialized;
    }
  }

  @Mutant(killedBy = "port.post.reentrant-getter-post")
  static final class QueuesTheOuterMessageFirst extends PortVariation {
    private final List<Runnable> inner = new ArrayList<>();
    private int posts;

    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      posts++;
      try {
        super.postMessageSteps(port, targetPort, message, transfer);
      } finally {
        posts--;
      }
      if (posts == 0) {
        inner.forEach(Runnable::run);
        inner.clear();
      }
    }

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (posts == 1) {
        super.addTask(port, targetPort, serialized);
      } else {
        exercise();
        inner.add(() -> super.addTask(port, targetPort, serialized));
      }
    }
  }

  @Mutant(killedBy = "port.post.getter-once")
  static final class ReadsTheMessageTwice extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (message instanceof PlainObject && transfer.isEmpty()) {
        exercise();
        SerializedWithTransfer.of(message, transfer, port.realm());
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.post.detach-during-serialize")
  static final class LooksForTheDetachedBeforeItSerializes extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        private List<Object> attachedBefore = List.of();

        @Override
        Map<Object, Object> placeholders(List<Object> transferList) {
          Map<Object, Object> placeholders = super.placeholders(transferList);
          attachedBefore = transferList.stream().filter(listed -> !super.isDetached(listed)).toList();
          return placeholders;
        }

        @Override
        boolean isDetached(Object transferable) {
          boolean detached = super.isDetached(transferable);
          if (detached && attachedBefore.contains(transferable)) {
            exercise();
            return false;
          }
          return detached;
        }

        @Override
        Object transfer(Object transferable) {
          return transferable instanceof ArrayBuffer buffer && buffer.detached()
              ? new ArrayBuffer(new byte[0])
              : super.transfer(transferable);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.final-target")
  static final class DispatchesAtTheOldObject extends PortVariation {
    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (targetPort instanceof ReferencePort target) {
        port.realm().locked(() -> target.portMessageQueue().add(serialized.about(), finalTargetPort -> {
          if (finalTargetPort != target) {
            exercise();
          }
          target.receive(serialized);
        }));
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "port.post.overloads-equivalent")
  static final class IgnoresTheListInOptions extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void postMessage(@Nullable Object message, StructuredSerializeOptions options) {
          exercise();
          postMessage(message, List.of());
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.exceptions-rethrown")
  static final class ThrowsATypeErrorForTheUncloneable extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      try {
        super.postMessageSteps(port, targetPort, message, transfer);
      } catch (DOMException e) {
        exercise();
        throw new WebTypeError(String.valueOf(e.getMessage()));
      }
    }
  }

  @Mutant(killedBy = "port.post.reentrant-getter-post")
  static final class AFailureTakesBackWhatGettersPosted extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      try {
        super.postMessageSteps(port, targetPort, message, transfer);
      } catch (RuntimeException e) {
        if (targetPort != null) {
          exercise();
          port.realm().locked(targetPort.portMessageQueue()::clear);
        }
        throw e;
      }
    }
  }
}
