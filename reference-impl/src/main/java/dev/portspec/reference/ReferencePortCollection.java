package dev.portspec.reference;

import dev.portspec.api.MessagePort;
import dev.portspec.api.PortCollection;
import dev.portspec.api.PortCollectionCallback;
import dev.portspec.api.WebTypeError;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A PortCollection, as Web Messaging drafted it: an ordered set of ports, weakly held (pc.weak). */
class ReferencePortCollection implements PortCollection {
  private final ReferenceRealm realm;
  private final List<WeakReference<MessagePort>> ports = new ArrayList<>();

  // pc.ctor.empty
  ReferencePortCollection(ReferenceRealm realm) {
    this.realm = realm;
  }

  // pc.add.appends, pc.add.present-noop, pc.order.last-added
  @Override
  public void add(MessagePort port) {
    realm.loop().checkThread("PortCollection.add");
    requireNonNull(port, "port");
    if (!present().contains(port)) {
      ports.add(new WeakReference<>(port));
    }
  }

  // pc.remove.removes, pc.remove.absent-noop
  @Override
  public void remove(MessagePort port) {
    realm.loop().checkThread("PortCollection.remove");
    requireNonNull(port, "port");
    ports.removeIf(reference -> reference.get() == port);
  }

  // pc.clear.empties, pc.clear.empty-noop
  @Override
  public void clear() {
    realm.loop().checkThread("PortCollection.clear");
    ports.clear();
  }

  // pc.iterate.once-each, pc.iterate.sync, pc.iterate.exception; pc.iterate.mutation: a snapshot
  @Override
  public void iterate(PortCollectionCallback callback) {
    realm.loop().checkThread("PortCollection.iterate");
    requireNonNull(callback, "callback");
    present().forEach(callback::handle);
  }

  // pc.type-check
  private static void requireNonNull(@Nullable Object argument, String name) {
    if (argument == null) {
      throw new WebTypeError("null is no " + name);
    }
  }

  // pc.gc-removes-silently
  List<MessagePort> present() {
    ports.removeIf(reference -> reference.get() == null);
    return ports.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
  }
}
