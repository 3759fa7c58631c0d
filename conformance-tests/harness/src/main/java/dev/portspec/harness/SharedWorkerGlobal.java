package dev.portspec.harness;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A handle of the global object of a shared worker, for scripts that run there. */
public final class SharedWorkerGlobal extends Target {
  SharedWorkerGlobal(Realm realm) {
    super(realm, realm.global().tree());
  }

  /** The worker's realm. */
  public Realm realm() {
    return realm;
  }

  /** Sets {@code onconnect}. */
  public void onconnect(@Nullable Consumer<? super Event> handler) {
    on("connect", handler);
  }

  public void close() {
    act("close", List.of());
  }
}
