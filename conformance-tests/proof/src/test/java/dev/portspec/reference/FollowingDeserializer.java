package dev.portspec.reference;

import java.util.List;

/** Sees which port becomes which. */
abstract class FollowingDeserializer extends TransferDeserializer {
  FollowingDeserializer(ReferenceRealm targetRealm) {
    super(targetRealm);
  }

  abstract void received(ReferencePort port, ReferencePort original);

  @Override
  List<Object> transferredValues(List<Object> transferDataHolders) {
    List<Object> values = super.transferredValues(transferDataHolders);
    for (int i = 0; i < values.size(); i++) {
      if (transferDataHolders.get(i) instanceof PortDataHolder holder) {
        received((ReferencePort) values.get(i), holder.original());
      }
    }
    return values;
  }
}
