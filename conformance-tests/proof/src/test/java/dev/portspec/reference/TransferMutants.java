package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a port that moves, and with the object that it leaves behind. */
final class TransferMutants {
  private TransferMutants() {}

  @Mutant(killedBy = "port.xfer.remote-recorded")
  static final class ForgetsThePartner extends PortVariation {
    @Override
    PortDataHolder transfer(VariedPort port) {
      PortDataHolder dataHolder = super.transfer(port);
      if (dataHolder.entangledWith() != null) {
        exercise();
        port.realm().locked(() -> ChannelEnd.separate(dataHolder));
      }
      return dataHolder;
    }
  }

  @Mutant(killedBy = "port.xfer.remote-null")
  static final class MovesOnlyPortsWithPartners extends PortVariation {
    @Override
    PortDataHolder transfer(VariedPort port) {
      if (port.entangledWith() == null) {
        exercise();
        throw new DOMException("a port without partner is of no use elsewhere", "DataCloneError");
      }
      return super.transfer(port);
    }
  }

  @Mutant(killedBy = "port.xfer.queue-travels")
  static final class WhatComesInFlightGoesToTheOldObject extends PortVariation {
    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (targetPort instanceof PortDataHolder dataHolder) {
        exercise();
        port.realm().execute(() -> dataHolder.original().receive(serialized));
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "port.xfer.original-dispatch-in-flight")
  static final class AStartedPortLeavesNothingBehind extends PortVariation {
    @Override
    PortDataHolder transfer(VariedPort port) {
      PortMessageQueue queue = port.portMessageQueue();
      if (queue.enabled() && !queue.isEmpty()) {
        exercise();
        port.realm().locked(queue::clear);
      }
      return super.transfer(port);
    }
  }

  /** A variation that remembers where ports went. */
  private abstract static class Remembering extends PortVariation {
    private final Map<ReferencePort, PortDataHolder> dataHolders = new IdentityHashMap<>();
    private final Map<ReferencePort, ReferencePort> partners = new IdentityHashMap<>();

    @Override
    PortDataHolder transfer(VariedPort port) {
      if (port.entangledWith() instanceof ReferencePort partner) {
        partners.put(port, partner);
      }
      PortDataHolder dataHolder = super.transfer(port);
      dataHolders.put(port, dataHolder);
      return dataHolder;
    }

    /** The data holder of a port, as long as it stands for one end of a channel. */
    final @Nullable PortDataHolder inFlight(ReferencePort port) {
      PortDataHolder dataHolder = dataHolders.get(port);
      return dataHolder == null || dataHolder.entangledWith() == null ? null : dataHolder;
    }

    /** The port that was the partner of another one when that was transferred. */
    final @Nullable ReferencePort formerPartner(ReferencePort port) {
      return partners.get(port);
    }
  }

  @Mutant(killedBy = "port.xfer.original-post-in-flight")
  static final class RefusesAPostInFlight extends Remembering {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (inFlight(port) != null) {
        exercise();
        throw new DOMException("the port was transferred", "InvalidStateError");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.xfer.original-post-after-receipt")
  static final class TheOldObjectKeepsItsPartner extends Remembering {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      ReferencePort partner = formerPartner(port);
      boolean keepsIt = partner != null && inFlight(port) == null;
      if (keepsIt) {
        exercise();
      }
      super.postMessageSteps(port, keepsIt ? partner : targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.xfer.original-close-in-flight")
  static final class ClosingTheOldObjectBreaksTheChannel extends Remembering {
    @Override
    void close(VariedPort port) {
      super.close(port);
      PortDataHolder dataHolder = inFlight(port);
      if (dataHolder != null) {
        exercise();
        port.realm().locked(() -> ChannelEnd.separate(dataHolder));
      }
    }
  }

  /** A variation that remembers which port was received over which. */
  private abstract static class Receiving extends PortVariation {
    private final Map<ReferencePort, ReferencePort> receivers = new IdentityHashMap<>();

    @Override
    SerializedWithTransfer.Deserialized deserialize(VariedPort port, SerializedWithTransfer serialized) {
      SerializedWithTransfer.Deserialized deserialized = super.deserialize(port, serialized);
      deserialized.ports().forEach(received -> receivers.put(received, port));
      return deserialized;
    }

    final @Nullable ReferencePort receiver(@Nullable ChannelEnd received) {
      return received == null ? null : receivers.get(received);
    }
  }

  @Mutant(killedBy = "port.xfer.peer-close-in-flight")
  static final class AReceivedPortWithoutPartnerThrows extends Receiving {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (targetPort == null && !port.detached() && receiver(port) != null) {
        exercise();
        throw new DOMException("the other end is closed", "InvalidStateError");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.xfer.unrelated-through-pair")
  static final class RefusesToFollowThePartner extends Receiving {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      for (Object listed : transfer) {
        if (targetPort != null && listed instanceof ReferencePort moved && receiver(moved.entangledWith()) == targetPort) {
          exercise();
          throw new DOMException("the other end went the same way", "DataCloneError");
        }
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.xfer.empty-list")
  static final class AnEmptyListTakesTheSender extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean withoutList;

        @Override
        public void postMessage(@Nullable Object message) {
          withoutList = true;
          super.postMessage(message);
        }

        @Override
        public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
          boolean emptyList = transfer.isEmpty() && !withoutList;
          withoutList = false;
          super.postMessage(message, transfer);
          if (emptyList) {
            exercise();
            transfer();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.original-post-after-receipt")
  static final class TheOldObjectPostsNothingAtAll extends Remembering {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (formerPartner(port) != null && inFlight(port) == null) {
        exercise();
      } else {
        super.postMessageSteps(port, targetPort, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "port.xfer.unrelated-through-pair")
  static final class AMovedChannelTakesNoPorts extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (port.hasBeenShipped() && transfer.stream().anyMatch(ReferencePort.class::isInstance)) {
        exercise();
        throw new DOMException("one end of the channel was moved", "DataCloneError");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.xfer.original-dispatch-in-flight")
  static final class DispatchesAtBothObjects extends PortVariation {
    private final Map<ChannelEnd, List<SerializedWithTransfer>> posted = new IdentityHashMap<>();

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      posted.computeIfAbsent(targetPort, key -> new ArrayList<>()).add(serialized);
      super.addTask(port, targetPort, serialized);
    }

    @Override
    void receive(VariedPort port, SerializedWithTransfer serialized) {
      posted.values().forEach(waiting -> waiting.remove(serialized));
      super.receive(port, serialized);
    }

    @Override
    PortDataHolder transfer(VariedPort port) {
      for (SerializedWithTransfer waiting : posted.getOrDefault(port, List.of())) {
        port.realm().execute(() -> {
          exercise();
          super.receive(port, waiting);
        });
      }
      return super.transfer(port);
    }
  }
}
