package dev.portspec.harness;

import dev.portspec.harness.script.Tree;

/** A handle of an {@code ArrayBuffer}. */
public final class Buffer extends Value {
  Buffer(Realm realm, Object tree) {
    super(realm, tree);
  }

  public Value byteLength() {
    return new Value(realm, Tree.get("byteLength", tree()));
  }
}
