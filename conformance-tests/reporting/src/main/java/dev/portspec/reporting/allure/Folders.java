package dev.portspec.reporting.allure;

import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Old results are deleted: Allure counts whatever lies in a folder. */
final class Folders {
  /** The name of the folder that {@code allure.properties} of this jar gives to Allure's own listener. */
  private static final String RAW = ".allure-raw";

  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** Deletes what Allure's own listener wrote, unless somebody gave it a folder of their own. */
  static void deleteRawResults() throws IOException {
    String raw = PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory", "");
    if (Path.of(raw).endsWith(RAW)) {
      delete(Path.of(raw));
    }
  }
}
