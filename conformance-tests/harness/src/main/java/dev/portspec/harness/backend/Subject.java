package dev.portspec.harness.backend;

import dev.portspec.spi.Capability;
import java.util.Set;

/**
 * Who is being tested, as every report opens.
 *
 * @param name in lower case, as it is named on the command line
 * @param where the class and jar, or the program, that was loaded
 * @param binding what the binding can express
 * @param capabilities what was declared beyond the core
 */
public record Subject(String name, String version, String where, Binding binding, Set<Capability> capabilities) {
  /** The two bindings. */
  public enum Binding {
    /** Java objects: clauses about arguments and members outside the Java types are inapplicable. */
    JAVA,
    /** A JavaScript realm. */
    JAVASCRIPT
  }
}
