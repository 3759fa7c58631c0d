package dev.portspec.reference;

import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.DOMException;
import dev.portspec.api.EventListener;
import dev.portspec.api.EventTarget;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PlainObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a broadcast channel itself, and with the event of a broadcast. */
final class BroadcastChannelMutants {
  private BroadcastChannelMutants() {}

  @Mutant(killedBy = "bc.inherits-eventtarget")
  static final class HasHandlersOnly extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.name")
  static final class StripsItsName extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public String getName() {
          String stripped = super.getName().strip();
          if (!stripped.equals(super.getName())) {
            exercise();
          }
          return stripped;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.not-transferable")
  static final class ChannelsMayBeListed extends PortVariation {
    @Override
    void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      List<Object> others = transfer.stream().filter(listed -> !(listed instanceof BroadcastChannel)).toList();
      if (others.size() < transfer.size()) {
        exercise();
      }
      super.postMessageSteps(port, targetPort, message, others);
    }
  }

  @Mutant(killedBy = "bc.enabled-from-start")
  static final class WaitsForOnmessage extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        private boolean enabled;

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          enabled = true;
        }

        @Override
        void receive(SerializedWithTransfer serialized, String sourceOrigin) {
          if (enabled) {
            super.receive(serialized, sourceOrigin);
          } else {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.closed-throws")
  static final class AClosedChannelIsSilent extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public void postMessage(@Nullable Object message) {
          if (closed()) {
            exercise();
          } else {
            super.postMessage(message);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.no-transfer")
  static final class MovesThePortsThatArePosted extends Variation {
    private static Stream<Object> parts(@Nullable Object message) {
      return message instanceof PlainObject object
          ? object.ownKeys().stream().map(object::stored).filter(Objects::nonNull)
          : Stream.ofNullable(message);
    }

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        SerializedWithTransfer serialize(@Nullable Object message) {
          List<Object> ports = parts(message).filter(MessagePort.class::isInstance).toList();
          if (ports.isEmpty()) {
            return super.serialize(message);
          }
          exercise();
          return SerializedWithTransfer.of(message, ports, realm);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.post.same-realm-others")
  static final class ReachesOneOnly extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        List<ReferenceBroadcastChannel> destinations() {
          List<ReferenceBroadcastChannel> destinations = super.destinations();
          if (destinations.size() > 1) {
            exercise();
          }
          return destinations.stream().limit(1).toList();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.event.fields")
  static final class CountsItsBroadcasts extends Variation {
    private int broadcasts;

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        void fire(String type, @Nullable Object data, String origin) {
          exercise();
          broadcasts++;
          String id = String.valueOf(broadcasts);
          dispatch(
              new ReferenceMessageEvent(
                  realm, type, new MessageEventInit(false, false, false, data, origin, id, null, List.of()), true));
        }
      };
    }
  }

  @Mutant(killedBy = "bc.event.target")
  static final class NamesTheOldestChannelAsTarget extends Variation {
    private @Nullable ReferenceBroadcastChannel oldest;

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      ReferenceBroadcastChannel channel = new ReferenceBroadcastChannel(realm, name) {
        @Override
        void fire(String type, @Nullable Object data, String origin) {
          dispatch(
              new ReferenceMessageEvent(
                  realm, type, new MessageEventInit(false, false, false, data, origin, "", null, List.of()), true) {
                @Override
                public @Nullable EventTarget getTarget() {
                  exercise();
                  return oldest;
                }
              });
        }
      };
      oldest = oldest == null ? channel : oldest;
      return channel;
    }
  }

  @Mutant(killedBy = "bc.close.flag")
  static final class RefusesToCloseTwice extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public void close() {
          if (closed()) {
            exercise();
            throw new DOMException("the channel is closed", "InvalidStateError");
          }
          super.close();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.close.name-stays")
  static final class ForgetsItsName extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        @Override
        public String getName() {
          if (closed()) {
            exercise();
          }
          return closed() ? "" : super.getName();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.close.permanent")
  static final class OnmessageOpensAgain extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        private boolean openedAgain;

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          openedAgain = super.closed();
        }

        @Override
        boolean closed() {
          if (openedAgain) {
            exercise();
          }
          return super.closed() && !openedAgain;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.handlers")
  static final class KeepsItsHandler extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
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
}
