package dev.portspec.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Deno: the {@code deno} of the PATH, or the one that {@code -Dportspec.deno} names. */
public final class DenoLauncher extends EngineLauncher {
  @Override
  public String name() {
    return "deno";
  }

  @Override
  Engine find(Duration arrival) {
    Path program = Programs.find("portspec.deno", List.of("deno"), "Deno 2.9 or later (npm: deno)");
    return new Deno(program);
  }

  private record Deno(Path program) implements Engine {
    @Override
    public String name() {
      return "deno";
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException {
      Path script = Files.write(folder.resolve("agent.js"), agent.bytes());
      return List.of(
          program.toString(),
          "run",
          "--quiet",
          "--no-prompt",
          "--no-config",
          "--no-lock",
          "--allow-net=" + AgentAddress.HOST,
          "--allow-read=" + folder,
          "--allow-write=" + folder,
          "--v8-flags=--expose-gc",
          script.toString(),
          address.socket(),
          folder.toString());
    }

    @Override
    public boolean workersWriteFiles() {
      return true;
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
