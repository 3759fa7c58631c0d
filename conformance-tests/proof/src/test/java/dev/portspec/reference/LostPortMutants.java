package dev.portspec.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with ports whose message is never dispatched, or cannot be deserialized. */
final class LostPortMutants {
  private LostPortMutants() {}

  /** A variation that knows which ports are on their way to which, and can take them back. */
  private abstract static class TakingBack extends Variation {
    private final Map<ChannelEnd, List<Object>> onTheirWay = new IdentityHashMap<>();

    @Override
    final ReferencePort newPort(ReferenceRealm realm) {
      return new TakenBack(realm, this);
    }

    final void takeBack(ReferencePort receiver) {
      for (Object port : onTheirWay.getOrDefault(receiver, List.of())) {
        if (port instanceof TakenBack sent) {
          sent.isBack = true;
        }
      }
    }

    void closed(ReferencePort port) {}

    void failed(ReferencePort port) {}
  }

  private static final class TakenBack extends ReferencePort {
    private final TakingBack variation;
    private boolean isBack;

    TakenBack(ReferenceRealm realm, TakingBack variation) {
      super(realm);
      this.variation = variation;
    }

    @Override
    void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      super.postMessageSteps(targetPort, message, transfer);
      if (targetPort != null) {
        variation.onTheirWay.computeIfAbsent(targetPort, key -> new ArrayList<>()).addAll(transfer);
      }
    }

    @Override
    void fire(String type, @Nullable Object data, List<ReferencePort> ports) {
      if (type.equals("messageerror")) {
        variation.failed(this);
      }
      super.fire(type, data, ports);
    }

    @Override
    public void close() {
      super.close();
      variation.closed(this);
    }

    @Override
    boolean detached() {
      if (isBack) {
        variation.exercise();
      }
      return !isBack && super.detached();
    }
  }

  @Mutant(killedBy = "port.xfer.never-received-lost")
  static final class CloseGivesBackWhatWasOnItsWay extends TakingBack {
    @Override
    void closed(ReferencePort port) {
      takeBack(port);
    }
  }

  @Mutant(killedBy = "port.post.messageerror-loses-ports")
  static final class AMessageerrorGivesBackItsPorts extends TakingBack {
    @Override
    void failed(ReferencePort port) {
      takeBack(port);
    }
  }
}
