package dev.portspec.harness;

import java.util.List;

/** A handle of a {@code BroadcastChannel}. */
public final class BroadcastHandle extends Target {
  BroadcastHandle(Realm realm, Object tree) {
    super(realm, tree);
  }

  public Value name() {
    return get("name");
  }

  public void close() {
    act("close", List.of());
  }
}
