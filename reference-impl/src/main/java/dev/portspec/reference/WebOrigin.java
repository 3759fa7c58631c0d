package dev.portspec.reference;

import dev.portspec.spi.Origin;

/**
 * An origin. Two are the same origin exactly when they are equal: an opaque one is only like itself.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin">HTML, origin</a>
 */
sealed interface WebOrigin {
  /** What the origin is to scripts. */
  // https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
  String serialization();

  /** One that the suite asks for; each opaque one is another. */
  static WebOrigin of(Origin origin) {
    return switch (origin) {
      case SAME -> new Tuple("https", "window.example", Tuple.DEFAULT_PORT);
      case OTHER -> new Tuple("https", "other.example", Tuple.DEFAULT_PORT);
      case OPAQUE -> new Opaque();
    };
  }

  /** An opaque origin. */
  final class Opaque implements WebOrigin {
    @Override
    public String serialization() {
      return "null";
    }
  }

  /**
   * A tuple origin.
   *
   * @param port that of the URL, or {@link #DEFAULT_PORT}
   */
  record Tuple(String scheme, String host, int port) implements WebOrigin {
    static final int DEFAULT_PORT = -1;

    @Override
    public String serialization() {
      return scheme + "://" + host + (port == DEFAULT_PORT ? "" : ":" + port);
    }
  }
}
