package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.harness.trace.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Objects that are held weakly and watched: a check makes several alike, lets go of them, and asks how many a
 * collection of garbage took. No collection is ever promised, so what is asked is compared, never expected as such.
 *
 * <p>Nothing here keeps an object alive once the script that used it has ended.
 */
public final class Watched {
  private static final Map<String, Object> GONE = Tree.of("undefined", true);

  private final Realm realm;
  private final List<Value> references = new ArrayList<>();

  Watched(Realm realm) {
    this.realm = realm;
  }

  /** Watches one more: {@code new WeakRef(object)}. */
  public void add(Value object) {
    references.add(new Value(realm, realm.newWeakReference(object)));
  }

  int size() {
    return references.size();
  }

  World world() {
    return realm.world();
  }

  /** How many are gone by now. */
  public int gone() {
    List<Observed> targets = world().observeNow(realm, label -> references.forEach(each -> look(each, label)));
    return (int) targets.stream().filter(target -> GONE.equals(target.tree())).count();
  }

  /** What a call returns has a name, and a name keeps what it names: so it is forgotten at once. */
  private void look(Value reference, String label) {
    Value target = reference.call("deref");
    Vocabulary.observe(label, target);
    realm.forget(target);
  }

  /** Collects garbage until all of them are gone, and ends the check, without a verdict, where they stay. */
  public void collectAll() {
    if (!collectUntil(size())) {
      throw Inapplicable.notCollected();
    }
  }

  /** Collects garbage until so many are gone, a bounded number of times. */
  boolean collectUntil(int enough) {
    for (int i = 0; i < World.MOST_COLLECTIONS && gone() < enough; i++) {
      world().collectGarbage();
    }
    return gone() >= enough;
  }
}
