package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handle of a window, as scripts of a realm hold it. */
public final class WindowHandle extends Target {
  WindowHandle(Realm realm, Object tree) {
    super(realm, tree);
  }

  /** {@code postMessage(message, targetOrigin)}. */
  public void postMessage(@Nullable Object message, Object targetOrigin) {
    actPost(Arrays.asList(message, targetOrigin));
  }

  /** {@code postMessage(message, targetOrigin, transfer)}. */
  public void postMessage(@Nullable Object message, Object targetOrigin, Transfer transfer) {
    transfer.need(realm.recorder());
    actPost(Arrays.asList(message, targetOrigin, transfer));
  }

  /** {@code postMessage(message, {targetOrigin})}. */
  public void postMessageWithOptions(@Nullable Object message, Object targetOrigin) {
    need(Capability.TRANSFER_OPTIONS);
    actPost(Arrays.asList(message, options(List.of("targetOrigin", targetOrigin))));
  }

  /** {@code postMessage(message, {targetOrigin, transfer})}. */
  public void postMessageWithOptions(@Nullable Object message, Object targetOrigin, Transfer transfer) {
    need(Capability.TRANSFER_OPTIONS);
    transfer.need(realm.recorder());
    actPost(
        Arrays.asList(message, options(List.of("targetOrigin", targetOrigin), List.of("transfer", transfer))));
  }

  /** An options dictionary, which is no message and needs no capability of its own. */
  @SafeVarargs
  private static Expression options(List<Object>... members) {
    return writing -> {
      List<Object> written = new ArrayList<>();
      for (List<Object> member : members) {
        written.add(List.of(member.get(0), writing.tree(member.get(1))));
      }
      return Tree.of("object", written);
    };
  }
}
