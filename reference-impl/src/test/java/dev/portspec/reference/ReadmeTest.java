package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of the README is this code, and works. */
class ReadmeTest {

  @Test
  @Timeout(30)
  void theExampleWorks() throws Exception {
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
  void theReadmeShowsThisCode() throws IOException {
    List<String> source = Files.readAllLines(Path.of("src/test/java/dev/portspec/reference/ReadmeTest.java"));
    int begin = source.indexOf("    // README") + 1;
    String example = source.subList(begin, source.indexOf("    // end")).stream()
        .map(line -> line.substring(4))
        .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("README.md")).replace("\r\n", "\n")).contains(example);
  }
}
