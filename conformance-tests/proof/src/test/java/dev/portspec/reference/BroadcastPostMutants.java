package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong while a broadcast is posted, and with the name that finds its receivers. */
final class BroadcastPostMutants {
  private BroadcastPostMutants() {}

  @Mutant(killedBy = "bc.post.serialize-sync")
  static final class BroadcastsInALaterTask extends BroadcastVariation {
    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      if (channel.closed()) {
        super.postMessage(channel, message);
      } else {
        exercise();
        ReferenceRealm realm = channel.realm();
        realm.queueDomManipulation(() -> realm.callback(() -> super.postMessage(channel, message)));
      }
    }
  }

  @Mutant(killedBy = "bc.post.serialize-sync")
  static final class SerializesForReceiversOnly extends BroadcastVariation {
    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      if (!channel.closed() && channel.destinations().isEmpty()) {
        exercise();
      } else {
        super.postMessage(channel, message);
      }
    }
  }

  @Mutant(killedBy = "bc.post.serialize-sync")
  static final class QueuesTheOuterBroadcastFirst extends BroadcastVariation {
    private final List<Runnable> inner = new ArrayList<>();
    private int posts;

    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      posts++;
      try {
        super.postMessage(channel, message);
      } finally {
        posts--;
      }
      if (posts == 0) {
        inner.forEach(Runnable::run);
        inner.clear();
      }
    }

    @Override
    void queueTask(VariedChannel channel, ReferenceBroadcastChannel destination, Runnable steps) {
      if (posts == 1) {
        super.queueTask(channel, destination, steps);
      } else {
        exercise();
        inner.add(() -> super.queueTask(channel, destination, steps));
      }
    }
  }

  @Mutant(killedBy = "bc.post.closed-before-serialize")
  static final class LooksAfterSerializingWhetherItIsClosed extends BroadcastVariation {
    @Override
    SerializedWithTransfer serialize(VariedChannel channel, @Nullable Object message) {
      SerializedWithTransfer serialized = super.serialize(channel, message);
      if (channel.closed()) {
        exercise();
        throw new DOMException("the channel is closed", "InvalidStateError");
      }
      return serialized;
    }
  }

  @Mutant(killedBy = "bc.post.destinations-at-call")
  static final class FindsReceiversBeforeItSerializes extends BroadcastVariation {
    private @Nullable List<ReferenceBroadcastChannel> before;

    @Override
    SerializedWithTransfer serialize(VariedChannel channel, @Nullable Object message) {
      before = super.destinations(channel);
      return super.serialize(channel, message);
    }

    @Override
    List<ReferenceBroadcastChannel> destinations(VariedChannel channel) {
      List<ReferenceBroadcastChannel> after = super.destinations(channel);
      if (before == null || before.equals(after)) {
        return after;
      }
      exercise();
      return before;
    }
  }

  @Mutant(killedBy = "bc.post.total-order-per-agent")
  static final class SendsEverySecondBroadcastLater extends BroadcastVariation {
    private int tasks;

    @Override
    void queueTask(VariedChannel channel, ReferenceBroadcastChannel destination, Runnable steps) {
      tasks++;
      if (tasks % 2 == 0) {
        exercise();
        channel.realm().queueDomManipulation(() -> super.queueTask(channel, destination, steps));
      } else {
        super.queueTask(channel, destination, steps);
      }
    }
  }

  @Mutant(killedBy = "bc.post.own-task-each")
  static final class AnExceptionEndsTheBroadcast extends BroadcastVariation {
    private @Nullable SerializedWithTransfer current;
    private @Nullable SerializedWithTransfer ended;

    @Override
    void receive(VariedChannel channel, SerializedWithTransfer serialized, String sourceOrigin) {
      current = serialized;
      if (serialized == ended) {
        exercise();
      } else {
        super.receive(channel, serialized, sourceOrigin);
      }
    }

    @Override
    void call(VariedChannel channel, RegisteredListener listener, ReferenceEvent event) {
      channel.realm().callback(() -> {
        try {
          listener.callback.handleEvent(event);
        } catch (RuntimeException e) {
          ended = current;
          throw e;
        }
      });
    }
  }

  @Mutant(killedBy = "bc.name.exact-match")
  static final class IgnoresNames extends BroadcastVariation {
    @Override
    boolean hasName(VariedChannel channel, String name) {
      if (!super.hasName(channel, name)) {
        exercise();
      }
      return true;
    }
  }

  @Mutant(killedBy = "bc.name.exact-match")
  static final class ANullCharacterEndsAName extends BroadcastVariation {
    @Override
    boolean hasName(VariedChannel channel, String name) {
      boolean has = untilNull(channel.getName()).equals(untilNull(name));
      if (has != super.hasName(channel, name)) {
        exercise();
      }
      return has;
    }

    private static String untilNull(String name) {
      return name.substring(0, (name + '\0').indexOf('\0'));
    }
  }

  @Mutant(killedBy = "bc.name")
  static final class AnEmptyNameIsReplaced extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      if (name.isEmpty()) {
        exercise();
      }
      return new ReferenceBroadcastChannel(realm, name.isEmpty() ? "undefined" : name);
    }
  }

  @Mutant(killedBy = "bc.name.domstring")
  static final class ReadsBackInUtf8 extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public String getName() {
          String wellFormed = BroadcastMutants.ComparesNamesInUtf8.wellFormed(super.getName());
          if (!wellFormed.equals(super.getName())) {
            exercise();
          }
          return wellFormed;
        }
      };
    }
  }
}
