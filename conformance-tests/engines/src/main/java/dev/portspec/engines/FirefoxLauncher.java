package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Firefox, headless and with one window: the one of the PATH, or the one that {@code -Dportspec.firefox} names. It gets
 * a fresh profile with preferences that keep it quiet, and the address of a page, and no driver.
 */
public final class FirefoxLauncher extends EngineLauncher {
  private static final List<String> NAMES = List.of("firefox-esr", "firefox");

  @Override
  public String name() {
    return "firefox";
  }

  @Override
  Engine find(Duration arrival) {
    Path program = Programs.find("portspec.firefox", NAMES, "Firefox 140 or later (Debian: firefox-esr)");
    return new Firefox(program, versionOf(program, arrival));
  }

  /** Its pages are told the first number alone. */
  private static String versionOf(Path program, Duration arrival) {
    String said = Programs.output(arrival, program.toString(), "--version");
    Matcher version = Pattern.compile("\\d+\\.[0-9.]+").matcher(said);
    if (!version.find()) {
      throw BackendException.ours("%s is no Firefox; its --version says: %s".formatted(program, said), null);
    }
    return version.group();
  }

  private record Firefox(Path program, String version) implements Engine {
    @Override
    public String name() {
      return "firefox";
    }

    @Override
    public String version(String told) {
      return version;
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException {
      Path profile = Files.createDirectory(folder.resolve("profile"));
      try (InputStream preferences = FirefoxLauncher.class.getResourceAsStream("firefox-user.js")) {
        Files.copy(Objects.requireNonNull(preferences), profile.resolve("user.js"));
      }
      return List.of(
          program.toString(), "--headless", "--no-remote", "--profile", profile.toString(), address.page());
    }

    /** It writes beside its profile as well, in the home folder. */
    @Override
    public Map<String, String> environment(Path folder) {
      return Map.of("HOME", folder.toString(), "MOZ_CRASHREPORTER_DISABLE", "1");
    }

    @Override
    public String hint() {
      return "it must be Firefox 140 or later, and may lack a library: its output says so";
    }
  }
}
