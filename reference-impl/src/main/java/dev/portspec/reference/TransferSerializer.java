package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * StructuredSerializeWithTransfer.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializewithtransfer">HTML,
 *     StructuredSerializeWithTransfer</a>
 */
class TransferSerializer {
  private final ReferenceRealm realm;

  TransferSerializer(ReferenceRealm realm) {
    this.realm = realm;
  }

  SerializedWithTransfer serialize(@Nullable Object value, List<Object> transferList) {
    Map<Object, Object> memory = placeholders(transferList);
    Object serialized = serializeInternal(value, memory);
    return new SerializedWithTransfer(serialized, transferDataHolders(transferList));
  }

  // 1-2. sc.wt.phase1-detached-allowed
  Map<Object, Object> placeholders(List<Object> transferList) {
    Map<Object, Object> memory = new IdentityHashMap<>();
    for (Object transferable : transferList) {
      checkTransferable(transferable);
      SerializedRecord.Transferred placeholder = new SerializedRecord.Transferred(memory.size());
      if (memory.put(transferable, placeholder) != null) {
        // sc.wt.phase1-duplicate
        throw dataCloneError("listed twice: " + transferable.getClass().getSimpleName());
      }
    }
    return memory;
  }

  // 2.1-2. sc.wt.phase1-nontransferable, sc.wt.phase1-shared
  void checkTransferable(Object transferable) {
    if (!(transferable instanceof ArrayBuffer || transferable instanceof ReferencePort)) {
      throw dataCloneError("what is listed cannot be transferred: " + transferable.getClass().getSimpleName());
    }
    if (transferable instanceof ReferencePort port) {
      port.checkThread("transfer");
    }
  }

  // 3. sc.wt.phase2-serialize, sc.wt.phase2-failure-detaches-nothing
  @Nullable Object serializeInternal(@Nullable Object value, Map<Object, Object> memory) {
    return realm.loop().world().parts().newSerializer(realm, memory).serialize(value);
  }

  // 4-5. sc.wt.phase3-interleaved, sc.wt.result-order
  List<Object> transferDataHolders(List<Object> transferList) {
    if (failsAfterTheFirst(transferList) && realm.decide(Freedom.TRANSFER_ROLLBACK).equals("kept")) {
      throw detachedError();
    }
    List<Object> transferDataHolders = new ArrayList<>(transferList.size());
    for (Object transferable : transferList) {
      if (isDetached(transferable)) {
        throw detachedError();
      }
      transferDataHolders.add(transfer(transferable));
    }
    return transferDataHolders;
  }

  // gap 10
  private boolean failsAfterTheFirst(List<Object> transferList) {
    return !transferList.isEmpty()
        && !isDetached(transferList.get(0))
        && transferList.stream().anyMatch(this::isDetached);
  }

  // 5.1-2. sc.wt.phase3-detached-buffer, sc.wt.phase3-detached-object, sc.wt.phase3-detached-by-earlier-element
  boolean isDetached(Object transferable) {
    return transferable instanceof ArrayBuffer buffer
        ? buffer.detached()
        : ((ReferencePort) transferable).detached();
  }

  private static DOMException detachedError() {
    return dataCloneError("what is listed is detached: a port or buffer can be transferred once, and not once closed");
  }

  // 5.3-6. sc.wt.buffer-detached, sc.wt.buffer-contents-moved, sc.wt.buffer-resizable, sc.wt.unreferenced-still-moved
  Object transfer(Object transferable) {
    return transferable instanceof ArrayBuffer buffer ? buffer.transfer() : ((ReferencePort) transferable).transfer();
  }
}
