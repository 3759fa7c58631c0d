package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Bun: the {@code bun} of the PATH, or the one that {@code -Dportspec.bun} names. */
public final class BunLauncher implements BackendFactory {
  @Override
  public String name() {
    return "bun";
  }

  @Override
  public Backend open(Path work, Duration arrival) {
    Path program = Programs.find("portspec.bun", List.of("bun"), "Bun 1.4 or later (npm: bun)");
    return new WireBackend(new Bun(program), work, arrival);
  }

  @Override
  public String deviations() {
    return "dev/portspec/engines/deviations/bun.yaml";
  }

  private record Bun(Path program) implements Engine {
    @Override
    public String name() {
      return "bun";
    }

    @Override
    public List<String> command(AgentAddress address, Path folder) throws IOException {
      Path agent = folder.resolve("agent.js");
      Files.write(agent, AgentSource.bytes());
      return List.of(program.toString(), "run", "--expose-gc", "--no-install", agent.toString(), address.socket());
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
