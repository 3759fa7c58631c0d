package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.DedicatedWorkerGlobalScope;
import dev.portspec.api.Event;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.api.Undefined;
import dev.portspec.spi.Origin;
import dev.portspec.spi.SubjectRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the README are this code, and work. */
@Timeout(30)
class ReadmeTest {
  private static final String BEGIN = "    // README";
  private static final String END = "    // end";

  @Test
  void twoAgentsAndAChannel() throws Exception {
    // README
    CompletableFuture<Object> answer = new CompletableFuture<>();
    try (ReferenceWorld world = ReferenceWorld.open()) {
      ReferenceRealm asker = world.newAgent("asker");
      ReferenceRealm adder = world.newAgent("adder");
      asker.execute(() -> {
        MessagePort port = asker.connect(adder, other -> other.setOnmessage(event -> {
          List<?> numbers = (List<?>) ((MessageEvent) event).getData();
          other.postMessage(numbers.stream().mapToDouble(n -> (Double) n).sum());
          return Undefined.UNDEFINED;
        }));
        port.setOnmessage(event -> answer.complete(((MessageEvent) event).getData()));
        port.postMessage(List.of(1, 2, 3));
      });
      answer.get(); // 6.0: a number of the web is a Double
    }
    // end
    assertThat(answer.get()).isEqualTo(6.0);
  }

  @Test
  void aDocumentAndItsFrame() throws Exception {
    // README
    CompletableFuture<Object> answer = new CompletableFuture<>();
    try (ReferenceWorld world = ReferenceWorld.open()) {
      ReferenceWindowRealm document = world.window();
      document.execute(() -> {
        ReferenceWindowRealm frame = document.newFrame(Origin.OTHER);
        frame.execute(() -> frame.global().setOnmessage(event -> {
          MessagePort port = port(event);
          port.setOnmessage(message -> {
            port.postMessage("a frame of " + frame.origin());
            return Undefined.UNDEFINED;
          });
          return Undefined.UNDEFINED;
        }));
        MessageChannel channel = document.newMessageChannel();
        channel.getPort1().setOnmessage(message -> answer.complete(((MessageEvent) message).getData()));
        frame.proxy().postMessage("your end", "https://other.example", List.of(channel.getPort2()));
        channel.getPort1().postMessage("who is there?");
      });
      answer.get(); // "a frame of https://other.example"
    }
    // end
    assertThat(answer.get()).isEqualTo("a frame of https://other.example");
  }

  @Test
  void twoFramesWithOneEndEach() {
    // README
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (ReferenceWorld world = ReferenceWorld.open()) {
      ReferenceWindowRealm document = world.window();
      document.execute(() -> {
        MessageChannel channel = document.newMessageChannel();
        Queue<MessagePort> ends = new ArrayDeque<>(List.of(channel.getPort1(), channel.getPort2()));
        for (Origin origin : List.of(Origin.SAME, Origin.OTHER)) {
          ReferenceWindowRealm frame = document.newFrame(origin);
          frame.execute(() -> frame.global().setOnmessage(event -> {
            MessagePort port = port(event);
            port.setOnmessage(message -> heard.add(origin + " heard " + ((MessageEvent) message).getData()));
            port.postMessage(origin.name());
            return Undefined.UNDEFINED;
          }));
          frame.proxy().postMessage("your end", "*", List.of(ends.remove()));
        }
      });
      world.settle(); // "SAME heard OTHER" and "OTHER heard SAME", in either order: the document is out of the way
    }
    // end
    assertThat(heard).containsExactlyInAnyOrder("SAME heard OTHER", "OTHER heard SAME");
  }

  @Test
  void twoDedicatedWorkersConnectedByAChannel() throws Exception {
    // README
    CompletableFuture<Object> heard = new CompletableFuture<>();
    Consumer<SubjectRealm> asks = realm -> self(realm).setOnmessage(event -> {
      MessagePort port = port(event);
      port.setOnmessage(answer -> heard.complete(((MessageEvent) answer).getData()));
      port.postMessage("who is there?");
      return Undefined.UNDEFINED;
    });
    Consumer<SubjectRealm> answers = realm -> self(realm).setOnmessage(event -> {
      MessagePort port = port(event);
      port.setOnmessage(question -> {
        port.postMessage("a worker");
        return Undefined.UNDEFINED;
      });
      return Undefined.UNDEFINED;
    });
    try (ReferenceWorld world = ReferenceWorld.open()) {
      ReferenceRealm window = world.window();
      window.execute(() -> {
        MessageChannel channel = window.newMessageChannel();
        window.newWorker(asks).postMessage("your end", List.of(channel.getPort1()));
        window.newWorker(answers).postMessage("your end", List.of(channel.getPort2()));
      });
      heard.get(); // "a worker": the window is out of the way
    }
    // end
    assertThat(heard.get()).isEqualTo("a worker");
  }

  private static DedicatedWorkerGlobalScope self(SubjectRealm realm) {
    return (DedicatedWorkerGlobalScope) realm.global();
  }

  private static MessagePort port(Event event) {
    return ((MessageEvent) event).getPorts().get(0);
  }

  @Test
  void twoAgentsThroughASharedWorker() throws Exception {
    // README
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    Consumer<SubjectRealm> broker = realm -> {
      MessageChannel channel = realm.newMessageChannel();
      Queue<MessagePort> ends = new ArrayDeque<>(List.of(channel.getPort1(), channel.getPort2()));
      ((SharedWorkerGlobalScope) realm.global()).setOnconnect(event -> {
        port(event).postMessage("your end", List.of(ends.remove()));
        return Undefined.UNDEFINED;
      });
    };
    try (ReferenceWorld world = ReferenceWorld.open()) {
      for (String name : List.of("left", "right")) {
        ReferenceRealm document = world.newAgent(name);
        document.execute(() -> document.newSharedWorker("broker", broker).getPort().setOnmessage(event -> {
          MessagePort port = port(event);
          port.setOnmessage(message -> heard.add(name + " heard " + ((MessageEvent) message).getData()));
          port.postMessage(name);
          return Undefined.UNDEFINED;
        }));
      }
      world.settle(); // "left heard right" and "right heard left", in either order
    }
    // end
    assertThat(heard).containsExactlyInAnyOrder("left heard right", "right heard left");
  }

  @Test
  void theReadmeShowsThisCode() throws IOException {
    String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
    assertThat(examples()).hasSize(5).allSatisfy(example -> assertThat(readme).contains(example));
  }

  private static List<String> examples() throws IOException {
    List<String> source = Files.readAllLines(Path.of("src/test/java/dev/portspec/reference/ReadmeTest.java"));
    List<String> examples = new ArrayList<>();
    for (int line = 0; line < source.size(); line++) {
      if (source.get(line).equals(BEGIN)) {
        int end = line + source.subList(line, source.size()).indexOf(END);
        examples.add(source.subList(line + 1, end).stream()
            .map(code -> code.isEmpty() ? code : code.substring(4))
            .collect(Collectors.joining("\n")));
      }
    }
    return examples;
  }
}
