package dev.portspec.reporting.allure;

import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TreeUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A tab of Allure's page that groups checks by section and clause. Allure's own tab for these labels, Behaviors, comes
 * with its command line only.
 */
final class ClausesTab implements Plugin {
  private static final String ID = "clauses";
  private static final String SCRIPT = "clauses-tab.js";

  private final Path script;

  /** Copies the tab's script to the folder, from which Allure takes it. */
  ClausesTab(Path folder) throws IOException {
    script = folder.resolve(SCRIPT);
    try (InputStream in = ClausesTab.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException("this jar lacks its resource: " + SCRIPT);
      }
      Files.copy(in, script);
    }
  }

  @Override
  public PluginConfiguration getConfig() {
    return new PluginConfiguration()
        .setId(ID)
        .setName("Clauses")
        .setDescription("Checks by section and clause")
        .setExtensions(List.of())
        .setJsFiles(List.of(SCRIPT))
        .setCssFiles(List.of());
  }

  @Override
  public void unpackReportStatic(Path report) throws IOException {
    Files.copy(script, Files.createDirectories(report.resolve("plugins").resolve(ID)).resolve(SCRIPT));
  }

  @Override
  public Map<String, Path> getPluginFiles() {
    return Map.of(SCRIPT, script);
  }

  @Override
  public List<Extension> getExtensions() {
    return List.of(new Tree());
  }

  private static final class Tree extends CommonJsonAggregator2 {
    Tree() {
      super(ID + ".json");
    }

    @Override
    protected Object getData(List<LaunchResults> launches) {
      TestResultTree tree =
          new TestResultTree(ID, result -> TreeUtils.groupByLabels(result, LabelName.EPIC, LabelName.FEATURE));
      launches.forEach(launch -> launch.getResults().forEach(tree::add));
      return tree;
    }
  }
}
