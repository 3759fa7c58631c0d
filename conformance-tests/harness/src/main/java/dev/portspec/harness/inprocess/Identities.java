package dev.portspec.harness.inprocess;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number for each object that was seen, by identity; holds no object alive. */
final class Identities {
  private final Map<Key, Integer> numbers = new HashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private int last;

  int of(Object object) {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      numbers.remove(gone);
    }
    return numbers.computeIfAbsent(new Key(object, collected), ignored -> ++last);
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> queue) {
      super(object, queue);
      this.hash = System.identityHashCode(object);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object object = get();
      return object != null && other instanceof Key key && object == key.get();
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
