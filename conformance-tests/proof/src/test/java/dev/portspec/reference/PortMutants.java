package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a port and its queue: starting, closing, moving, being collected. */
final class PortMutants {
  private PortMutants() {}

  @Mutant(killedBy = "port.addeventlistener.not-enabling", seenIn = "gjsify/gjsify#196")
  static final class StartsOnListener extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          super.addEventListener(type, callback, options);
          if (type.equals("message")) {
            exercise();
            start();
          }
        }
      };
    }
  }

  @Mutant(
      killedBy = "port.close.sent-messages-survive",
      seenIn = {"nodejs/node#22762", "denoland/deno#11526"})
  static final class CloseDropsSentMessages extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void close() {
          ChannelEnd other = entangledWith();
          if (other != null && !other.portMessageQueue().isEmpty()) {
            exercise();
            realm.locked(other.portMessageQueue()::clear);
          }
          super.close();
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.moves-queue", seenIn = "LadybirdBrowser/ladybird#8491")
  static final class LosesTheQueueOnTransfer extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        PortDataHolder transfer() {
          if (!portMessageQueue().isEmpty()) {
            exercise();
            realm.locked(portMessageQueue()::clear);
          }
          return super.transfer();
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.moves-queue")
  static final class CopiesTheQueueOnReceipt extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void clear() {
          if (!isEmpty()) {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.never-received-lost")
  static final class GivesBackTheUndelivered extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new GivenBack(realm);
    }

    private final class GivenBack extends ReferencePort {
      private boolean givenBack;

      GivenBack(ReferenceRealm realm) {
        super(realm);
      }

      @Override
      void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
        super.postMessageSteps(targetPort, message, transfer);
        if (targetPort == null) {
          transfer.stream().filter(GivenBack.class::isInstance).forEach(port -> ((GivenBack) port).givenBack = true);
        }
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

  @Mutant(killedBy = "port.recv.both-ends-two-messages", seenIn = {"whatwg/html#5850", "offen/offen#247"})
  static final class StrandsBothEnds extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        PortDataHolder transfer() {
          PortDataHolder dataHolder = super.transfer();
          if (dataHolder.entangledWith() instanceof PortDataHolder) {
            exercise();
            realm.locked(() -> ChannelEnd.separate(dataHolder));
          }
          return dataHolder;
        }
      };
    }
  }

  @Mutant(killedBy = "port.xfer.detaches-original", seenIn = {"oven-sh/bun#34725", "nickna/SharpTS#1002"})
  static final class DoesNotDetach extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private boolean transferred;

        @Override
        PortDataHolder transfer() {
          transferred = true;
          return super.transfer();
        }

        @Override
        boolean detached() {
          if (transferred) {
            exercise();
          }
          return !transferred && super.detached();
        }
      };
    }
  }

  @Mutant(killedBy = "port.onmessage.first-set-null-enables")
  static final class NullDoesNotStart extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          if (handler == null) {
            exercise();
          } else {
            super.setOnmessage(handler);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.start.on-detached")
  static final class RefusesToStartDetached extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void start() {
          if (detached()) {
            exercise();
            throw new DOMException("the port is detached", "InvalidStateError");
          }
          super.start();
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.never-started")
  static final class CloseNeedsStart extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void close() {
          if (portMessageQueue().enabled()) {
            super.close();
          } else {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.detaches")
  static final class CloseDoesNotDetach extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void close() {
          exercise();
          realm.locked(() -> ChannelEnd.separate(this));
        }
      };
    }
  }

  @Mutant(killedBy = "port.close.peer-not-detached")
  static final class ClosesBothEnds extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void close() {
          ChannelEnd other = entangledWith();
          super.close();
          if (other instanceof ReferencePort port) {
            exercise();
            port.close();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.recv.starts-disabled")
  static final class StartsTheShipped extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setHasBeenShipped() {
          super.setHasBeenShipped();
          exercise();
          portMessageQueue().setEnabled(true);
        }
      };
    }
  }

  @Mutant(killedBy = "port.gc.listener-strong-ref", seenIn = {"oven-sh/bun#32564", "WebKit/WebKit#6099"})
  static final class CollectedTooEarly extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        private @Nullable WeakReference<ChannelEnd> weakly;

        @Override
        public void setEntangledWith(@Nullable ChannelEnd other) {
          weakly = other == null ? null : new WeakReference<>(other);
        }

        @Override
        public @Nullable ChannelEnd entangledWith() {
          ChannelEnd other = weakly == null ? null : weakly.get();
          if (weakly != null && other == null) {
            exercise();
          }
          return other;
        }
      };
    }
  }
}
