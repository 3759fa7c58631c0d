package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong with ports when a document is destroyed. */
final class DocumentMutants {
  private DocumentMutants() {}

  /** A variation whose ports are tied to another document than that of their window, or to none. */
  private abstract static class Tying extends PortVariation {
    /** Whether the document that a port is tied to is gone; called with the world's lock held. */
    abstract boolean isTiedToWhatIsGone(ReferencePort port);

    @Override
    final PortMessageQueue newQueue(ReferencePort owner) {
      return new OwnedQueue(owner);
    }

    @Override
    final EventLoop newEventLoop(ReferenceWorld world, String name) {
      return new EventLoop(world, name) {
        @Override
        void portQueueChanged(PortMessageQueue queue, boolean runnable) {
          boolean hasTasks = queue.enabled() && !queue.isEmpty();
          super.portQueueChanged(queue, hasTasks && !isTiedToWhatIsGone(((OwnedQueue) queue).owner));
        }
      };
    }

    @Override
    boolean isGone(VariedPort port) {
      return super.isGone(port) && isTiedToWhatIsGone(port);
    }

    private static final class OwnedQueue extends PortMessageQueue {
      private final ReferencePort owner;

      OwnedQueue(ReferencePort owner) {
        super(owner);
        this.owner = owner;
      }
    }
  }

  @Mutant(killedBy = "port.queue.window-document")
  static final class TheTasksOfPortsHaveNoDocument extends Tying {
    @Override
    boolean isTiedToWhatIsGone(ReferencePort port) {
      if (port.realm().isGone()) {
        exercise();
      }
      return false;
    }
  }

  @Mutant(killedBy = "port.doc.destroy-removes-tasks")
  static final class ForgetsThePortsOfTheFramesOfAFrame extends Tying {
    @Override
    boolean isTiedToWhatIsGone(ReferencePort port) {
      Document document = port.realm().document();
      Document parent = document == null ? null : document.navigable().parent();
      boolean isNested = parent != null && !parent.isFullyActive();
      if (isNested) {
        exercise();
      }
      return port.realm().isGone() && !isNested;
    }
  }

  @Mutant(killedBy = "port.recv.reassociates-document")
  static final class AReceivedPortKeepsItsDocument extends Tying {
    private final Map<ReferencePort, ReferenceRealm> first = new IdentityHashMap<>();

    @Override
    boolean isTiedToWhatIsGone(ReferencePort port) {
      ReferenceRealm realm = first.getOrDefault(port, port.realm());
      if (realm.isGone() != port.realm().isGone()) {
        exercise();
      }
      return realm.isGone();
    }

    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new FollowingDeserializer(targetRealm) {
        @Override
        void received(ReferencePort port, ReferencePort original) {
          first.put(port, first.getOrDefault(original, original.realm()));
        }
      };
    }
  }

  @Mutant(killedBy = "port.doc.others-unaffected")
  static final class WhatCannotRunHoldsUpTheLoop extends Tying {
    private final Set<EventLoop> heldUp = new HashSet<>();

    @Override
    boolean isTiedToWhatIsGone(ReferencePort port) {
      EventLoop loop = port.realm().loop();
      if (port.realm().isGone()) {
        if (!port.portMessageQueue().isEmpty()) {
          heldUp.add(loop);
        }
        return true;
      }
      if (heldUp.contains(loop)) {
        exercise();
        return true;
      }
      return false;
    }
  }

  @Mutant(killedBy = "port.doc.others-unaffected")
  static final class ADestroyedDocumentTakesTheTasksOfOthersAlong extends PortVariation {
    private final Set<PortMessageQueue> queues = new HashSet<>();

    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      PortMessageQueue queue = super.newQueue(owner);
      queues.add(queue);
      return queue;
    }

    @Override
    void endWithDocument(VariedPort port) {
      super.endWithDocument(port);
      port.realm().locked(() -> queues.stream().filter(queue -> !queue.isEmpty()).forEach(queue -> {
        exercise();
        queue.clear();
      }));
    }
  }

  @Mutant(killedBy = "port.doc.destroy-removes-tasks")
  static final class DispatchesWhatWaitsWhenDestroyed extends PortVariation {
    @Override
    void endWithDocument(VariedPort port) {
      PortMessageQueue queue = port.portMessageQueue();
      while (port.realm().locking(() -> queue.enabled() && !queue.isEmpty())) {
        exercise();
        port.realm().locking(queue::take).run();
      }
      super.endWithDocument(port);
    }
  }

  @Mutant(killedBy = "port.doc.destroy-disentangles")
  static final class APortOfADestroyedDocumentKeepsItsPartner extends PortVariation {
    @Override
    void endWithDocument(VariedPort port) {
      ChannelEnd partner = port.realm().locking(port::entangledWith);
      super.endWithDocument(port);
      if (partner != null) {
        exercise();
        port.realm().locked(() -> ChannelEnd.entangle(port, partner));
      }
    }
  }

  @Mutant(killedBy = "port.doc.destroy-disentangles")
  static final class PostingToADestroyedDocumentThrows extends PortVariation {
    private final Set<ChannelEnd> widowed = new HashSet<>();

    @Override
    void endWithDocument(VariedPort port) {
      ChannelEnd partner = port.realm().locking(port::entangledWith);
      if (partner != null) {
        widowed.add(partner);
      }
      super.endWithDocument(port);
    }

    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (widowed.contains(port)) {
        exercise();
        throw new DOMException("the document of the other port is gone", "InvalidStateError");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.doc.sent-before-destroy-delivered")
  static final class ADestroyedDocumentTakesBackWhatItSent extends PortVariation {
    @Override
    void endWithDocument(VariedPort port) {
      port.realm().locked(() -> {
        ChannelEnd partner = port.entangledWith();
        if (partner != null && !partner.portMessageQueue().isEmpty()) {
          exercise();
          partner.portMessageQueue().clear();
        }
      });
      super.endWithDocument(port);
    }
  }

  @Mutant(killedBy = "port.doc.posting-from-inactive")
  static final class PostingFromADestroyedDocumentThrows extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (!port.realm().isFullyActive()) {
        exercise();
        throw new DOMException("the document is gone", "InvalidStateError");
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }
  }

  @Mutant(killedBy = "port.doc.moved-port-follows-new-document")
  static final class CutsWhatHasMovedAway extends PortVariation {
    private final Map<ReferencePort, ReferencePort> successors = new IdentityHashMap<>();

    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new FollowingDeserializer(targetRealm) {
        @Override
        void received(ReferencePort port, ReferencePort original) {
          successors.put(original, port);
        }
      };
    }

    @Override
    void endWithDocument(VariedPort port) {
      super.endWithDocument(port);
      ReferencePort successor = successors.get(port);
      if (successor != null) {
        exercise();
        port.realm().locked(() -> ChannelEnd.separate(successor));
      }
    }
  }
}
