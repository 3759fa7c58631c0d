package dev.portspec.reference;

import dev.portspec.reference.SerializedWithTransfer.Deserialized;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * StructuredDeserializeWithTransfer.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/structured-data.html#structureddeserializewithtransfer">HTML,
 *     StructuredDeserializeWithTransfer</a>
 */
class TransferDeserializer {
  private final ReferenceRealm targetRealm;

  TransferDeserializer(ReferenceRealm targetRealm) {
    this.targetRealm = targetRealm;
  }

  Deserialized deserialize(@Nullable Object serialized, List<Object> transferDataHolders) {
    // 1-3. sc.dwt.received-first
    List<Object> transferredValues = transferredValues(transferDataHolders);
    // 4-5.
    return new Deserialized(deserializeInternal(serialized, transferredValues), ports(transferredValues));
  }

  // 2-3. sc.dwt.order
  List<Object> transferredValues(List<Object> transferDataHolders) {
    List<Object> transferredValues = new ArrayList<>(transferDataHolders.size());
    for (Object transferDataHolder : transferDataHolders) {
      transferredValues.add(receive(transferDataHolder));
    }
    return transferredValues;
  }

  /** What became of a transferred object: of a buffer there is nothing to be received, but its bytes. */
  private Object receive(Object transferDataHolder) {
    return transferDataHolder instanceof PortDataHolder holder
        ? ReferencePort.received(holder, targetRealm)
        : transferDataHolder;
  }

  // 4. sc.dwt.identity
  @Nullable Object deserializeInternal(@Nullable Object serialized, List<Object> transferredValues) {
    return targetRealm.loop().world().parts().newDeserializer(transferredValues).deserialize(serialized);
  }

  // port.post.ports-only-ports: the ports among the transferred values, in the order of the list
  List<ReferencePort> ports(List<Object> transferredValues) {
    return transferredValues.stream()
        .filter(ReferencePort.class::isInstance)
        .map(ReferencePort.class::cast)
        .toList();
  }
}
