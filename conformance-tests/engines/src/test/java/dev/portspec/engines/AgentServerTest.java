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
  private final AgentConnection connection = new AgentConnection();
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
    address = server.expect(connection);
  }

  @Test
  void thePageLoadsTheAgent() throws Exception {
    assertThat(get(address.page()).body()).contains("src=\"agent.js\"");
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
    assertThat(statusUnderHost("rebound.example:" + address.port())).startsWith("HTTP/1.1 403");
    assertThat(statusUnderHost(address.authority())).startsWith("HTTP/1.1 200");
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
    assertThat(connection.receive(Duration.ofSeconds(PATIENCE))).isEqualTo("one");

    CompletableFuture<String> closed = new CompletableFuture<>();
    connect(address.socket(), closed);

    assertThat(closed.get(PATIENCE, TimeUnit.SECONDS)).isEqualTo("closed");
    first.sendText("two", true).join();
    assertThat(connection.receive(Duration.ofSeconds(PATIENCE))).isEqualTo("two");
    assertThat(connection.failure()).isNull();
  }

  @Test
  void aBrokenConnectionSaysSo() throws Exception {
    WebSocket agent = connect(address.socket(), new CompletableFuture<>());
    agent.abort();

    assertThat(connection.receive(Duration.ofSeconds(PATIENCE))).isNull();
    assertThat(connection.failure()).contains("the connection broke");
  }

  private HttpResponse<String> get(String uri) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
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

  private String statusUnderHost(String host) throws IOException {
    try (Socket socket = new Socket(AgentAddress.HOST, address.port())) {
      String request = "GET /%s/ HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(address.token(), host);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
