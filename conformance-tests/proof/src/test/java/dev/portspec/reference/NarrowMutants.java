package dev.portspec.reference;

import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PortCollection;
import dev.portspec.api.StructuredSerializeOptions;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What goes wrong in one case only, beside others that look like it. */
final class NarrowMutants {
  private NarrowMutants() {}

  /** Some of what is in a Map or Set is serialized as something else. */
  private abstract static class InCollections extends Variation {
    abstract boolean isWrong(Object collection, boolean isKey, @Nullable Object value);

    @Override
    final ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          return varied(map, keysAndValues(map), 2).iterator();
        }

        @Override
        Iterator<@Nullable Object> copiedList(WebSet set) {
          return varied(set, set.values(), 1).iterator();
        }
      };
    }

    private List<@Nullable Object> varied(Object collection, List<@Nullable Object> values, int columns) {
      List<@Nullable Object> varied = new ArrayList<>(values);
      for (int i = 0; i < varied.size(); i++) {
        if (isWrong(collection, i % columns == 0, varied.get(i))) {
          exercise();
          varied.set(i, null);
        }
      }
      return varied;
    }
  }

  @Mutant(killedBy = "sc.dwt.identity")
  static final class LosesListedPortsThatAreKeys extends InCollections {
    @Override
    boolean isWrong(Object collection, boolean isKey, @Nullable Object value) {
      return collection instanceof WebMap && isKey && value instanceof MessagePort;
    }
  }

  @Mutant(killedBy = "sc.dwt.identity")
  static final class LosesListedPortsInSets extends InCollections {
    @Override
    boolean isWrong(Object collection, boolean isKey, @Nullable Object value) {
      return collection instanceof WebSet && value instanceof MessagePort;
    }
  }

  @Mutant(killedBy = "sc.ser.cycle")
  static final class CutsMapsThatContainThemselves extends InCollections {
    @Override
    boolean isWrong(Object collection, boolean isKey, @Nullable Object value) {
      return collection instanceof WebMap && value == collection;
    }
  }

  @Mutant(killedBy = "sc.ser.cycle")
  static final class CutsSetsThatContainThemselves extends InCollections {
    @Override
    boolean isWrong(Object collection, boolean isKey, @Nullable Object value) {
      return collection instanceof WebSet && value == collection;
    }
  }

  @Mutant(killedBy = "port.post.serialize-synchronously")
  static final class ReadsNestedObjectsLate extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable SerializedRecord leaf(Object value) {
          if (open().isEmpty() || !(value instanceof PlainObject)) {
            return super.leaf(value);
          }
          exercise();
          return new SerializedRecord.Leaf(() -> new StructuredDeserializer(List.of())
              .deserialize(new StructuredSerializer(realm, new IdentityHashMap<>()).serialize(value)));
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-identity")
  static final class MistakesTheSecondMention extends Variation {
    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        @Nullable Object visit(@Nullable Object serialized) {
          if (transferredValues.size() > 1
              && serialized instanceof SerializedRecord.Transferred transferred && isRemembered(transferred)) {
            exercise();
            return transferredValues.get((transferred.index + 1) % transferredValues.size());
          }
          return super.visit(serialized);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-all-transferred")
  static final class LosesTheSecondPortOfWhatWaited extends PortVariation {
    private final List<Object> waiting = new ArrayList<>();
    private boolean waited;

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (!targetPort.portMessageQueue().enabled()) {
        waiting.add(serialized);
      }
      super.addTask(port, targetPort, serialized);
    }

    @Override
    void receive(VariedPort port, SerializedWithTransfer serialized) {
      waited = lists(waiting, serialized);
      super.receive(port, serialized);
    }

    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (waited && ports.size() > 1) {
        exercise();
        super.fire(port, type, data, ports.subList(0, 1));
      } else {
        super.fire(port, type, data, ports);
      }
    }
  }

  @Mutant(killedBy = "port.xfer.empty-list")
  static final class DropsMessagesWithEmptyOptions extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void postMessage(@Nullable Object message, StructuredSerializeOptions options) {
          if (options.transfer().isEmpty()) {
            exercise();
          } else {
            super.postMessage(message, options);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.original-post-in-flight")
  static final class ThrowsWhereAGetterMovedTheSender extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      boolean before = port.hasBeenShipped();
      super.postMessageSteps(port, targetPort, message, transfer);
      if (!before && port.hasBeenShipped() && port.detached()) {
        exercise();
        throw SerializedWithTransfer.dataCloneError("the sender is gone");
      }
    }
  }

  @Mutant(killedBy = "port.xfer.original-dispatch-in-flight")
  static final class StartingTheOldObjectEmptiesTheNew extends Variation {
    private final Map<PortMessageQueue, PortMessageQueue> movedTo = new IdentityHashMap<>();

    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void moveAllTasksTo(PortMessageQueue other) {
          movedTo.put(this, other);
          super.moveAllTasksTo(other);
        }

        @Override
        void setEnabled(boolean enabled) {
          super.setEnabled(enabled);
          PortMessageQueue other = movedTo.get(this);
          if (enabled && other != null && !other.isEmpty()) {
            exercise();
            other.clear();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.transfer-during-dispatch")
  static final class MovingThePartnerInADispatchDropsTheRest extends PortVariation {
    private @Nullable VariedPort dispatching;

    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      dispatching = port;
      super.fire(port, type, data, ports);
      dispatching = null;
    }

    @Override
    PortDataHolder transfer(VariedPort port) {
      ChannelEnd other = port.entangledWith();
      if (other != null && other == dispatching && !other.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locked(other.portMessageQueue()::clear);
      }
      return super.transfer(port);
    }
  }

  @Mutant(killedBy = "channel.ctor.two-ports")
  static final class ChannelsShareTheirSecondPort extends Variation {
    private @Nullable ReferenceChannel first;

    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      ReferenceChannel shared = first;
      if (shared == null) {
        first = new ReferenceChannel(realm);
        return first;
      }
      return new ReferenceChannel(realm) {
        @Override
        public ReferencePort getPort2() {
          exercise();
          return shared.getPort2();
        }
      };
    }
  }

  @Mutant(killedBy = "pc.add.present-noop")
  static final class AddsTheLastPortAgain extends Variation {
    @Override
    PortCollection newPortCollection(ReferenceRealm realm) {
      return new ReferencePortCollection(realm) {
        private UnaryOperator<List<MessagePort>> seen = UnaryOperator.identity();

        @Override
        public void add(MessagePort port) {
          seen = ports -> ports.isEmpty() ? ports : withoutLast(ports, port);
          super.add(port);
          seen = UnaryOperator.identity();
        }

        @Override
        List<MessagePort> present() {
          return seen.apply(super.present());
        }
      };
    }

    private List<MessagePort> withoutLast(List<MessagePort> ports, MessagePort port) {
      int last = ports.size() - 1;
      if (ports.get(last) == port) {
        exercise();
      }
      return ports.subList(0, last);
    }
  }
}
