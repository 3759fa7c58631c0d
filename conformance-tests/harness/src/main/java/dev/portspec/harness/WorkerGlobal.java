package dev.portspec.harness;

import java.util.List;

/** A handle of the global object of a dedicated worker, for scripts that run there. */
public final class WorkerGlobal extends Target {
  WorkerGlobal(Realm realm) {
    super(realm, realm.global().tree());
  }

  /** The worker's realm, which makes channels and nested workers. */
  public Realm realm() {
    return realm;
  }

  public void close() {
    act("close", List.of());
  }
}
