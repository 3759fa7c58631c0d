package dev.portspec.harness;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** A handle of a {@code PortCollection}, as Web Messaging drafted it. */
public final class PortCollectionHandle extends Value {
  PortCollectionHandle(Realm realm, Object tree) {
    super(realm, tree);
  }

  public void add(Port port) {
    act("add", List.of(port));
  }

  public void remove(Port port) {
    act("remove", List.of(port));
  }

  public void clear() {
    act("clear", List.of());
  }

  /** {@code iterate(callback)}; a {@link Visitor} has a label, and its calls can be counted. */
  public void iterate(Consumer<? super Port> callback) {
    act("iterate", List.of(Visitor.of(callback)));
  }

  /** Adds, removes or iterates with null, which no member of the interface takes. */
  public void callWithNull(String member) {
    act(member, Arrays.asList((Object) null));
  }
}
