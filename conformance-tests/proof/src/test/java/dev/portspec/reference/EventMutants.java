package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PlainObject;
import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the event of a message. */
final class EventMutants {
  private EventMutants() {}

  private static MessageEventInit init(@Nullable Object data, List<? extends MessagePort> ports) {
    return new MessageEventInit(false, false, false, data, "", "", null, List.copyOf(ports));
  }

  @Mutant(killedBy = "port.post.ports-frozen", seenIn = {"nodejs/node#37358", "denoland/deno#34773"})
  static final class MutablePorts extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          exercise();
          List<MessagePort> mutable = new ArrayList<>(ports);
          dispatch(
              new ReferenceMessageEvent(realm, type, init(data, ports), true) {
                @Override
                public List<MessagePort> getPorts() {
                  return mutable;
                }
              });
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-empty-frozen", seenIn = {"nodejs/node#37358", "denoland/deno#34773"})
  static final class NullPorts extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          if (!ports.isEmpty()) {
            super.fire(type, data, ports);
            return;
          }
          exercise();
          dispatch(
              new ReferenceMessageEvent(realm, type, init(data, ports), true) {
                @Override
                @NullUnmarked
                public List<MessagePort> getPorts() {
                  return null;
                }
              });
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.ports-identity", seenIn = "denoland/deno#11102")
  static final class PortNotInData extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          if (data instanceof PlainObject object) {
            object.ownKeys().stream().filter(key -> object.get(key) instanceof MessagePort).forEach(key -> {
              exercise();
              object.define(key, Undefined.UNDEFINED);
            });
          }
          super.fire(type, data, ports);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.event-defaults", seenIn = "HtmlUnit/htmlunit#633")
  static final class WrongEventFields extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          exercise();
          MessageEventInit init =
              new MessageEventInit(false, false, false, data, "http://localhost", "", this, List.copyOf(ports));
          dispatch(new ReferenceMessageEvent(realm, type, init, true));
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.messageerror", seenIn = {"oven-sh/bun#39408", "WebKit/WebKit#6654"})
  static final class SwallowsMessageErrors extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          if (type.equals("messageerror")) {
            exercise();
          } else {
            super.fire(type, data, ports);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.delivery.exactly-once")
  static final class DeliversTwice extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
          exercise();
          super.fire(type, data, ports);
          super.fire(type, data, ports);
        }
      };
    }
  }
}
