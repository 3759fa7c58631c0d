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
  private static final byte[] PAGE =
      """
      <!DOCTYPE html>
      <meta charset="utf-8">
      <title>Portspec</title>
      <link rel="icon" href="data:,">
      <script src="agent.js"></script>
      """
          .getBytes(StandardCharsets.UTF_8);

  // the page is isolated, so that browsers give it shared memory
  private static final Map<String, String> ISOLATION =
      Map.of(
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Embedder-Policy", "require-corp",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

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

  /** Issues a token; whoever connects with it first, to the window's place or a worker's, is the agent of that. */
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
    } else if (!isOurs(exchange)) {
      exchange.setStatusCode(StatusCodes.FORBIDDEN);
      exchange.endExchange();
    } else if (path[2].equals("agent") && guest(path) != null) {
      sockets.handleRequest(exchange);
    } else if (path[2].equals("seen") && path.length == 5 && exchange.getRequestMethod().equals(Methods.POST)) {
      receive(exchange, guest(path));
    } else if (path.length > 3) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.endExchange();
    } else if (path[2].isEmpty()) {
      send(exchange, "text/html; charset=utf-8", PAGE);
    } else if (path[2].equals("agent.js")) {
      send(exchange, "text/javascript; charset=utf-8", agent.bytes());
    } else {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.endExchange();
    }
  }

  /** Whose place it is: .../agent is the window's, .../agent/world/name a worker's, .../seen/world/name too. */
  private @Nullable AgentConnection guest(String[] path) {
    Guests guests = expected.get(path[1]);
    if (guests == null) {
      return null;
    }
    return path.length == 3 ? guests.window() : path.length == 5 ? guests.worker(path[3], path[4]) : null;
  }

  /** Takes what a worker has seen: it goes on when it is ours. */
  private static void receive(HttpServerExchange exchange, @Nullable AgentConnection connection) {
    ISOLATION.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
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
  private boolean isOurs(HttpServerExchange exchange) {
    String authority = AgentAddress.HOST + ":" + port;
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return authority.equals(exchange.getHostAndPort()) && (origin == null || origin.equals("http://" + authority));
  }

  private static void send(HttpServerExchange exchange, String type, byte[] body) {
    ISOLATION.forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
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
