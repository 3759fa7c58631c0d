package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Deno: the {@code deno} of the PATH, or the one that {@code -Dportspec.deno} names. */
public final class DenoLauncher implements BackendFactory {
  @Override
  public String name() {
    return "deno";
  }

  @Override
  public Backend open(Path work, Duration arrival) {
    Path program = Programs.find("portspec.deno", List.of("deno"), "Deno 2.9 or later (npm: deno)");
    return new WireBackend(new Deno(program), work, arrival);
  }

  @Override
  public String deviations() {
    return "dev/portspec/engines/deviations/deno.yaml";
  }

  private record Deno(Path program) implements Engine {
    @Override
    public String name() {
      return "deno";
    }

    @Override
    public List<String> command(AgentAddress address, Path folder) throws IOException {
      Path agent = folder.resolve("agent.js");
      Files.write(agent, AgentSource.bytes());
      return List.of(
          program.toString(),
          "run",
          "--quiet",
          "--no-prompt",
          "--no-config",
          "--no-lock",
          "--allow-net=" + AgentAddress.HOST,
          "--v8-flags=--expose-gc",
          agent.toString(),
          address.socket());
    }

    @Override
    public Map<String, String> environment(Path folder) {
      return Map.of("DENO_DIR", folder.resolve("cache").toString(), "DENO_NO_UPDATE_CHECK", "1");
    }

    @Override
    public String hint() {
      return "it must be Deno 2.9 or later";
    }
  }
}
