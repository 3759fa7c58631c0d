package dev.portspec.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The document of a window: active from the beginning, until it is destroyed for good.
 *
 * <p>DEVIATION: in the standard a document that is left may be kept, not fully active, and come back; engines keep none
 * that has open ports. And a frame that is removed is destroyed in a task that follows, while engines are done with it
 * when the call returns. Here no document is kept, and it is destroyed at once.
 *
 * <p><b>Concurrency:</b> guarded by the world's lock; whether it was destroyed can be asked at any time.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-lifecycle.html">HTML, document lifecycle</a>
 */
final class Document {
  private final ReferenceWindowRealm realm;
  private final Navigable navigable;
  private final List<Navigable> childNavigables = new ArrayList<>();
  private volatile boolean destroyed;

  Document(ReferenceWindowRealm realm, Navigable navigable) {
    this.realm = realm;
    this.navigable = navigable;
  }

  ReferenceWindowRealm realm() {
    return realm;
  }

  Navigable navigable() {
    return navigable;
  }

  // https://html.spec.whatwg.org/multipage/document-sequences.html#fully-active
  boolean isFullyActive() {
    return !destroyed;
  }

  void add(Navigable childNavigable) {
    childNavigables.add(childNavigable);
  }

  void remove(Navigable childNavigable) {
    childNavigables.remove(childNavigable);
  }

  /** Whether this document or one inside it is in another agent, or has workers. */
  boolean reachesOtherAgents(EventLoop loop) {
    return withDescendants().stream()
        .anyMatch(document -> document.realm.loop() != loop || document.realm.dependants().hasWorkers());
  }

  /** The documents inside this one, the innermost first, and then this one. */
  private List<Document> withDescendants() {
    List<Document> documents = new ArrayList<>();
    childNavigables.forEach(child -> documents.addAll(child.activeDocument().withDescendants()));
    documents.add(this);
    return documents;
  }

  // https://html.spec.whatwg.org/multipage/document-lifecycle.html#destroy-a-document-and-its-descendants
  void destroyWithDescendants() {
    Set<EventLoop> left = new LinkedHashSet<>();
    List<Document> documents = realm.locking(() -> {
      List<Document> all = withDescendants();
      all.forEach(document -> document.leave(left));
      return all;
    });
    documents.forEach(Document::destroy);
    // a task that still runs is the last one of its agent, which then ends by itself
    left.stream().filter(loop -> realm.locking(() -> !loop.running())).forEach(EventLoop::end);
  }

  /** From here on nothing of this document runs; adds the agent that was made for it, if it was, to those left. */
  private void leave(Set<EventLoop> left) {
    destroyed = true;
    childNavigables.clear();
    EventLoop loop = realm.loop();
    // 7. port.doc.destroy-removes-tasks, xdoc.navigated-away
    loop.removeTasksOf(this);
    loop.world().openBroadcastChannels().removeIf(channel -> channel.realm() == realm);
    if (realm.hasOwnAgent()) {
      loop.close();
      left.add(loop);
    }
  }

  // https://html.spec.whatwg.org/multipage/document-lifecycle.html#destroy-a-document
  private void destroy() {
    // 4-5. port.doc.destroy-disentangles
    realm.locking(realm.dependants()::takePorts).forEach(ReferencePort::endWithDocument);
    // 10. worker.orphan-may-close: as soon as their owner is gone
    realm.locking(realm.dependants()::takeWorkers).forEach(ReferenceWorkerGlobalScope::terminate);
  }
}
