package dev.portspec.reporting.allure;

import dev.portspec.harness.run.Budget;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes Allure's page in a JVM of its own: the generator brings libraries that must not stand on the class path of
 * whatever is being tested.
 */
final class AllurePage {
  /** The system property that names a file with the generator's class path; without it, only results are written. */
  static final String GENERATOR = "portspec.allure.generator";

  /** It takes two seconds; after so many arrivals, something is wrong. No verdict depends on it. */
  private static final int ARRIVALS = 6;

  private AllurePage() {}

  static AllureReport make(Path results, Path folder) {
    String generator = System.getProperty(GENERATOR, "");
    if (generator.isBlank()) {
      return new AllureReport(
          "results only, in " + results.toAbsolutePath() + "; a page of them: allure generate --single-file "
              + results.toAbsolutePath(),
          false);
    }
    Path page = folder.resolve("index.html");
    Path log = folder.resolveSibling("allure.log");
    try {
      Folders.delete(folder);
      String failure = run(Files.readString(Path.of(generator)).strip(), results, folder, log);
      if (failure.isEmpty() && Files.exists(page)) {
        Files.deleteIfExists(log);
        return new AllureReport(page.toAbsolutePath().toString(), true);
      }
      return failed(failure.isEmpty() ? "the generator wrote no page" : failure, log);
    } catch (IOException e) {
      return failed(e.toString(), log);
    }
  }

  private static AllureReport failed(String why, Path log) {
    String more = Files.exists(log) ? "; see " + log.toAbsolutePath() : "";
    return new AllureReport("NO PAGE, " + why + more, false);
  }

  private static String run(String classPath, Path results, Path folder, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath + File.pathSeparator + ownJar(),
            GenerateAllurePage.class.getName(),
            results.toAbsolutePath().toString(),
            folder.toAbsolutePath().toString());
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      Duration most = Budget.arrival().multipliedBy(ARRIVALS);
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return "the generator did not end within " + most.toSeconds() + " s";
      }
      return process.exitValue() == 0 ? "" : "the generator ended with exit code " + process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted while the generator ran";
    } finally {
      process.destroyForcibly();
    }
  }

  private static String ownJar() throws IOException {
    try {
      return Path.of(AllurePage.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IOException("cannot find the jar of the reports", e);
    }
  }
}
