package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import java.util.List;

/** A handle of an {@code AbortController}. */
public final class Abort extends Value {
  Abort(Realm realm, Object tree) {
    super(realm, tree);
  }

  public Value signal() {
    return new Value(realm, Tree.get("signal", tree()));
  }

  public void abort() {
    act("abort", List.of());
  }
}
