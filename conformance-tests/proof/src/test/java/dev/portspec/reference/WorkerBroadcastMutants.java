package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the broadcast channels of a worker that closes. */
final class WorkerBroadcastMutants {
  private WorkerBroadcastMutants() {}

  @Mutant(killedBy = "bc.post.not-eligible-silent")
  static final class BroadcastingThrowsInAClosingWorker extends BroadcastVariation {
    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      if (!channel.isEligibleForMessaging()) {
        exercise();
        throw new DOMException("the worker is closing", "InvalidStateError");
      }
      super.postMessage(channel, message);
    }
  }

  @Mutant(killedBy = "bc.post.not-eligible-silent")
  static final class AClosingWorkerBroadcasts extends BroadcastVariation {
    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      if (channel.isEligibleForMessaging() || channel.closed()) {
        super.postMessage(channel, message);
      } else {
        exercise();
        channel.broadcast(channel.serialize(message), channel.realm().origin());
      }
    }
  }

  @Mutant(killedBy = "bc.post.not-eligible-silent")
  static final class AClosingWorkerChecksFirst extends BroadcastVariation {
    @Override
    void postMessage(VariedChannel channel, @Nullable Object message) {
      if (!channel.isEligibleForMessaging()) {
        exercise();
        channel.serialize(message);
      }
      super.postMessage(channel, message);
    }
  }

  @Mutant(killedBy = "bc.post.destination-eligible")
  static final class BroadcastsToAWorkerThatHasClosed extends BroadcastVariation {
    private final List<ReferenceBroadcastChannel> ofWorkers = new ArrayList<>();

    @Override
    ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
      ReferenceBroadcastChannel channel = super.newBroadcastChannel(realm, name);
      if (realm.loop().worker() != null) {
        ofWorkers.add(channel);
      }
      return channel;
    }

    @Override
    List<ReferenceBroadcastChannel> destinations(VariedChannel channel) {
      List<ReferenceBroadcastChannel> destinations = new ArrayList<>(super.destinations(channel));
      ofWorkers.stream().filter(closed -> !closed.isEligibleForMessaging()).forEach(destinations::add);
      return destinations;
    }

    @Override
    void queueTask(VariedChannel channel, ReferenceBroadcastChannel destination, Runnable steps) {
      if (destination.isEligibleForMessaging()) {
        super.queueTask(channel, destination, steps);
      } else {
        exercise();
        channel.realm().queueDomManipulation(() -> destination.realm().loop().run(steps));
      }
    }
  }
}
