package dev.portspec.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that speaks the protocol until a script asks it to misbehave. */
final class FakeEngine implements WebSocket.Listener {
  private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");
  private static final String LINE = "{\"n\":1,\"in\":\"window\",\"saw\":\"flood\",\"value\":1}";
  private static final Pattern WORLD = Pattern.compile("\"world\":([0-9]+)");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private String world = "0";

  private FakeEngine(String address) {
    this.address = address;
  }

  public static void main(String[] args) throws Exception {
    System.out.println("the fake engine says " + args[1]);
    if (args[1].equals("dies at once")) {
      System.exit(7);
    }
    if (args[1].equals("never connects")) {
      new CountDownLatch(1).await();
    }
    FakeEngine engine = new FakeEngine(args[0]);
    WebSocket socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(args[0]), engine).join();
    String[] path = args[0].split("/");
    String token = args[1].equals("wrong token") ? "stranger" : path[path.length - 2];
    say(socket, hello(token, "window", args[1].equals("claims nonsense") ? "\"nonsense\"" : "\"gc\""));
    engine.closed.await();
  }

  private static String hello(String token, String realm, String claims) {
    return """
        {"hello": "%s", "realm": "%s", "protocol": 1, "engine": "fake", "version": "1", "can": [%s], "origin": "null",
         "seen": []}"""
        .formatted(token, realm, claims);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    String text = data.toString();
    Matcher matcher = ID.matcher(text);
    String id = matcher.find() ? matcher.group(1) : "0";
    Matcher opened = WORLD.matcher(text);
    world = opened.find() ? opened.group(1) : world;
    if (text.contains("please start a worker")) {
      say(socket, "{\"re\":%s,\"seen\":[{\"n\":1,\"in\":\"window\",\"starts\":\"worker1\"}]}".formatted(id));
      new Thread(() -> beAWorker(text)).start();
    } else if (text.contains("please die")) {
      System.out.println("dying now");
      Runtime.getRuntime().halt(3);
    } else if (text.contains("please send garbage")) {
      say(socket, "garbage");
    } else if (text.contains("please break the schema")) {
      say(socket, "{\"re\":%s}".formatted(id));
    } else if (text.contains("please answer another")) {
      say(socket, "{\"re\":99,\"seen\":[]}");
    } else if (text.contains("please flood the log")) {
      flood(socket, "{\"seen\":[%s]}".formatted(String.join(",", List.of(LINE, LINE, LINE, LINE))));
    } else if (text.contains("please flood")) {
      flood(socket, "{\"seen\":[]}");
    } else if (text.contains("please start a child")) {
      startChild();
      say(socket, "{\"re\":%s,\"seen\":[]}".formatted(id));
    } else if (!text.contains("please hang")) {
      say(socket, "{\"re\":%s,\"seen\":[]}".formatted(id));
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.countDown();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.countDown();
  }

  /** A worker that never begins does nothing here. */
  private void beAWorker(String request) {
    if (request.contains("that floods")) {
      while (post("{\"seen\":[%s]}".formatted(LINE.replace("window", "worker1"))) == 204) {
        Thread.onSpinWait();
      }
    } else if (request.contains("that babbles")) {
      post("garbage");
    } else if (request.contains("that hangs")) {
      String[] path = address.split("/");
      URI uri = URI.create(address + "/" + world + "/worker1");
      WebSocket socket = client.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {}).join();
      say(socket, hello(path[path.length - 2], "worker1", ""));
    }
  }

  private int post(String message) {
    URI uri = URI.create(address.replaceFirst("^ws", "http").replaceFirst("agent$", "seen/" + world + "/worker1"));
    HttpRequest request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(message)).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join().statusCode();
  }

  private void flood(WebSocket socket, String message) {
    while (closed.getCount() > 0 && !socket.isOutputClosed()) {
      say(socket, message);
    }
  }

  /** One at a time: an answer may be due before the hello has left, and a socket refuses two pending texts. */
  private static synchronized void say(WebSocket socket, String message) {
    socket.sendText(message, true).join();
  }

  private static void startChild() {
    try {
      new ProcessBuilder(command("", "never connects")).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> command(String socket, String behaviour) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of("-cp", classes(), FakeEngine.class.getName(), socket, behaviour));
    return command;
  }

  private static String classes() {
    try {
      return Path.of(FakeEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How it is started. */
  record Launch(String behaviour) implements Engine {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Path program() {
      return Path.of("java");
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) {
      return FakeEngine.command(address.socket(), behaviour);
    }

    @Override
    public String hint() {
      return "it must behave";
    }
  }
}
