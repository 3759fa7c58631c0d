package dev.portspec.oracle.scenarios;

import dev.portspec.harness.run.Catalogue;
import java.util.List;

/** The properties of generated scenarios, which stand beside the catalogue of checks. */
public final class ScenarioCatalogue implements Catalogue {
  @Override
  public List<Class<?>> classes() {
    return List.of(ScenarioProperties.class);
  }
}
