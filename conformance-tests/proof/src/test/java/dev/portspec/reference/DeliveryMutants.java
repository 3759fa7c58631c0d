package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong between the queue of a port and its listeners. */
final class DeliveryMutants {
  private DeliveryMutants() {}

  @Mutant(killedBy = "port.delivery.task-per-message")
  static final class DispatchesAllMessagesInOneTask extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        public Runnable take() {
          List<Runnable> tasks = new ArrayList<>(List.of(super.take()));
          while (!isEmpty()) {
            exercise();
            tasks.add(super.take());
          }
          return () -> owner.realm().callback(() -> tasks.forEach(Runnable::run));
        }
      };
    }
  }

  @Mutant(killedBy = "port.delivery.no-reentrancy")
  static final class DispatchesAReplyAtOnce extends PortVariation {
    private boolean dispatching;

    @Override
    void receive(VariedPort port, SerializedWithTransfer serialized) {
      boolean outer = dispatching;
      dispatching = true;
      super.receive(port, serialized);
      dispatching = outer;
    }

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      if (dispatching && targetPort instanceof ReferencePort target && target.portMessageQueue().enabled()) {
        exercise();
        target.receive(serialized);
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "port.delivery.no-listener-consumes")
  static final class KeepsMessagesForAListener extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private final List<SerializedWithTransfer> kept = new ArrayList<>();
        private boolean listens;

        @Override
        void receive(SerializedWithTransfer serialized) {
          if (listens) {
            super.receive(serialized);
          } else {
            exercise();
            kept.add(serialized);
          }
        }

        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          super.addEventListener(type, callback, options);
          if (type.equals("message")) {
            listens();
          }
        }

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          listens();
        }

        private void listens() {
          listens = true;
          kept.forEach(serialized -> addTask(this, serialized));
          kept.clear();
        }
      };
    }
  }

  @Mutant(killedBy = "port.delivery.no-reentrancy")
  static final class StartInAHandlerDispatchesAtOnce extends Variation {
    private int dispatching;

    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void receive(SerializedWithTransfer serialized) {
          dispatching++;
          super.receive(serialized);
          dispatching--;
        }

        @Override
        public void start() {
          super.start();
          while (dispatching > 0 && !portMessageQueue().isEmpty()) {
            exercise();
            portMessageQueue().take().run();
          }
        }
      };
    }
  }
}
