package dev.portspec.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is left of a post that failed, or is not finished, and gets into another. */
final class LeftoverMutants {
  private LeftoverMutants() {}

  @Mutant(killedBy = "port.post.data-fresh")
  static final class RemembersWhatAFailedPostRead extends Variation {
    private final Map<Object, Object> left = new IdentityHashMap<>();

    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
          if (left.containsKey(value)) {
            exercise();
          }
          left.forEach(memory::putIfAbsent);
          try {
            return super.serializeInternal(value, memory);
          } catch (RuntimeException failure) {
            memory.values().removeIf(SerializedRecord.Transferred.class::isInstance);
            left.putAll(memory);
            throw failure;
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.data-fresh")
  static final class PostsInAGetterShareItsMemory extends Variation {
    private final List<Map<Object, Object>> outer = new ArrayList<>();

    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
          if (outer.stream().anyMatch(map -> map.containsKey(value))) {
            exercise();
          }
          outer.forEach(map -> map.forEach(memory::putIfAbsent));
          outer.add(memory);
          try {
            return super.serializeInternal(value, memory);
          } finally {
            outer.remove(outer.size() - 1);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.detaches-original")
  static final class AFailureGivesBackWhatGettersTransferred extends Variation {
    private final List<GivenBack> transferred = new ArrayList<>();

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new GivenBack(realm);
    }

    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
          int before = transferred.size();
          try {
            return super.serializeInternal(value, memory);
          } catch (RuntimeException failure) {
            transferred.subList(before, transferred.size()).forEach(port -> port.givenBack = true);
            throw failure;
          }
        }
      };
    }

    private final class GivenBack extends ReferencePort {
      private boolean givenBack;

      GivenBack(ReferenceRealm realm) {
        super(realm);
      }

      @Override
      PortDataHolder transfer() {
        transferred.add(this);
        return super.transfer();
      }

      @Override
      boolean detached() {
        if (givenBack) {
          exercise();
        }
        return !givenBack && super.detached();
      }
    }
  }

  @Mutant(killedBy = "port.post.messageerror-continues")
  static final class AMessageerrorCostsTheNextMessageItsPorts extends PortVariation {
    private boolean afterAnError;

    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (afterAnError && !ports.isEmpty()) {
        exercise();
        super.fire(port, type, data, List.of());
      } else {
        super.fire(port, type, data, ports);
      }
      afterAnError = type.equals("messageerror");
    }
  }

  @Mutant(killedBy = "port.post.messageerror-continues")
  static final class SwallowsWhatAMessageerrorHandlerPosts extends PortVariation {
    private boolean inError;

    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      inError = type.equals("messageerror");
      super.fire(port, type, data, ports);
      inError = false;
    }

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (inError) {
        exercise();
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "port.post.messageerror-loses-ports")
  static final class RefusesToPostToALostPort extends PortVariation {
    private final List<ReferencePort> received = new ArrayList<>();
    private final List<Object> lost = new ArrayList<>();

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      ReferencePort port = super.newPort(realm);
      received.add(port);
      return port;
    }

    @Override
    void receive(VariedPort port, SerializedWithTransfer serialized) {
      received.clear();
      super.receive(port, serialized);
    }

    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (type.equals("messageerror")) {
        lost.addAll(received);
      }
      super.fire(port, type, data, ports);
    }

    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (targetPort != null && lists(lost, targetPort)) {
        exercise();
        throw SerializedWithTransfer.dataCloneError("nobody is there");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }
}
