package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handle of a {@code MessagePort}. */
public final class Port extends Target {
  private final @Nullable String parameter;

  Port(Realm realm, Object tree) {
    super(realm, tree);
    this.parameter = null;
  }

  /** The port that a visitor is called with. */
  Port(Realm realm, String parameter) {
    super(realm, Tree.name(parameter));
    this.parameter = parameter;
  }

  @Override
  Object tree() {
    if (parameter != null) {
      realm.recorder().checkParameter(parameter);
    }
    return super.tree();
  }

  public void start() {
    act("start", List.of());
  }

  public void close() {
    act("close", List.of());
  }
}
