package dev.portspec.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a broadcast that has several receivers, or with channels of one name. */
final class SeveralReceiversMutants {
  private SeveralReceiversMutants() {}

  @Mutant(killedBy = "bc.post.own-task-each")
  static final class StoppingOneEventEndsTheBroadcast extends BroadcastVariation {
    private @Nullable SerializedWithTransfer current;
    private @Nullable SerializedWithTransfer ended;

    @Override
    void receive(VariedChannel channel, SerializedWithTransfer serialized, String sourceOrigin) {
      if (serialized == ended) {
        exercise();
        return;
      }
      current = serialized;
      super.receive(channel, serialized, sourceOrigin);
    }

    @Override
    void call(VariedChannel channel, RegisteredListener listener, ReferenceEvent event) {
      super.call(channel, listener, event);
      if (event.immediatePropagationStopped()) {
        ended = current;
      }
    }
  }

  @Mutant(killedBy = "bc.task.deserialize-per-destination")
  static final class CopiesSharedObjectsForTheSecondReceiver extends BroadcastVariation {
    private @Nullable SerializedWithTransfer last;
    private boolean isSecond;

    @Override
    void receive(VariedChannel channel, SerializedWithTransfer serialized, String sourceOrigin) {
      isSecond = serialized == last;
      last = serialized;
      super.receive(channel, serialized, sourceOrigin);
      isSecond = false;
    }

    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      boolean forgets = isSecond;
      return new StructuredDeserializer(transferredValues) {
        private boolean forgot;

        @Override
        boolean isRemembered(SerializedRecord serialized) {
          if (!forgets || forgot || !super.isRemembered(serialized)) {
            return super.isRemembered(serialized);
          }
          exercise();
          forgot = true;
          return false;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.close.flag")
  static final class ASecondCloseClosesANamesake extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public void close() {
          boolean again = closed();
          super.close();
          if (again) {
            List<ReferenceBroadcastChannel> open = realm.loop().world().openBroadcastChannels();
            realm.locking(() -> open.stream().filter(other -> other.hasName(name)).findFirst()).ifPresent(other -> {
              exercise();
              other.close();
            });
          }
        }
      };
    }
  }

  @Mutant(killedBy = "bc.event.target")
  static final class FiresOneEventAtAllReceivers extends BroadcastVariation {
    private @Nullable SerializedWithTransfer last;
    private @Nullable ReferenceMessageEvent event;

    @Override
    void receive(VariedChannel channel, SerializedWithTransfer serialized, String sourceOrigin) {
      if (serialized != last) {
        event = null;
      }
      last = serialized;
      super.receive(channel, serialized, sourceOrigin);
    }

    @Override
    ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
      if (event != null) {
        exercise();
        return event;
      }
      event = super.event(channel, type, data, origin);
      return event;
    }
  }
}
