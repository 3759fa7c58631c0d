package dev.portspec.harness;

import java.util.List;

/** A handle of a {@code MessagePort}. */
public final class Port extends Target {
  Port(Realm realm, Object tree) {
    super(realm, tree);
  }

  /** The port that a visitor is called with. */
  Port(Realm realm, String parameter) {
    super(realm, parameter);
  }

  public void start() {
    act("start", List.of());
  }

  public void close() {
    act("close", List.of());
  }
}
