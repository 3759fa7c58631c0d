package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.WebTypeError;
import dev.portspec.api.WindowPostMessageOptions;
import dev.portspec.api.WindowProxy;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong between the call of a window's {@code postMessage} and the task that it queues. */
final class WindowPostMutants {
  private WindowPostMutants() {}

  @Mutant(killedBy = "xdoc.overload.one-arg", seenIn = "jsdom/jsdom#1140")
  static final class NeedsATargetOrigin extends WindowVariation {
    @Override
    void post(WindowProxy window, @Nullable Object message, WindowPostMessageOptions options) {
      if (options == WindowPostMessageOptions.DEFAULTS) {
        exercise();
        throw new WebTypeError("postMessage needs a target origin");
      }
      super.post(window, message, options);
    }
  }

  @Mutant(killedBy = "xdoc.overloads-equivalent")
  static final class IgnoresTheListOfTheOptions extends WindowVariation {
    @Override
    void post(WindowProxy window, @Nullable Object message, WindowPostMessageOptions options) {
      if (!options.transfer().isEmpty()) {
        exercise();
      }
      window.postMessage(message, options.targetOrigin(), List.of());
    }
  }

  @Mutant(killedBy = "xdoc.overloads-equivalent")
  static final class IgnoresTheOriginOfTheOptions extends WindowVariation {
    @Override
    void post(WindowProxy window, @Nullable Object message, WindowPostMessageOptions options) {
      if (options != WindowPostMessageOptions.DEFAULTS) {
        exercise();
        window.postMessage(message, "*", options.transfer());
      } else {
        super.post(window, message, options);
      }
    }
  }

  @Mutant(killedBy = "xdoc.serialize-sync")
  static final class SerializesInTheTask extends WindowVariation {
    @Override
    void postMessageSteps(VariedWindow window, @Nullable Object message, String targetOrigin, List<Object> transfer) {
      if (!isOfTheSendersAgent(window)) {
        super.postMessageSteps(window, message, targetOrigin, transfer);
        return;
      }
      exercise();
      ReferenceWindowRealm sender = sender();
      WebOrigin parsed = parse(window, targetOrigin, sender);
      queueTask(window, () -> sender.callback(
          () -> receive(window, serialize(window, message, transfer, sender), parsed, sender)));
    }
  }

  @Mutant(killedBy = "xdoc.serialize-sync", seenIn = "jsdom/jsdom#1790")
  static final class SharesTheMessageWithTheWindow extends WindowVariation {
    private final ArrayDeque<Object> messages = new ArrayDeque<>();

    @Override
    SerializedWithTransfer serialize(
        VariedWindow window, @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
      SerializedWithTransfer serialized = super.serialize(window, message, transfer, incumbentSettings);
      if (message != null) {
        messages.add(message);
      }
      return serialized;
    }

    @Override
    void fire(
        VariedWindow window, String type, @Nullable Object data, String origin, @Nullable WindowProxy source,
        List<ReferencePort> ports) {
      exercise();
      super.fire(window, type, data == null ? null : messages.poll(), origin, source, ports);
    }
  }

  @Mutant(killedBy = "xdoc.serialize-sync")
  static final class WhatAnAccessorThrowsIsADataCloneError extends WindowVariation {
    @Override
    SerializedWithTransfer serialize(
        VariedWindow window, @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
      try {
        return super.serialize(window, message, transfer, incumbentSettings);
      } catch (DOMException failure) {
        throw failure;
      } catch (RuntimeException failure) {
        exercise();
        throw SerializedWithTransfer.dataCloneError("the message cannot be read");
      }
    }
  }

  @Mutant(killedBy = "xdoc.async")
  static final class AWindowIsToldInTheCall extends WindowVariation {
    @Override
    void queueTask(VariedWindow window, Runnable steps) {
      if (isOfTheSendersAgent(window)) {
        exercise();
        steps.run();
      } else {
        super.queueTask(window, steps);
      }
    }
  }

  @Mutant(killedBy = "xdoc.task-source")
  static final class AWindowIsToldInAMicrotask extends WindowVariation {
    @Override
    void queueTask(VariedWindow window, Runnable steps) {
      if (isOfTheSendersAgent(window)) {
        exercise();
        window.realm().loop().queueMicrotask(steps);
      } else {
        super.queueTask(window, steps);
      }
    }
  }

  @Mutant(killedBy = "xdoc.task-source")
  static final class TellsAWindowTheNewestFirst extends WindowVariation {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @Override
    void queueTask(VariedWindow window, Runnable steps) {
      if (!isOfTheSendersAgent(window)) {
        super.queueTask(window, steps);
        return;
      }
      waiting.push(steps);
      super.queueTask(window, () -> {
        if (waiting.size() > 1) {
          exercise();
        }
        waiting.pop().run();
      });
    }
  }

  @Mutant(killedBy = "xdoc.task-source")
  static final class EachWindowHasASourceOfItsOwn extends WindowVariation {
    @Override
    void queueTask(VariedWindow window, Runnable steps) {
      if (isOfTheSendersAgent(window) && window.realm() != sender()) {
        exercise();
        window.realm().queueTimer(() -> super.queueTask(window, steps));
      } else {
        super.queueTask(window, steps);
      }
    }
  }

  @Mutant(killedBy = "xdoc.cross-origin-callable")
  static final class AnotherOriginCannotBeToldAnything extends WindowVariation {
    @Override
    ReferenceWindow window(VariedProxy proxy) {
      ReferenceWindow window = super.window(proxy);
      if (!window.realm().webOrigin().equals(sender().webOrigin())) {
        exercise();
        throw new DOMException("the window is of another origin", "SecurityError");
      }
      return window;
    }
  }
}
