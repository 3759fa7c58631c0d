package dev.portspec.reporting.allure;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.ReportGenerator;
import java.nio.file.Path;
import java.util.List;

/** The main class of the JVM that makes Allure's page. */
final class GenerateAllurePage {
  private GenerateAllurePage() {}

  /** Writes one page from the results in the first folder to the second one. */
  public static void main(String[] folders) {
    ReportGenerator generator = new ReportGenerator(ConfigurationBuilder.bundled().build());
    generator.generateSingleFile(Path.of(folders[1]), List.of(Path.of(folders[0])));
  }
}
