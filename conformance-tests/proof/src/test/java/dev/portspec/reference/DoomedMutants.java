package dev.portspec.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a message that lists the port that sends it, or the one that it is for. */
final class DoomedMutants {
  private DoomedMutants() {}

  /** A variation of what happens to a message that lists the port that sends it. */
  private abstract static class Source extends PortVariation {
    @Override
    final void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (lists(transfer, port)) {
        exercise();
        beforeTheCheck(port, message, without(transfer, port));
      }
      super.postMessageSteps(port, targetPort, message, transfer);
    }

    abstract void beforeTheCheck(VariedPort port, @Nullable Object message, List<Object> others);
  }

  @Mutant(killedBy = "port.post.source-check-before-serialize")
  static final class SerializesBeforeTheSourceCheck extends Source {
    @Override
    void beforeTheCheck(VariedPort port, @Nullable Object message, List<Object> others) {
      SerializedWithTransfer.of(message, List.of(), port.realm());
    }
  }

  @Mutant(killedBy = "port.post.source-check-harmless")
  static final class TransfersTheOthersBeforeTheSourceCheck extends Source {
    @Override
    void beforeTheCheck(VariedPort port, @Nullable Object message, List<Object> others) {
      SerializedWithTransfer.of(null, others, port.realm());
    }
  }

  @Mutant(killedBy = "port.post.source-check-harmless")
  static final class ClosesAPortThatListsItself extends Source {
    @Override
    void beforeTheCheck(VariedPort port, @Nullable Object message, List<Object> others) {
      port.close();
    }
  }

  /** A variation of what happens to a message that lists the port that it is for. */
  private abstract static class Doomed extends PortVariation {
    @Override
    final void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      if (targetPort instanceof VariedPort target && lists(transfer, target)) {
        doom(port, target, message, transfer);
      } else {
        super.postMessageSteps(port, targetPort, message, transfer);
      }
    }

    /** What is not overridden is as usual. */
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      super.postMessageSteps(port, target, message, transfer);
    }
  }

  @Mutant(killedBy = "port.post.doomed-still-serializes")
  static final class DropsTheDoomedUnread extends Doomed {
    @Override
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      exercise();
      super.doom(port, target, null, transfer);
    }
  }

  @Mutant(killedBy = "port.post.doomed-still-serializes")
  static final class TheDoomedTakesItsTargetOnly extends Doomed {
    @Override
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      if (transfer.size() > 1) {
        exercise();
        super.doom(port, target, null, List.of(target));
      } else {
        super.doom(port, target, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "port.post.doomed-detaches-target")
  static final class TheDoomedLeavesItsTarget extends Doomed {
    @Override
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      exercise();
      SerializedWithTransfer.of(message, without(transfer, target), port.realm());
    }
  }

  @Mutant(killedBy = "port.post.doomed-loses-channel")
  static final class OnlyTheLaterOutliveTheDoomed extends Doomed {
    @Override
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      super.doom(port, target, message, transfer);
      exercise();
      port.realm().locked(() -> {
        target.portMessageQueue().clear();
        target.portMessageQueue().setEnabled(true);
      });
    }
  }

  @Mutant(killedBy = "port.post.doomed-via-received-copy")
  static final class DeliversTheDoomedToAReceivedTarget extends Doomed {
    @Override
    void doom(VariedPort port, VariedPort target, @Nullable Object message, List<Object> transfer) {
      boolean received = target.hasBeenShipped();
      super.doom(port, target, message, transfer);
      if (received) {
        exercise();
        port.realm().execute(() -> target.fire("message", message, List.of()));
      }
    }
  }
}
