package dev.portspec.spi;

import dev.portspec.api.Window;
import dev.portspec.api.WindowProxy;

/** A realm whose global is a window: capabilities {@code frames}, {@code windows}, {@code navigation}. */
public interface WindowRealm extends SubjectRealm {
  @Override
  Window global();

  /** A new nested window, in this realm's agent when the origin is its own. */
  default WindowRealm newFrame(Origin origin) {
    throw new UnclaimedException(Capability.FRAMES);
  }

  /** This window as others hold it. */
  default WindowProxy proxy() {
    throw new UnclaimedException(Capability.FRAMES);
  }

  /** Removes this frame from its parent: its document is destroyed. */
  default void remove() {
    throw new UnclaimedException(Capability.NAVIGATION);
  }

  /** Loads another document of that origin into this frame and returns its realm. */
  default WindowRealm navigate(Origin origin) {
    throw new UnclaimedException(Capability.NAVIGATION);
  }

  /** The serialization of an origin that the suite asks for. */
  default String serializationOf(Origin origin) {
    throw new UnclaimedException(Capability.ORIGINS);
  }
}
