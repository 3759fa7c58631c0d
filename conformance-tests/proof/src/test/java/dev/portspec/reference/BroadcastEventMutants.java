package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the event of a broadcast, and with who hears it. */
final class BroadcastEventMutants {
  private BroadcastEventMutants() {}

  private static MessageEventInit init(boolean bubbles, @Nullable Object data, String origin) {
    return new MessageEventInit(bubbles, false, false, data, origin, "", null, List.of());
  }

  @Mutant(killedBy = "bc.event.fields")
  static final class BroadcastsLikeAScript extends BroadcastVariation {
    @Override
    ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
      exercise();
      return new ReferenceMessageEvent(channel.realm(), type, init(false, data, origin), false);
    }
  }

  @Mutant(killedBy = "bc.event.fields")
  static final class BroadcastsBubble extends BroadcastVariation {
    @Override
    ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
      exercise();
      return new ReferenceMessageEvent(channel.realm(), type, init(true, data, origin), true);
    }
  }

  @Mutant(killedBy = "bc.event.fields")
  static final class BroadcastsNullForTheFalsy extends BroadcastVariation {
    @Override
    ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
      boolean falsy = "".equals(data) || Boolean.FALSE.equals(data) || Double.valueOf(0).equals(data);
      if (falsy) {
        exercise();
      }
      return super.event(channel, type, falsy ? null : data, origin);
    }
  }

  @Mutant(killedBy = "bc.event.fields")
  static final class BroadcastsHaveNoPortsAtAll extends BroadcastVariation {
    @Override
    ReferenceMessageEvent event(VariedChannel channel, String type, @Nullable Object data, String origin) {
      return new ReferenceMessageEvent(channel.realm(), type, init(false, data, origin), true) {
        @Override
        @NullUnmarked
        public List<MessagePort> getPorts() {
          exercise();
          return null;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.enabled-from-start")
  static final class KeepsBroadcastsForAListener extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        private final List<Runnable> kept = new ArrayList<>();
        private boolean listens;

        @Override
        void receive(SerializedWithTransfer serialized, String sourceOrigin) {
          if (listens) {
            super.receive(serialized, sourceOrigin);
          } else {
            exercise();
            kept.add(() -> super.receive(serialized, sourceOrigin));
          }
        }

        @Override
        void append(RegisteredListener listener) {
          super.append(listener);
          listens = true;
          kept.forEach(realm::queueDomManipulation);
          kept.clear();
        }
      };
    }
  }

  @Mutant(killedBy = "bc.enabled-from-start")
  static final class IsDeafWhileItsHandlerIsNull extends Variation {
    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      return new ReferenceBroadcastChannel(realm, name) {
        private boolean deaf;

        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          deaf = handler == null;
        }

        @Override
        void receive(SerializedWithTransfer serialized, String sourceOrigin) {
          if (deaf) {
            exercise();
          } else {
            super.receive(serialized, sourceOrigin);
          }
        }
      };
    }
  }

  /** A variation of the event handlers of broadcast channels. */
  private abstract static class Handlers extends Variation {
    @Override
    final EventHandlers newEventHandlers(ReferenceEventTarget target) {
      return target instanceof ReferenceBroadcastChannel ? varied(target) : super.newEventHandlers(target);
    }

    abstract EventHandlers varied(ReferenceEventTarget channel);
  }

  @Mutant(killedBy = "bc.handlers")
  static final class HasABroadcastHandlerAtFirst extends Handlers {
    @Override
    EventHandlers varied(ReferenceEventTarget channel) {
      return new EventHandlers(channel) {
        @Override
        @Nullable EventListener get(String type) {
          if (handlerMap.containsKey(type)) {
            return super.get(type);
          }
          exercise();
          return event -> event;
        }
      };
    }
  }

  @Mutant(killedBy = "bc.handlers")
  static final class AReplacedHandlerMovesLast extends Handlers {
    @Override
    EventHandlers varied(ReferenceEventTarget channel) {
      return new EventHandlers(channel) {
        @Override
        void set(String type, @Nullable EventListener value) {
          if (get(type) != null && value != null) {
            exercise();
            super.set(type, null);
          }
          super.set(type, value);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.handlers")
  static final class AHandlerHearsErrorsToo extends Handlers {
    @Override
    EventHandlers varied(ReferenceEventTarget channel) {
      return new EventHandlers(channel) {
        @Override
        void set(String type, @Nullable EventListener value) {
          super.set(type, value);
          if (type.equals("message") && value != null) {
            exercise();
            channel.addEventListener("messageerror", value, ListenerOptions.NONE);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "bc.handlers")
  static final class ChannelsShareTheValuesOfHandlers extends Handlers {
    private final Map<String, EventListener> values = new HashMap<>();

    @Override
    EventHandlers varied(ReferenceEventTarget channel) {
      return new EventHandlers(channel) {
        @Override
        void set(String type, @Nullable EventListener value) {
          super.set(type, value);
          values.put(type, value);
        }

        @Override
        @Nullable EventListener get(String type) {
          if (values.get(type) != super.get(type)) {
            exercise();
          }
          return values.get(type);
        }
      };
    }
  }
}
