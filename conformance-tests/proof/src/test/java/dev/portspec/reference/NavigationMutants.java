package dev.portspec.reference;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with messages to windows and over broadcast channels between documents that come and go. */
final class NavigationMutants {
  private NavigationMutants() {}

  @Mutant(killedBy = "xdoc.navigated-away")
  static final class ARemovedWindowIsTold extends WindowVariation {
    @Override
    void queueTask(VariedWindow window, Runnable steps) {
      EventLoop loop = window.realm().loop();
      loop.queue(TaskQueues.Source.POSTED_MESSAGE, null, steps);
    }

    @Override
    void call(VariedWindow window, RegisteredListener listener, ReferenceEvent event) {
      ReferenceRealm realm = window.realm();
      if (realm.isFullyActive()) {
        super.call(window, listener, event);
      } else {
        exercise();
        realm.loop().callback(realm, () -> listener.callback.handleEvent(event), realm::report);
      }
    }
  }

  @Mutant(killedBy = "xdoc.navigated-away", seenIn = "servo/servo#39833")
  static final class LosesWhatARemovedWindowHadPosted extends WindowVariation {
    @Override
    void receive(
        VariedWindow window,
        SerializedWithTransfer serialized,
        @Nullable WebOrigin targetOrigin,
        ReferenceWindowRealm incumbentSettings) {
      if (incumbentSettings.isFullyActive()) {
        super.receive(window, serialized, targetOrigin, incumbentSettings);
      } else {
        exercise();
      }
    }
  }

  @Mutant(killedBy = "xdoc.navigated-away")
  static final class AWindowProxyStaysWithItsFirstDocument extends WindowVariation {
    private final Map<VariedProxy, ReferenceWindow> first = new IdentityHashMap<>();

    @Override
    ReferenceWindow window(VariedProxy proxy) {
      ReferenceWindow now = super.window(proxy);
      ReferenceWindow window = first.computeIfAbsent(proxy, unknown -> now);
      if (window != now) {
        exercise();
      }
      return window;
    }
  }

  @Mutant(killedBy = "bc.post.storage-key")
  static final class BroadcastsToOtherOrigins extends BroadcastVariation {
    @Override
    List<ReferenceBroadcastChannel> destinations(VariedChannel channel) {
      return channel.realm().locking(() -> channel.realm().loop().world().openBroadcastChannels().stream()
          .filter(other -> other != channel && channel.hasName(other.getName()))
          .filter(ReferenceBroadcastChannel::isEligibleForMessaging)
          .peek(other -> exercise())
          .toList());
    }
  }

  @Mutant(killedBy = "bc.post.storage-key")
  static final class BroadcastsWithinADocument extends BroadcastVariation {
    @Override
    List<ReferenceBroadcastChannel> destinations(VariedChannel channel) {
      return super.destinations(channel).stream().filter(other -> {
        boolean isOfItsDocument = other.realm() == channel.realm();
        if (!isOfItsDocument) {
          exercise();
        }
        return isOfItsDocument;
      }).toList();
    }
  }

  @Mutant(killedBy = "bc.task.inactive-destination")
  static final class TheTaskOfAReceiverHasNoDocument extends BroadcastVariation {
    @Override
    void queueTask(VariedChannel channel, ReferenceBroadcastChannel destination, Runnable steps) {
      destination.realm().loop().queue(TaskQueues.Source.DOM_MANIPULATION, null, () -> {
        if (!destination.realm().isFullyActive()) {
          exercise();
        }
        steps.run();
      });
    }
  }
}
