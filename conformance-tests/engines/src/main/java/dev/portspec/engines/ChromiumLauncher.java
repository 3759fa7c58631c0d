package dev.portspec.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Chromium, headless and with one window: the one of the PATH, or the one that {@code -Dportspec.chromium} names. It
 * gets a fresh profile and the address of a page, and no driver.
 */
public final class ChromiumLauncher extends EngineLauncher {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

  @Override
  public String name() {
    return "chromium";
  }

  @Override
  Engine find(Duration arrival) {
    Path program = Programs.find("portspec.chromium", NAMES, "Chromium 120 or later (Debian: chromium)");
    return new Chromium(program);
  }

  private record Chromium(Path program) implements Engine {
    private static final List<String> FLAGS =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-breakpad",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--mute-audio",
            "--password-store=basic",
            "--js-flags=--expose-gc");

    @Override
    public String name() {
      return "chromium";
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) {
      List<String> command = new ArrayList<>();
      command.add(program.toString());
      command.addAll(FLAGS);
      command.add("--user-data-dir=" + folder.resolve("profile"));
      command.add(address.page());
      return command;
    }

    @Override
    public String hint() {
      return "it must be Chromium 120 or later, and may lack a library: its output says so";
    }
  }
}
