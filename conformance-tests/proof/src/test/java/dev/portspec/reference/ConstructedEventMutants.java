package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PlainObject;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong when a script makes a message event. */
final class ConstructedEventMutants {
  private ConstructedEventMutants() {}

  /** Events of script show something else than what they were made with. */
  private abstract static class OfScript extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return isTrusted ? super.newMessageEvent(realm, type, init, true) : new Other(realm, type, init);
    }

    private final class Other extends ReferenceMessageEvent {
      Other(ReferenceRealm realm, String type, MessageEventInit init) {
        super(realm, type, init, false);
      }

      @Override
      public @Nullable Object getData() {
        return data(super.getData());
      }

      @Override
      public String getOrigin() {
        return origin(super.getOrigin());
      }

      @Override
      public String getLastEventId() {
        return lastEventId(super.getLastEventId());
      }

      @Override
      public @Nullable Object getSource() {
        return source(super.getSource());
      }

      @Override
      public List<MessagePort> getPorts() {
        return ports(super.getPorts());
      }
    }

    @Nullable Object data(@Nullable Object data) {
      return data;
    }

    String origin(String origin) {
      return origin;
    }

    String lastEventId(String lastEventId) {
      return lastEventId;
    }

    @Nullable Object source(@Nullable Object source) {
      return source;
    }

    List<MessagePort> ports(List<MessagePort> ports) {
      return ports;
    }

    /** Something else than what the reference has. */
    final <T> T other(T value) {
      exercise();
      return value;
    }
  }

  @Mutant(killedBy = "mevent.default.data")
  static final class DataIsUndefined extends OfScript {
    @Override
    @Nullable Object data(@Nullable Object data) {
      return data == null ? other(Undefined.UNDEFINED) : data;
    }
  }

  @Mutant(killedBy = "mevent.default.origin")
  static final class OriginIsNull extends OfScript {
    @Override
    String origin(String origin) {
      return origin.isEmpty() ? other("null") : origin;
    }
  }

  @Mutant(killedBy = "mevent.default.lasteventid")
  static final class LastEventIdIsANumber extends OfScript {
    @Override
    String lastEventId(String lastEventId) {
      return lastEventId.isEmpty() ? other("0") : lastEventId;
    }
  }

  @Mutant(killedBy = "mevent.default.source")
  static final class SourceIsUndefined extends OfScript {
    @Override
    @Nullable Object source(@Nullable Object source) {
      return source == null ? other(Undefined.UNDEFINED) : source;
    }
  }

  @Mutant(killedBy = "mevent.default.ports")
  static final class EmptyPortsAreNotFrozen extends OfScript {
    @Override
    List<MessagePort> ports(List<MessagePort> ports) {
      return ports.isEmpty() ? other(new ArrayList<>()) : ports;
    }
  }

  @Mutant(killedBy = "mevent.data.any-identity")
  static final class CopiesTheData extends OfScript {
    @Override
    @Nullable Object data(@Nullable Object data) {
      if (data instanceof PlainObject object) {
        PlainObject copy = new PlainObject();
        object.ownKeys().forEach(key -> copy.define(key, object.get(key)));
        return other(copy);
      }
      return data;
    }
  }

  @Mutant(killedBy = "mevent.origin.string-passthrough")
  static final class ParsesTheOrigin extends OfScript {
    @Override
    String origin(String origin) {
      return origin.isEmpty() || origin.contains("://") ? origin : other("null");
    }
  }

  @Mutant(killedBy = "mevent.lasteventid.passthrough")
  static final class ReplacesLoneSurrogatesOfTheId extends OfScript {
    @Override
    String lastEventId(String lastEventId) {
      return lastEventId.equals("\uD800") ? other("\uFFFD") : lastEventId;
    }
  }

  @Mutant(killedBy = "mevent.source.identity")
  static final class SourceIsAnotherPort extends OfScript {
    @Override
    @Nullable Object source(@Nullable Object source) {
      return source instanceof ReferencePort port ? other(new ReferencePort(port.realm())) : source;
    }
  }

  @Mutant(killedBy = "mevent.ctor.dict-optional")
  static final class NeedsTheDictionary extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      if (init == MessageEventInit.DEFAULTS) {
        exercise();
        throw new WebTypeError("2 arguments required, but only 1 present");
      }
      return super.newMessageEvent(realm, type, init, isTrusted);
    }
  }

  @Mutant(killedBy = "mevent.ctor.untrusted")
  static final class TrustsEventsOfScript extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      if (!isTrusted) {
        exercise();
      }
      return super.newMessageEvent(realm, type, init, true);
    }
  }

  @Mutant(killedBy = "mevent.default.event-flags")
  static final class AlwaysBubbles extends Variation {
    @Override
    ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
      return new ReferenceMessageEvent(realm, type, init, isTrusted) {
        @Override
        public boolean getBubbles() {
          if (!super.getBubbles()) {
            exercise();
          }
          return true;
        }
      };
    }
  }
}
