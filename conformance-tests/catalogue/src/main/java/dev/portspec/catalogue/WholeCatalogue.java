package dev.portspec.catalogue;

import dev.portspec.harness.run.Catalogue;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;

/** All classes of checks of this jar. */
public final class WholeCatalogue implements Catalogue {
  @Override
  public List<Class<?>> classes() {
    return ReflectionSupport.findAllClassesInPackage(
        WholeCatalogue.class.getPackageName(), type -> true, name -> name.matches(".*(Test|Properties)"));
  }
}
