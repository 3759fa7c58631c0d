package dev.portspec.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Bun: the {@code bun} of the PATH, or the one that {@code -Dportspec.bun} names. */
public final class BunLauncher extends EngineLauncher {
  @Override
  public String name() {
    return "bun";
  }

  @Override
  Engine find(Duration arrival) {
    Path program = Programs.find("portspec.bun", List.of("bun"), "Bun 1.4 or later (npm: bun)");
    return new Bun(program);
  }

  private record Bun(Path program) implements Engine {
    @Override
    public String name() {
      return "bun";
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException {
      Path script = Files.write(folder.resolve("agent.js"), agent.bytes());
      return List.of(program.toString(), "run", "--expose-gc", "--no-install", script.toString(), address.socket(),
          folder.toString());
    }

    @Override
    public boolean workersWriteFiles() {
      return true;
    }

    @Override
    public Map<String, String> environment(Path folder) {
      // it keeps what it has translated in the user's home otherwise
      return Map.of("BUN_RUNTIME_TRANSPILER_CACHE_PATH", "0", "DO_NOT_TRACK", "1");
    }

    @Override
    public String hint() {
      return "it must be Bun 1.4 or later";
    }
  }
}
