package dev.portspec.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Node.js: the {@code node} of the PATH, or the one that {@code -Dportspec.node} names. */
public final class NodeLauncher extends EngineLauncher {
  @Override
  public String name() {
    return "node";
  }

  @Override
  Engine find(Duration arrival) {
    Path program = Programs.find("portspec.node", List.of("node"), "Node.js 20.10 or later");
    return new Node(program);
  }

  private record Node(Path program) implements Engine {
    @Override
    public String name() {
      return "node";
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException {
      Path script = Files.write(folder.resolve("agent.js"), agent.bytes());
      // 20 has its WebSocket behind a flag, which later versions accept
      return List.of(
          program.toString(), "--expose-gc", "--experimental-websocket", "--no-warnings", script.toString(),
          address.socket());
    }

    @Override
    public String hint() {
      return "it must be Node.js 20.10 or later";
    }
  }
}
