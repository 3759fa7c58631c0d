package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Node.js: the {@code node} of the PATH, or the one that {@code -Dportspec.node} names. */
public final class NodeLauncher implements BackendFactory {
  @Override
  public String name() {
    return "node";
  }

  @Override
  public Backend open(Path work, Duration arrival) {
    Path program = Programs.find("portspec.node", List.of("node"), "Node.js 20.10 or later");
    return new WireBackend(new Node(program), work, arrival);
  }

  @Override
  public String deviations() {
    return "dev/portspec/engines/deviations/node.yaml";
  }

  private record Node(Path program) implements Engine {
    @Override
    public String name() {
      return "node";
    }

    @Override
    public List<String> command(AgentAddress address, Path folder) throws IOException {
      Path agent = folder.resolve("agent.js");
      Files.write(agent, AgentSource.bytes());
      // 20 has its WebSocket behind a flag, which later versions accept
      return List.of(
          program.toString(), "--expose-gc", "--experimental-websocket", "--no-warnings", agent.toString(),
          address.socket());
    }

    @Override
    public String hint() {
      return "it must be Node.js 20.10 or later";
    }
  }
}
