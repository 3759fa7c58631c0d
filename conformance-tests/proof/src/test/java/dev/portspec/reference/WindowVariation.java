package dev.portspec.reference;

import dev.portspec.api.WindowPostMessageOptions;
import dev.portspec.api.WindowProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variation whose windows take one of their steps otherwise. Each step is a method here, with the window or its
 * WindowProxy first; what is not overridden is the step of the reference.
 */
abstract class WindowVariation extends Variation {
  @Override
  ReferenceWindow newWindow(ReferenceWindowRealm realm) {
    return new VariedWindow(realm, this);
  }

  @Override
  ReferenceWindowProxy newWindowProxy(Navigable navigable) {
    return new VariedProxy(navigable, this);
  }

  /** The form with options, or with the message alone. */
  void post(WindowProxy window, @Nullable Object message, WindowPostMessageOptions options) {
    window.postMessage(message, options.targetOrigin(), options.transfer());
  }

  ReferenceWindow window(VariedProxy proxy) {
    return proxy.usualWindow();
  }

  void postMessageSteps(VariedWindow window, @Nullable Object message, String targetOrigin, List<Object> transfer) {
    window.usualPostMessageSteps(message, targetOrigin, transfer);
  }

  @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
    return window.usualParse(targetOrigin, incumbentSettings);
  }

  SerializedWithTransfer serialize(
      VariedWindow window, @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
    return window.usualSerialize(message, transfer, incumbentSettings);
  }

  void queueTask(VariedWindow window, Runnable steps) {
    window.usualQueueTask(steps);
  }

  void receive(
      VariedWindow window,
      SerializedWithTransfer serialized,
      @Nullable WebOrigin targetOrigin,
      ReferenceWindowRealm incumbentSettings) {
    window.usualReceive(serialized, targetOrigin, incumbentSettings);
  }

  void fire(
      VariedWindow window,
      String type,
      @Nullable Object data,
      String origin,
      @Nullable WindowProxy source,
      List<ReferencePort> ports) {
    window.dispatch(ReferenceMessageEvent.fired(window.realm(), type, data, origin, source, ports));
  }

  void call(VariedWindow window, RegisteredListener listener, ReferenceEvent event) {
    window.usualCallCallback(listener, event);
  }

  /** The realm whose script is posting. */
  static ReferenceWindowRealm sender() {
    return (ReferenceWindowRealm) EventLoop.incumbent();
  }

  /** Whether the script that posts to a window is of the same agent. */
  static boolean isOfTheSendersAgent(VariedWindow window) {
    return window.realm().loop() == EventLoop.incumbent().loop();
  }

  /** A window that asks its variation at each step. */
  static final class VariedWindow extends ReferenceWindow {
    private final WindowVariation variation;

    VariedWindow(ReferenceWindowRealm realm, WindowVariation variation) {
      super(realm);
      this.variation = variation;
    }

    @Override
    public void postMessage(@Nullable Object message, WindowPostMessageOptions options) {
      variation.post(this, message, options);
    }

    @Override
    void postMessageSteps(@Nullable Object message, String targetOrigin, List<Object> transfer) {
      variation.postMessageSteps(this, message, targetOrigin, transfer);
    }

    private void usualPostMessageSteps(@Nullable Object message, String targetOrigin, List<Object> transfer) {
      super.postMessageSteps(message, targetOrigin, transfer);
    }

    @Override
    @Nullable WebOrigin parse(String targetOrigin, ReferenceRealm incumbentSettings) {
      return variation.parse(this, targetOrigin, incumbentSettings);
    }

    private @Nullable WebOrigin usualParse(String targetOrigin, ReferenceRealm incumbentSettings) {
      return super.parse(targetOrigin, incumbentSettings);
    }

    @Override
    SerializedWithTransfer serialize(
        @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
      return variation.serialize(this, message, transfer, incumbentSettings);
    }

    private SerializedWithTransfer usualSerialize(
        @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
      return super.serialize(message, transfer, incumbentSettings);
    }

    @Override
    void queueTask(Runnable steps) {
      variation.queueTask(this, steps);
    }

    private void usualQueueTask(Runnable steps) {
      super.queueTask(steps);
    }

    @Override
    void receive(
        SerializedWithTransfer serialized, @Nullable WebOrigin targetOrigin, ReferenceWindowRealm incumbentSettings) {
      variation.receive(this, serialized, targetOrigin, incumbentSettings);
    }

    private void usualReceive(
        SerializedWithTransfer serialized, @Nullable WebOrigin targetOrigin, ReferenceWindowRealm incumbentSettings) {
      super.receive(serialized, targetOrigin, incumbentSettings);
    }

    @Override
    void fire(String type, @Nullable Object data, String origin, WindowProxy source, List<ReferencePort> ports) {
      variation.fire(this, type, data, origin, source, ports);
    }

    @Override
    void callCallback(RegisteredListener listener, ReferenceEvent event) {
      variation.call(this, listener, event);
    }

    private void usualCallCallback(RegisteredListener listener, ReferenceEvent event) {
      super.callCallback(listener, event);
    }
  }

  /** A WindowProxy that asks its variation at each step. */
  static final class VariedProxy extends ReferenceWindowProxy {
    private final WindowVariation variation;

    VariedProxy(Navigable navigable, WindowVariation variation) {
      super(navigable);
      this.variation = variation;
    }

    @Override
    public void postMessage(@Nullable Object message, WindowPostMessageOptions options) {
      variation.post(this, message, options);
    }

    @Override
    ReferenceWindow window() {
      return variation.window(this);
    }

    private ReferenceWindow usualWindow() {
      return super.window();
    }
  }
}
