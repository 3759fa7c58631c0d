package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.DOMException;
import dev.portspec.api.Hole;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What StructuredSerializeWithTransfer returns: a serialized value and the data holders of what was transferred.
 *
 * <p><b>Concurrency:</b> complete before it is handed over, and then only read; a data holder is used up by the one
 * receipt.
 */
final class SerializedWithTransfer {
  private static final int MOST_ABOUT = 60;

  private final @Nullable Object serialized;
  private final List<Object> transferDataHolders;

  private SerializedWithTransfer(@Nullable Object serialized, List<Object> transferDataHolders) {
    this.serialized = serialized;
    this.transferDataHolders = transferDataHolders;
  }

  /** What a receipt makes: the value, and the ports among the transferred values, in the order of the list. */
  record Deserialized(@Nullable Object value, List<ReferencePort> ports) {}

  /**
   * The transfer list as a sequence of objects, read once.
   *
   * @throws WebTypeError if an element is not an object
   */
  static List<Object> sequence(List<? extends @Nullable Object> transfer) {
    List<Object> sequence = new ArrayList<>(transfer.size());
    for (Object element : transfer) {
      if (element == null || isPrimitive(element)) {
        throw new WebTypeError("an element of the transfer list is not an object: " + element);
      }
      sequence.add(element);
    }
    return sequence;
  }

  private static boolean isPrimitive(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Symbol
        || value instanceof Undefined
        || value instanceof Hole;
  }

  // https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializewithtransfer
  static SerializedWithTransfer of(@Nullable Object value, List<Object> transferList, ReferenceRealm realm) {
    // 1-2. sc.wt.phase1-nontransferable, sc.wt.phase1-shared, sc.wt.phase1-duplicate, sc.wt.phase1-detached-allowed
    Map<Object, Object> memory = new IdentityHashMap<>();
    for (Object transferable : transferList) {
      if (!(transferable instanceof ArrayBuffer || transferable instanceof ReferencePort)) {
        throw dataCloneError("what is listed cannot be transferred: " + transferable.getClass().getSimpleName());
      }
      if (transferable instanceof ReferencePort port) {
        port.checkThread("transfer");
      }
      SerializedRecord.Transferred placeholder = new SerializedRecord.Transferred(memory.size());
      if (memory.put(transferable, placeholder) != null) {
        throw dataCloneError("listed twice: " + transferable.getClass().getSimpleName());
      }
    }

    // 3. sc.wt.phase2-serialize, sc.wt.phase2-failure-detaches-nothing
    Object serialized =
        new StructuredSerializer(memory, () -> realm.decide(Freedom.ERROR_CAUSE).equals("carried")).serialize(value);

    // 4-5. sc.wt.phase3-interleaved, sc.wt.result-order
    if (failsAfterTheFirst(transferList) && realm.decide(Freedom.TRANSFER_ROLLBACK).equals("kept")) {
      throw detachedError();
    }
    List<Object> transferDataHolders = new ArrayList<>(transferList.size());
    for (Object transferable : transferList) {
      // sc.wt.phase3-detached-buffer, sc.wt.phase3-detached-object, sc.wt.phase3-detached-by-earlier-element
      if (isDetached(transferable)) {
        throw detachedError();
      }
      // sc.wt.buffer-detached, sc.wt.buffer-contents-moved, sc.wt.buffer-resizable, sc.wt.unreferenced-still-moved
      transferDataHolders.add(
          transferable instanceof ArrayBuffer buffer ? buffer.transfer() : ((ReferencePort) transferable).transfer());
    }
    return new SerializedWithTransfer(serialized, transferDataHolders);
  }

  /** The value, where it is a string or a number: its first characters. */
  String about() {
    String text = serialized instanceof String || serialized instanceof Number ? String.valueOf(serialized) : "";
    return text.substring(0, Math.min(text.length(), MOST_ABOUT));
  }

  // gap 10
  private static boolean failsAfterTheFirst(List<Object> transferList) {
    return !transferList.isEmpty()
        && !isDetached(transferList.get(0))
        && transferList.stream().anyMatch(SerializedWithTransfer::isDetached);
  }

  private static boolean isDetached(Object transferable) {
    return transferable instanceof ArrayBuffer buffer
        ? buffer.detached()
        : ((ReferencePort) transferable).detached();
  }

  private static DOMException detachedError() {
    return dataCloneError("what is listed is detached: a port or buffer can be transferred once, and not once closed");
  }

  static DOMException dataCloneError(String message) {
    return new DOMException(message, "DataCloneError");
  }

  // https://html.spec.whatwg.org/multipage/structured-data.html#structureddeserializewithtransfer
  Deserialized deserialize(ReferenceRealm targetRealm) {
    // 1-3. sc.dwt.received-first, sc.dwt.order
    List<Object> transferredValues = new ArrayList<>(transferDataHolders.size());
    List<ReferencePort> ports = new ArrayList<>();
    for (Object transferDataHolder : transferDataHolders) {
      if (transferDataHolder instanceof PortDataHolder holder) {
        ReferencePort port = ReferencePort.received(holder, targetRealm);
        transferredValues.add(port);
        ports.add(port);
      } else {
        transferredValues.add(transferDataHolder);
      }
    }
    // 4-5. sc.dwt.identity
    return new Deserialized(new StructuredDeserializer(transferredValues).deserialize(serialized), ports);
  }
}
