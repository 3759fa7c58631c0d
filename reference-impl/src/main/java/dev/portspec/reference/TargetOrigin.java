package dev.portspec.reference;

import dev.portspec.api.DOMException;
import io.mola.galimatias.GalimatiasParseException;
import io.mola.galimatias.URL;
import java.util.Set;

/**
 * The origin of a URL that names a target. It is apart from the window, so that who names no URL needs no parser.
 *
 * <p>DEVIATION: the parser is older than the standard's rules for hosts that end in a number and for ports above 65535:
 * it takes such a host for a domain, and such a port for a port.
 *
 * @see <a href="https://url.spec.whatwg.org/#concept-url-origin">URL, origin</a>
 */
final class TargetOrigin {
  /** The special schemes but {@code file}, whose origin is up to the implementation: here it is opaque. */
  private static final Set<String> WITH_ORIGIN = Set.of("ftp", "http", "https", "ws", "wss");

  private TargetOrigin() {}

  /**
   * The origin of a URL without a base.
   *
   * @throws DOMException {@code SyntaxError} if that is no URL
   */
  static WebOrigin parse(String targetOrigin) {
    URL parsedUrl;
    try {
      parsedUrl = URL.parse(targetOrigin);
    } catch (GalimatiasParseException failure) {
      throw new DOMException("a target origin is *, / or a URL, not: " + targetOrigin, "SyntaxError");
    }
    return originOf(parsedUrl);
  }

  // LEFT OUT: the origin inside a blob: URL; there are no blobs here, and such a URL is opaque
  private static WebOrigin originOf(URL url) {
    if (!WITH_ORIGIN.contains(url.scheme())) {
      return new WebOrigin.Opaque();
    }
    int port = url.port() == url.defaultPort() ? WebOrigin.Tuple.DEFAULT_PORT : url.port();
    return new WebOrigin.Tuple(url.scheme(), url.host().toString(), port);
  }
}
