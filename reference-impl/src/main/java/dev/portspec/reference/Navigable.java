package dev.portspec.reference;

import org.jspecify.annotations.Nullable;

/**
 * A place for one document after another: a frame, or a top-level window. What scripts hold of it is its WindowProxy.
 *
 * <p>DEVIATION: a document of another origin than its parent has an agent of its own, also where the standard has one
 * agent for all documents of an origin that can reach each other.
 *
 * <p><b>Concurrency:</b> changed by the agent of the parent, with the world's lock held.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/document-sequences.html#navigables">HTML, navigables</a>
 */
final class Navigable {
  private final @Nullable Document parent;
  private final ReferenceWindowProxy windowProxy;
  private Document activeDocument;
  private boolean destroyed;

  private Navigable(ReferenceWorld world, @Nullable Document parent) {
    this.parent = parent;
    this.windowProxy = world.parts().newWindowProxy(this);
  }

  /** A new top-level window, in an agent of that name; null if the world is closed. */
  static @Nullable Navigable topLevel(ReferenceWorld world, String name, WebOrigin origin) {
    Navigable navigable = new Navigable(world, null);
    EventLoop loop = world.parts().newEventLoop(world, name);
    navigable.activeDocument = world.parts().newRealm(loop, name, origin, navigable).document();
    return world.start(loop) ? navigable : null;
  }

  /** A new frame of a document, with a document of that origin. */
  // https://html.spec.whatwg.org/multipage/document-sequences.html#create-a-new-child-navigable
  static Navigable child(Document parent, WebOrigin origin) {
    Navigable navigable = new Navigable(parent.realm().loop().world(), parent);
    parent.realm().locked(() -> {
      navigable.load(parent, origin);
      parent.add(navigable);
    });
    return navigable;
  }

  // https://html.spec.whatwg.org/multipage/document-lifecycle.html#initialise-the-document-object
  private void load(Document container, WebOrigin origin) {
    // another agent may have destroyed it
    if (!container.isFullyActive()) {
      throw new IllegalStateException("the document is gone, so its frames load nothing: " + container.realm());
    }
    EventLoop parentLoop = container.realm().loop();
    ReferenceWorld world = parentLoop.world();
    String name = parentLoop.nextFrameName();
    boolean isSameOrigin = origin.equals(container.realm().webOrigin());
    EventLoop loop = isSameOrigin ? parentLoop : world.parts().newEventLoop(world, name);
    activeDocument = world.parts().newRealm(loop, name, origin, this).document();
    if (!isSameOrigin) {
      world.start(loop);
    }
  }

  @Nullable Document parent() {
    return parent;
  }

  ReferenceWindowProxy windowProxy() {
    return windowProxy;
  }

  /** The document that is here; at last the one that was destroyed with this. */
  Document activeDocument() {
    return activeDocument;
  }

  /** The document that contains this frame, in a task of its agent. */
  private Document container(String what) {
    if (parent == null) {
      throw new IllegalStateException(what + " is for frames, not for the top-level window: " + windowProxy);
    }
    parent.realm().loop().checkThread(what);
    return parent;
  }

  // https://html.spec.whatwg.org/multipage/document-sequences.html#destroy-a-child-navigable
  void remove() {
    Document container = container("remove");
    if (!isGone()) {
      destroyActiveDocument(container);
      container.realm().locked(() -> {
        destroyed = true;
        container.remove(this);
      });
    }
  }

  // https://html.spec.whatwg.org/multipage/browsing-the-web.html#navigate: xdoc.navigated-away
  Document navigate(WebOrigin origin) {
    Document container = container("navigate");
    if (isGone()) {
      throw new IllegalStateException("the frame is gone, so it loads no other document: " + windowProxy);
    }
    destroyActiveDocument(container);
    container.realm().locked(() -> load(container, origin));
    return activeDocument;
  }

  private boolean isGone() {
    return destroyed || !activeDocument.isFullyActive();
  }

  private void destroyActiveDocument(Document container) {
    ReferenceRealm realm = container.realm();
    realm.interferes();
    if (realm.locking(() -> activeDocument.reachesOtherAgents(realm.loop()))) {
      realm.letOthersRun();
    }
    activeDocument.destroyWithDescendants();
  }
}
