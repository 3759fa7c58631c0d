package dev.portspec.harness.generate;

import dev.portspec.spi.Capability;
import java.util.Set;

/** A kind of value that structured cloning knows; the simplest come first. */
public enum Kind {
  STRING(Role.PRIMITIVE),
  NUMBER(Role.PRIMITIVE, Capability.NUMBERS),
  BOOLEAN(Role.PRIMITIVE, Capability.NUMBERS),
  NULL(Role.PRIMITIVE, Capability.NUMBERS),
  UNDEFINED(Role.PRIMITIVE, Capability.UNDEFINED),
  BIGINT(Role.PRIMITIVE, Capability.BIGINT),
  OBJECT(Role.CONTAINER, Capability.LISTS_OBJECTS),
  ARRAY(Role.CONTAINER, Capability.LISTS_OBJECTS),
  MAP(Role.CONTAINER, Capability.MAP_SET),
  SET(Role.CONTAINER, Capability.MAP_SET),
  DATE(Role.LEAF, Capability.DATE),
  REGEXP(Role.LEAF, Capability.REGEXP),
  /** A Boolean, Number, String or BigInt object. */
  WRAPPER(Role.LEAF, Capability.WRAPPERS, Capability.NUMBERS),
  BUFFER(Role.LEAF, Capability.BUFFERS),
  /** A typed array or DataView. */
  VIEW(Role.LEAF, Capability.VIEWS, Capability.BUFFERS),
  SHARED_BUFFER(Role.LEAF, Capability.SHARED_BUFFERS, Capability.BUFFERS),
  /** An Error of any kind; what it holds besides its message is left behind. */
  ERROR(Role.CONTAINER, Capability.ERRORS),
  DOM_EXCEPTION(Role.LEAF, Capability.DOM_EXCEPTION);

  private enum Role {
    PRIMITIVE,
    LEAF,
    CONTAINER
  }

  private final Role role;
  private final Set<Capability> needs;

  Kind(Role role, Capability... needs) {
    this.role = role;
    this.needs = Set.of(needs);
  }

  /** What a subject must claim for it. */
  public Set<Capability> needs() {
    return needs;
  }

  /** Whether its values are objects, which have an identity. */
  public boolean isObject() {
    return role != Role.PRIMITIVE;
  }

  boolean isContainer() {
    return role == Role.CONTAINER;
  }
}
