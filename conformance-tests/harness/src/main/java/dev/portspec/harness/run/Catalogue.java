package dev.portspec.harness.run;

import java.util.List;

/** Every class of checks that there is, so that a run can say "n of m"; found with {@link java.util.ServiceLoader}. */
public interface Catalogue {
  List<Class<?>> classes();
}
