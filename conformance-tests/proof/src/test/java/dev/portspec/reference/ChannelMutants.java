package dev.portspec.reference;

import dev.portspec.api.MessageChannel;
import dev.portspec.api.PlainObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a channel and what it returns. */
final class ChannelMutants {
  private ChannelMutants() {}

  @Mutant(killedBy = "channel.ctor.two-ports")
  static final class HasOnePort extends Variation {
    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      return new ReferenceChannel(realm) {
        @Override
        public ReferencePort getPort2() {
          exercise();
          return getPort1();
        }
      };
    }
  }

  @Mutant(killedBy = "channel.ctor.independent")
  static final class SharesOneChannel extends Variation {
    private @Nullable ReferenceChannel last;

    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      if (last != null && last.getPort1().realm() == realm) {
        exercise();
        return last;
      }
      last = new ReferenceChannel(realm);
      return last;
    }
  }

  @Mutant(killedBy = "channel.port1.same-object")
  static final class MakesPort1AtEachRead extends Variation {
    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      return new ReferenceChannel(realm) {
        @Override
        public ReferencePort getPort1() {
          exercise();
          ReferencePort port = new ReferencePort(realm);
          realm.locked(() -> ChannelEnd.entangle(port, super.getPort2()));
          return port;
        }
      };
    }
  }

  @Mutant(killedBy = "channel.port2.same-object")
  static final class MakesPort2AtEachRead extends Variation {
    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      return new ReferenceChannel(realm) {
        @Override
        public ReferencePort getPort2() {
          exercise();
          ReferencePort port = new ReferencePort(realm);
          realm.locked(() -> ChannelEnd.entangle(port, super.getPort1()));
          return port;
        }
      };
    }
  }

  @Mutant(killedBy = "channel.getters-survive-transfer")
  static final class ReplacesDetachedPorts extends Variation {
    @Override
    MessageChannel newChannel(ReferenceRealm realm) {
      return new ReferenceChannel(realm) {
        @Override
        public ReferencePort getPort1() {
          return attached(super.getPort1());
        }

        @Override
        public ReferencePort getPort2() {
          return attached(super.getPort2());
        }

        private ReferencePort attached(ReferencePort port) {
          if (!port.detached()) {
            return port;
          }
          exercise();
          return new ReferencePort(realm);
        }
      };
    }
  }

  @Mutant(killedBy = "channel.not-cloneable")
  static final class ClonesChannels extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          boolean isChannel = message instanceof MessageChannel;
          if (isChannel) {
            exercise();
          }
          super.postMessageSteps(targetPort, isChannel ? new PlainObject() : message, transfer);
        }
      };
    }
  }
}
