package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageChannel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a port is received. */
final class ReceiptMutants {
  private ReceiptMutants() {}

  @Mutant(killedBy = "port.recv.new-object")
  static final class GivesTheOldObject extends Variation {
    private @Nullable ReferencePort sent;
    private boolean inChannel;

    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      inChannel = true;
      try {
        return super.newChannel(realm);
      } finally {
        inChannel = false;
      }
    }

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      ReferencePort old = sent;
      if (old != null && !inChannel) {
        exercise();
        return old;
      }
      return new ReferencePort(realm) {
        @Override
        PortDataHolder transfer() {
          sent = this;
          return super.transfer();
        }
      };
    }

    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void moveAllTasksTo(PortMessageQueue other) {
          if (other != this) {
            super.moveAllTasksTo(other);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.preserves-order")
  static final class WhatTravelledComesLast extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void moveAllTasksTo(PortMessageQueue other) {
          if (isEmpty()) {
            super.moveAllTasksTo(other);
          } else {
            exercise();
            owner.realm().queueTimer(() -> owner.realm().locked(() -> super.moveAllTasksTo(other)));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.multi-hop")
  static final class LosesTheQueueOnTheSecondHop extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new Moving(owner);
    }

    private final class Moving extends PortMessageQueue {
      private boolean hasMoved;

      Moving(ReferencePort owner) {
        super(owner);
      }

      @Override
      void moveAllTasksTo(PortMessageQueue other) {
        if (hasMoved && !isEmpty()) {
          exercise();
          clear();
        }
        super.moveAllTasksTo(other);
        ((Moving) other).hasMoved = true;
      }
    }
  }

  @Mutant(killedBy = "port.recv.outgoing-multi-hop")
  static final class LaterOwnersOvertake extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new ReorderedQueue(owner);
    }

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean received;

        @Override
        public void setHasBeenShipped() {
          received |= entangledWith() == null;
          super.setHasBeenShipped();
        }

        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          ReorderedQueue queue = (ReorderedQueue) targetPort.portMessageQueue();
          if (received && queue.waiting() > 0) {
            exercise();
            realm.locked(() -> queue.insert(0, serialized.about(), port -> port.receive(serialized)));
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.retransfer-same-task")
  static final class LosesTheQueueWhenSentOnAtOnce extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new Fresh(owner);
    }

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        PortDataHolder transfer() {
          if (((Fresh) portMessageQueue()).fresh) {
            exercise();
            realm.locked(portMessageQueue()::clear);
          }
          return super.transfer();
        }
      };
    }

    private static final class Fresh extends PortMessageQueue {
      private final EventLoop loop;
      private boolean fresh;

      Fresh(ReferencePort owner) {
        super(owner);
        loop = owner.realm().loop();
      }

      @Override
      void moveAllTasksTo(PortMessageQueue other) {
        Fresh received = (Fresh) other;
        received.fresh = !isEmpty();
        super.moveAllTasksTo(other);
        received.loop.queueMicrotask(() -> received.fresh = false);
      }
    }
  }

  @Mutant(killedBy = "port.recv.transfer-during-dispatch")
  static final class LosesTheQueueWhenSentFromItsHandler extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean receiving;

        @Override
        void receive(SerializedWithTransfer serialized) {
          receiving = true;
          super.receive(serialized);
          receiving = false;
        }

        @Override
        PortDataHolder transfer() {
          if (receiving && !portMessageQueue().isEmpty()) {
            exercise();
            realm.locked(portMessageQueue()::clear);
          }
          return super.transfer();
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.at-dispatch-time")
  static final class DropsWhatIsPostedInFlight extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (targetPort instanceof PortDataHolder) {
            exercise();
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.received-without-listener")
  static final class GivesBackWhatNobodyHears extends Variation {
    private final Map<ChannelEnd, ReferencePort> sent = new IdentityHashMap<>();

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean heard;

        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          heard = true;
          super.addEventListener(type, callback, options);
        }

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          heard |= handler != null;
          super.setOnmessage(handler);
        }

        @Override
        PortDataHolder transfer() {
          ChannelEnd far = entangledWith();
          if (far != null) {
            sent.put(far, this);
          }
          return super.transfer();
        }

        @Override
        void receive(SerializedWithTransfer serialized) {
          if (heard) {
            super.receive(serialized);
            return;
          }
          for (ReferencePort port : serialized.deserialize(realm).ports()) {
            exercise();
            ChannelEnd far = port.entangledWith();
            realm.locked(() -> ChannelEnd.entangle(far, sent.get(far)));
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.both-ends-one-list")
  static final class SeparatesTheEndsOfOneList extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          for (Object element : transfer) {
            if (element instanceof ReferencePort port && transfer.contains(port.entangledWith())) {
              exercise();
              realm.locked(() -> ChannelEnd.separate(port));
            }
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }

  /** Ports that may not take a partner. */
  private abstract static class Linking extends Variation {
    abstract boolean refuses(ReferencePort port, ReferencePort other, boolean isFirst);

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean wasLinked;

        @Override
        public void setEntangledWith(@Nullable ChannelEnd other) {
          if (other instanceof ReferencePort port && refuses(this, port, !wasLinked)) {
            exercise();
            return;
          }
          wasLinked |= other != null;
          super.setEntangledWith(other);
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.entangles-remote")
  static final class AReceivedPortIsMute extends Linking {
    @Override
    boolean refuses(ReferencePort port, ReferencePort other, boolean isFirst) {
      return isFirst && port.hasBeenShipped();
    }
  }

  @Mutant(killedBy = "port.entangle.links")
  static final class TheFarEndIsNotLinkedAgain extends Linking {
    @Override
    boolean refuses(ReferencePort port, ReferencePort other, boolean isFirst) {
      return !isFirst && other.hasBeenShipped();
    }
  }

  @Mutant(killedBy = "port.entangle.unlinks-previous")
  static final class TheOldObjectStaysLinked extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        PortDataHolder transfer() {
          ChannelEnd far = entangledWith();
          PortDataHolder dataHolder = super.transfer();
          if (far != null) {
            exercise();
            realm.locked(() -> setEntangledWith(far));
          }
          return dataHolder;
        }
      };
    }
  }
}
