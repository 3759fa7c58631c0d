package dev.portspec.engines;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.Options;

/**
 * Where agents connect: a page with the agent for engines that load pages, and a WebSocket. It listens on loopback, and
 * serves only who knows a token that was issued and comes from our own page or from no page at all.
 *
 * <p><b>Threads:</b> any.
 */
final class AgentServer implements AutoCloseable {
  // for an opaque origin the script is another's, whose exceptions are withheld unless it is asked for with CORS
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <title>Portspec</title>
      <link rel="icon" href="data:,">
      <script crossorigin src="/%s/agent.js"></script>
      """;

  // the page is isolated, so that browsers give it shared memory, and so are the frames in it
  private static final Map<String, String> ISOLATION =
      Map.of(
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Embedder-Policy", "require-corp");
  private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final String SCHEME = "http://";
  private static final String OPAQUE = "null";

  // held, so that their levels stay: a server on loopback for one run has nothing to announce
  private static final List<Logger> QUIET = List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Guests> expected = new ConcurrentHashMap<>();
  private final AgentSource agent;
  private final Undertow undertow;
  private final int port;

  AgentServer(AgentSource agent) {
    this.agent = agent;
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    WebSocketProtocolHandshakeHandler sockets = new WebSocketProtocolHandshakeHandler(this::connected);
    undertow =
        Undertow.builder()
            .addHttpListener(0, AgentAddress.HOST)
            .setIoThreads(1)
            .setWorkerThreads(1)
            .setSocketOption(Options.TCP_NODELAY, true)
            .setWorkerOption(Options.THREAD_DAEMON, true)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) AgentConnection.LONGEST_MESSAGE)
            .setHandler(exchange -> serve(exchange, sockets))
            .build();
    undertow.start();
    port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  /** What it serves to pages. */
  AgentSource agent() {
    return agent;
  }

  /** Issues a token; whoever connects with it first, to the place of the window, a worker or a frame, is its agent. */
  AgentAddress expect(Guests guests) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    expected.put(token, guests);
    return new AgentAddress(port, token);
  }

  /** Takes a token back. */
  void forget(AgentAddress address) {
    expected.remove(address.token());
  }

  private void serve(HttpServerExchange exchange, WebSocketProtocolHandshakeHandler sockets) throws Exception {
    String[] path = exchange.getRequestPath().split("/", -1);
    if (path.length < 3 || !expected.containsKey(path[1])) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.endExchange();
    } else if (!isOurs(exchange, path)) {
      exchange.setStatusCode(StatusCodes.FORBIDDEN);
      exchange.endExchange();
    } else if (path[2].equals("agent") && guest(path) != null) {
      sockets.handleRequest(exchange);
    } else if (path[2].equals("seen") && path.length == 5 && exchange.getRequestMethod().equals(Methods.POST)) {
      receive(exchange, guest(path));
    } else if (path[2].equals("frame") && path.length == 5) {
      exchange.getResponseHeaders().put(RESOURCE_POLICY, "cross-origin");
      sendPage(exchange, path[1]);
    } else if (path.length > 3) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.endExchange();
    } else if (path[2].isEmpty()) {
      sendPage(exchange, path[1]);
    } else if (path[2].equals("agent.js")) {
      // each frame loads it, and its address is good for one program only
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "max-age=86400").put(Headers.VARY, Headers.ORIGIN_STRING);
      send(exchange, "text/javascript; charset=utf-8", agent.bytes());
    } else {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.endExchange();
    }
  }

  private static void sendPage(HttpServerExchange exchange, String token) {
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    send(exchange, "text/html; charset=utf-8", PAGE.formatted(token).getBytes(StandardCharsets.UTF_8));
  }

  /** Whose place it is: .../agent is the window's, .../agent/world/name a worker's or frame's, .../seen/… too. */
  private @Nullable AgentConnection guest(String[] path) {
    Guests guests = expected.get(path[1]);
    if (guests == null) {
      return null;
    }
    return path.length == 3 ? guests.window() : path.length == 5 ? guests.worker(path[3], path[4]) : null;
  }

  /** Takes what a worker or frame has seen: it goes on when it is ours. */
  private static void receive(HttpServerExchange exchange, @Nullable AgentConnection connection) {
    isolate(exchange);
    if (connection == null || connection.failure() != null) {
      exchange.setStatusCode(StatusCodes.GONE);
      exchange.endExchange();
      return;
    }
    exchange
        .getRequestReceiver()
        .receiveFullString(
            (received, text) -> {
              connection.receive(text);
              received.setStatusCode(StatusCodes.NO_CONTENT);
              received.endExchange();
            },
            (failed, error) -> {
              connection.flood();
              failed.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
              failed.endExchange();
            },
            StandardCharsets.UTF_8);
  }

  /** A page of somebody else's names its own origin, or reaches us under another name. */
  private boolean isOurs(HttpServerExchange exchange, String[] path) {
    String authority = exchange.getHostAndPort();
    String origin = originOf(exchange);
    return isOurs(authority)
        && (origin == null
            || origin.equals(SCHEME + authority)
            || (path[2].equals("frame") && origin.startsWith(SCHEME) && isOurs(origin.substring(SCHEME.length())))
            || (origin.equals(OPAQUE) && isForFrames(path)));
  }

  private boolean isOurs(String authority) {
    return AgentAddress.HOSTS.stream().anyMatch(host -> authority.equals(host + ":" + port));
  }

  /** What a frame of an opaque origin asks for: the script, and its own places. */
  private static boolean isForFrames(String[] path) {
    return path.length == 3 ? path[2].equals("agent.js") : path.length == 5;
  }

  private static @Nullable String originOf(HttpServerExchange exchange) {
    return exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
  }

  private static void isolate(HttpServerExchange exchange) {
    ISOLATION.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (OPAQUE.equals(originOf(exchange))) {
      exchange.getResponseHeaders().put(ALLOW_ORIGIN, OPAQUE);
    }
  }

  private static void send(HttpServerExchange exchange, String type, byte[] body) {
    isolate(exchange);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }

  private void connected(WebSocketHttpExchange exchange, WebSocketChannel channel) {
    String[] path = exchange.getRequestURI().split("/", -1);
    for (int i = 0; i < path.length; i++) {
      path[i] = URLDecoder.decode(path[i].replace("+", "%2B"), StandardCharsets.UTF_8);
    }
    AgentConnection connection = guest(path);
    if (connection == null || !connection.open(channel)) {
      AgentConnection.refuse(channel);
    }
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
