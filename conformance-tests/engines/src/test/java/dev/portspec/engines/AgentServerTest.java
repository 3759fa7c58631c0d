package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server knows its agents, and nobody else. */
class AgentServerTest {
  private static final long PATIENCE = 10;
  private static AgentServer server;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Inbox inbox = new Inbox();
  private final Guests guests = new Guests(inbox);
  private final AgentConnection connection = guests.window();
  private AgentAddress address;

  @BeforeAll
  static void start() {
    server = new AgentServer(AgentSource.load());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void expect() {
    address = server.expect(guests);
  }

  @Test
  void thePageLoadsTheAgent() throws Exception {
    assertThat(get(address.page()).body()).contains("src=\"/" + address.token() + "/agent.js\"");
    assertThat(get(address.page() + "agent.js").body()).contains("WebSocket");
    assertThat(get(address.page()).headers().firstValue("Cross-Origin-Embedder-Policy")).contains("require-corp");
  }

  @Test
  void withoutTheTokenThereIsNothing() throws Exception {
    String wrong = address.page().replace(address.token(), "0".repeat(address.token().length()));

    assertThat(get(wrong).statusCode()).isEqualTo(404);
    assertThat(get("http://" + address.authority() + "/").statusCode()).isEqualTo(404);
    assertThat(get("http://" + address.authority() + "/agent.js").statusCode()).isEqualTo(404);
    assertThat(get(address.page() + "else").statusCode()).isEqualTo(404);
    assertRefused(address.socket().replace(address.token(), "wrong"), "http://" + address.authority(), 404);
  }

  @Test
  void aPageOfAnotherOriginIsRefused() throws Exception {
    assertRefused(address.socket(), "http://localhost:" + address.port(), 403);
    assertRefused(address.socket(), "null", 403);
  }

  @Test
  void anotherNameForThisMachineIsRefused() throws Exception {
    assertThat(answer("", "rebound.example:" + address.port())).startsWith("HTTP/1.1 403");
    assertThat(answer("", "localhost:1")).startsWith("HTTP/1.1 403");
    assertThat(answer("", address.authority())).startsWith("HTTP/1.1 200");
  }

  @Test
  void aFrameOfTheOtherOriginIsServedUnderTheOtherName() throws Exception {
    String name = "localhost:" + address.port();

    assertThat(answer("frame/1/frame1", name))
        .startsWith("HTTP/1.1 200")
        .contains("Cross-Origin-Resource-Policy: cross-origin", "Cross-Origin-Embedder-Policy: require-corp");
    assertThat(answer("frame/1/frame1", address.authority(), "http://" + name)).startsWith("HTTP/1.1 200");
    assertThat(answer("frame/1/frame1", name, "http://example.com")).startsWith("HTTP/1.1 403");
    assertThat(answer("frame/1", name)).startsWith("HTTP/1.1 404");
    assertThat(answer("agent.js", name, "http://" + address.authority())).as("only pages").startsWith("HTTP/1.1 403");
  }

  @Test
  void aFrameOfAnOpaqueOriginHasItsOwnPlacesAlone() throws Exception {
    String authority = address.authority();

    assertThat(answer("agent.js", authority, "null"))
        .startsWith("HTTP/1.1 200")
        .contains("Access-Control-Allow-Origin: null");
    assertThat(answer("seen/1/frame1", authority, "null")).as("it is no GET").startsWith("HTTP/1.1 404");
    assertThat(answer("", authority, "null")).startsWith("HTTP/1.1 403");
    assertThat(answer("agent", authority, "null")).startsWith("HTTP/1.1 403");
    assertThat(answer("agent.js", authority)).doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void aTokenThatWasTakenBackIsNoToken() throws Exception {
    server.forget(address);

    assertThat(get(address.page()).statusCode()).isEqualTo(404);
  }

  @Test
  void theFirstToConnectIsTheAgentAndTheSecondIsTurnedAway() throws Exception {
    WebSocket first = connect(address.socket(), new CompletableFuture<>());
    first.sendText("one", true).join();
    assertThat(received()).isEqualTo("one");

    CompletableFuture<String> closed = new CompletableFuture<>();
    connect(address.socket(), closed);

    assertThat(closed.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("closed");
    first.sendText("two", true).join();
    assertThat(received()).isEqualTo("two");
    assertThat(connection.failure()).isNull();
  }

  @Test
  void aBrokenConnectionSaysSo() throws Exception {
    WebSocket agent = connect(address.socket(), new CompletableFuture<>());
    agent.abort();

    assertThat(received()).isEmpty();
    assertThat(connection.failure()).contains("the connection broke");
  }

  @Test
  void aWorkerPostsAndConnectsUnderItsName() throws Exception {
    guests.expectWorld(3);
    AgentConnection worker = guests.worker("worker1");

    assertThat(post(seenBy("3/worker1"), "{\"seen\":[]}").statusCode()).isEqualTo(204);
    connect(address.socket() + "/3/worker1", new CompletableFuture<>()).sendText("two", true).join();

    assertThat(inbox.next(Duration.ofSeconds(PATIENCE))).isEqualTo(new Inbox.Message(worker, "{\"seen\":[]}"));
    assertThat(inbox.next(Duration.ofSeconds(PATIENCE))).isEqualTo(new Inbox.Message(worker, "two"));
  }

  @Test
  void aWorkerOfAWorldThatIsOverIsNotHeard() throws Exception {
    guests.expectWorld(3);
    assertThat(post(seenBy("3/worker1"), "one").statusCode()).isEqualTo(204);
    guests.expectWorld(4);
    assertThat(post(seenBy("3/worker1"), "two").statusCode()).as("until its connections are ended").isEqualTo(204);
    guests.endFormer();

    assertThat(post(seenBy("3/worker1"), "three").statusCode()).isEqualTo(410);
    assertThat(post(seenBy("2/worker1"), "three").statusCode()).isEqualTo(410);
    assertRefused(address.socket() + "/3/worker1", "http://" + address.authority(), 404);
  }

  @Test
  void whoPostsNeedsTheTokenAndOurOrigin() throws Exception {
    guests.expectWorld(1);
    String uri = seenBy("1/worker1");

    assertThat(post(uri.replace(address.token(), "wrong"), "one").statusCode()).isEqualTo(404);
    assertThat(post(uri + "/more", "one").statusCode()).isEqualTo(404);
    assertThat(get(uri).statusCode()).isEqualTo(404);
    HttpRequest.Builder foreign = HttpRequest.newBuilder(URI.create(uri)).header("Origin", "http://example.com");
    assertThat(send(foreign.POST(HttpRequest.BodyPublishers.ofString("one"))).statusCode()).isEqualTo(403);
    assertThat(inbox.next(Duration.ZERO)).isNull();
  }

  private String received() throws InterruptedException {
    return inbox.next(Duration.ofSeconds(PATIENCE)).text();
  }

  private String seenBy(String worker) {
    return address.page() + "seen/" + worker;
  }

  private HttpResponse<String> get(String uri) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(uri)));
  }

  private HttpResponse<String> post(String uri, String body) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(uri)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private WebSocket connect(String uri, CompletableFuture<String> closed) throws Exception {
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public void onError(WebSocket socket, Throwable error) {
            closed.complete("closed");
          }

          @Override
          public CompletableFuture<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete("closed");
            return CompletableFuture.completedFuture(null);
          }
        };
    return client.newWebSocketBuilder().buildAsync(URI.create(uri), listener).get(PATIENCE, TimeUnit.SECONDS);
  }

  private void assertRefused(String uri, String origin, int status) {
    assertThatThrownBy(
            () ->
                client
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(URI.create(uri), new WebSocket.Listener() {})
                    .get(PATIENCE, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  /** What a GET is answered, where host and origin are what no client of Java lets us say. */
  private String answer(String path, String host, String... origin) throws IOException {
    try (Socket socket = new Socket(AgentAddress.HOST, address.port())) {
      String from = origin.length == 0 ? "" : "Origin: " + origin[0] + "\r\n";
      String request = "GET /%s/%s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n";
      socket
          .getOutputStream()
          .write(request.formatted(address.token(), path, host, from).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
