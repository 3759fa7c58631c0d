package dev.portspec.reference;

import dev.portspec.api.MessageEventInit;
import dev.portspec.api.WindowProxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the event of a message to a window. */
final class WindowEventMutants {
  private WindowEventMutants() {}

  @Mutant(killedBy = "xdoc.event.origin", seenIn = {"jsdom/jsdom#2745", "servo/servo#22888"})
  static final class NamesNoOrigin extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      super.fire(window, type, data, "", source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.origin", seenIn = "lightpanda-io/browser#1826")
  static final class NamesTheOriginOfTheReceiver extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      String own = window.realm().origin();
      if (!own.equals(origin)) {
        exercise();
      }
      super.fire(window, type, data, own, source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.origin")
  static final class AnOpaqueOriginIsEmpty extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      boolean isOpaque = origin.equals("null");
      if (isOpaque) {
        exercise();
      }
      super.fire(window, type, data, isOpaque ? "" : origin, source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.source", seenIn = {"jsdom/jsdom#1140", "servo/servo#22514"})
  static final class HasNoSource extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      super.fire(window, type, data, origin, null, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.source", seenIn = "servo/servo#12715")
  static final class TheSourceIsTheWindowThatHasTheMethod extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      WindowProxy own = window.getWindow();
      if (own != source) {
        exercise();
      }
      super.fire(window, type, data, origin, own, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.source")
  static final class TheSourceIsAnotherObjectEachTime extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      WindowProxy other = source == null ? null : source::postMessage;
      super.fire(window, type, data, origin, other, ports);
    }
  }

  @Mutant(killedBy = "xdoc.event.target", seenIn = "lightpanda-io/browser#1826")
  static final class FiresAtTheWindowOfThePage extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      Document parent = window.realm().document().navigable().parent();
      if (parent != null && parent.realm().loop() == window.realm().loop()) {
        exercise();
        parent.realm().global().fire(type, data, origin, source, ports);
      } else {
        super.fire(window, type, data, origin, source, ports);
      }
    }
  }

  @Mutant(killedBy = "xdoc.event.target")
  static final class TheEventOfAWindowBubbles extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      MessageEventInit init =
          new MessageEventInit(true, false, false, data, origin, "", source, ReferenceRealm.frozen(ports));
      window.dispatch(newMessageEvent(window.realm(), type, init, true));
    }
  }

  @Mutant(killedBy = "xdoc.event.target")
  static final class TheEventOfAWindowIsUntrusted extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      MessageEventInit init =
          new MessageEventInit(false, false, false, data, origin, "", source, ReferenceRealm.frozen(ports));
      window.dispatch(newMessageEvent(window.realm(), type, init, false));
    }
  }

  @Mutant(killedBy = "xdoc.event.data-ports", seenIn = "jsdom/jsdom#3342")
  static final class GivesAWindowNoPorts extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      if (!ports.isEmpty()) {
        exercise();
      }
      super.fire(window, type, data, origin, source, List.of());
    }
  }

  @Mutant(killedBy = "xdoc.event.data-ports")
  static final class GivesAWindowThePortsInReverse extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      if (ports.size() > 1) {
        exercise();
      }
      List<ReferencePort> reversed = new ArrayList<>(ports);
      Collections.reverse(reversed);
      super.fire(window, type, data, origin, source, reversed);
    }
  }

  @Mutant(killedBy = "xdoc.event.data-ports")
  static final class GivesAWindowAString extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      super.fire(window, type, String.valueOf(data), origin, source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.messageerror")
  static final class TellsAWindowNothingOfAFailure extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      if (type.equals("messageerror")) {
        exercise();
      } else {
        super.fire(window, type, data, origin, source, ports);
      }
    }
  }

  @Mutant(killedBy = "xdoc.messageerror")
  static final class AFailureAtAWindowIsAMessage extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      if (type.equals("messageerror")) {
        exercise();
      }
      super.fire(window, "message", data, origin, source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.messageerror")
  static final class DoesNotSayWhoseMessageFailed extends WindowVariation {
    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      if (type.equals("messageerror")) {
        exercise();
        super.fire(window, type, data, "", null, ports);
      } else {
        super.fire(window, type, data, origin, source, ports);
      }
    }
  }
}
