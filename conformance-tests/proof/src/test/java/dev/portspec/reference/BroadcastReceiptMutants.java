package dev.portspec.reference;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a broadcast where it arrives. */
final class BroadcastReceiptMutants {
  private BroadcastReceiptMutants() {}

  @Mutant(killedBy = "bc.post.async")
  static final class BroadcastsSynchronously extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
          exercise();
          steps.run();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.own-task-each")
  static final class DispatchesAllInOneCallback extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void broadcast(SerializedWithTransfer serialized, String sourceOrigin) {
          exercise();
          List<ReferenceBroadcastChannel> destinations = destinations();
          realm.queueDomManipulation(() -> realm.callback(
              () -> destinations.forEach(destination -> destination.receive(serialized, sourceOrigin))));
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.total-order-per-agent", seenIn = "nodejs/node")
  static final class EmptiesOneChannelAfterAnother extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new OwnQueue(realm, name);
    }

    private final class OwnQueue extends ReferenceBroadcastChannel {
      private final Queue<Runnable> queue = new ArrayDeque<>();

      OwnQueue(ReferenceRealm realm, String name) {
        super(realm, name);
      }

      @Override
      void queueTask(ReferenceBroadcastChannel destination, Runnable steps) {
        Queue<Runnable> theirs = ((OwnQueue) destination).queue;
        theirs.add(steps);
        super.queueTask(destination, () -> {
          exercise();
          for (Runnable next = theirs.poll(); next != null; next = theirs.poll()) {
            next.run();
          }
        });
      }
    }
  }

  @Mutant(killedBy = "bc.task.closed-destination")
  static final class DeliversToTheClosed extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void receive(SerializedWithTransfer serialized, String sourceOrigin) {
          if (closed()) {
            exercise();
          }
          deserializeAndFire(serialized, sourceOrigin);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.task.deserialize-per-destination")
  static final class SharesOneClone extends Variation {
    private @Nullable SerializedWithTransfer last;
    private @Nullable Object clone;

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        @Nullable Object deserialize(SerializedWithTransfer serialized) {
          if (serialized == last) {
            exercise();
            return clone;
          }
          last = serialized;
          clone = super.deserialize(serialized);
          return clone;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.task.messageerror")
  static final class DropsWhatCannotBeReceived extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void fire(String type, @Nullable Object data, String origin) {
          if (type.equals("messageerror")) {
            exercise();
          } else {
            super.fire(type, data, origin);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "bc.event.origin-of-channel", seenIn = "nodejs/node")
  static final class LeavesTheOriginEmpty extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void fire(String type, @Nullable Object data, String origin) {
          exercise();
          super.fire(type, data, "");
        }
      };
    }
  }

  @Mutant(killedBy = "bc.gc.listener-keeps")
  static final class HoldsListeningChannelsWeakly extends Variation {
    private final List<WeakReference<ReferenceBroadcastChannel>> channels = new ArrayList<>();

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      ReferenceBroadcastChannel channel = new ReferenceBroadcastChannel(realm, name) {
        @Override
        List<ReferenceBroadcastChannel> destinations() {
          List<ReferenceBroadcastChannel> destinations = new ArrayList<>();
          for (WeakReference<ReferenceBroadcastChannel> reference : channels) {
            ReferenceBroadcastChannel other = reference.get();
            if (other == null) {
              exercise();
            } else if (other != this && hasName(other.getName())) {
              destinations.add(other);
            }
          }
          return destinations;
        }
      };
      realm.locked(() -> realm.loop().world().openBroadcastChannels().remove(channel));
      channels.add(new WeakReference<>(channel));
      return channel;
    }
  }
}
