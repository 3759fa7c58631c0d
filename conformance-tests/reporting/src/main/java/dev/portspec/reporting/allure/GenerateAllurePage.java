package dev.portspec.reporting.allure;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.core.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The main class of the JVM that makes Allure's page. */
final class GenerateAllurePage {
  private GenerateAllurePage() {}

  /** Writes one page from the results in the first folder to the second one. */
  public static void main(String[] folders) throws IOException {
    Path work = Files.createTempDirectory("allure");
    try {
      Configuration configuration =
          ConfigurationBuilder.bundled().withPlugins(List.of(new ClausesTab(work))).build();
      new ReportGenerator(configuration).generateSingleFile(Path.of(folders[1]), List.of(Path.of(folders[0])));
    } finally {
      Folders.delete(work);
    }
  }
}
