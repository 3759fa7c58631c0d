package dev.portspec.spi;

import dev.portspec.api.Window;
import dev.portspec.api.WindowProxy;

/**
 * A realm whose global is a window: capability {@code frames}.
 *
 * <p><b>Threads:</b> as for any realm; but {@link #remove} and {@link #navigate} are called in a task of the window that
 * contains this one, and {@link #proxy} and {@link #serializationOf} from any thread.
 */
public interface WindowRealm extends SubjectRealm {
  @Override
  Window global();

  /** This window as others hold it: the same object as {@code global().getWindow()}. */
  WindowProxy proxy();

  /**
   * A new nested window, in this realm's agent when it has this realm's origin, in an agent of its own when not. Its
   * document is loaded and active when this returns.
   */
  default WindowRealm newFrame(Origin origin) {
    throw new UnclaimedException(Capability.FRAMES);
  }

  /**
   * Removes this frame from its parent: its document is destroyed, and so are those inside it. In the parent's agent its
   * realm still runs what it is given to {@link #execute}, as scripts of a removed frame can still be called; a frame
   * with an agent of its own {@linkplain #hasEnded has ended}.
   */
  default void remove() {
    throw new UnclaimedException(Capability.NAVIGATION);
  }

  /**
   * Loads another document of that origin into this frame, and returns its realm once it is active. The document that
   * was there is destroyed; its window's {@link #proxy} stands for the new window now.
   */
  default WindowRealm navigate(Origin origin) {
    throw new UnclaimedException(Capability.NAVIGATION);
  }

  /** The serialization of an origin that the suite asks for; not of {@link Origin#OPAQUE}, which is {@code "null"}. */
  default String serializationOf(Origin origin) {
    throw new UnclaimedException(Capability.ORIGINS);
  }
}
