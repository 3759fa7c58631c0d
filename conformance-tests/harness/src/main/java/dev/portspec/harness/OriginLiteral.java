package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import java.util.Locale;

/** The serialization of an origin, which each implementation has its own of: a string in a script. */
public record OriginLiteral(Origin origin) implements Expression {
  /** The origin's name in scripts. */
  static String name(Origin origin) {
    return origin.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Object write(Writing writing) {
    writing.need(Capability.ORIGINS);
    return Tree.of("origin", name(origin));
  }
}
