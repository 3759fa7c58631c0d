package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.Hole;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebTypeError;
import java.util.ArrayList;
import java.util.List;
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

  SerializedWithTransfer(@Nullable Object serialized, List<Object> transferDataHolders) {
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

  /** Serializes a value, and transfers what is listed: StructuredSerializeWithTransfer. */
  static SerializedWithTransfer of(@Nullable Object value, List<Object> transferList, ReferenceRealm realm) {
    return realm.loop().world().parts().newTransferSerializer(realm).serialize(value, transferList);
  }

  /** The value, where it is a string or a number: its first characters. */
  String about() {
    String text = serialized instanceof String || serialized instanceof Number ? String.valueOf(serialized) : "";
    return text.substring(0, Math.min(text.length(), MOST_ABOUT));
  }

  /** The ports that were sent along and are on their way. */
  List<PortDataHolder> ports() {
    return transferDataHolders.stream()
        .filter(PortDataHolder.class::isInstance)
        .map(PortDataHolder.class::cast)
        .toList();
  }

  static DOMException dataCloneError(String message) {
    return new DOMException(message, "DataCloneError");
  }

  /** Receives what was transferred, and deserializes the value: StructuredDeserializeWithTransfer. */
  Deserialized deserialize(ReferenceRealm targetRealm) {
    return targetRealm.loop().world().parts().newTransferDeserializer(targetRealm)
        .deserialize(serialized, transferDataHolders);
  }
}
