package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.Window;
import dev.portspec.api.WindowProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Window: the global object of a document.
 *
 * <p><b>Concurrency:</b> belongs to its agent; {@link #postMessageSteps} is called by any.
 *
 * <p>What is not private is a step of the standard, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-window-object">HTML, Window</a>
 */
class ReferenceWindow extends ReferenceGlobal implements Window {
  private final EventHandlers eventHandlers;

  ReferenceWindow(ReferenceWindowRealm realm) {
    super(realm);
    this.eventHandlers = realm.loop().world().parts().newEventHandlers(this);
  }

  /** The associated Document. */
  private Document document() {
    return ((ReferenceWindowRealm) realm()).document();
  }

  @Override
  public WindowProxy getWindow() {
    return document().navigable().windowProxy();
  }

  @Override
  public String getOrigin() {
    return realm().origin();
  }

  @Override
  public WindowProxy getParent() {
    Document parent = document().navigable().parent();
    return parent == null ? getWindow() : parent.navigable().windowProxy();
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-window-postmessage: xdoc.overloads-equivalent
  @Override
  public void postMessage(@Nullable Object message, String targetOrigin, List<? extends @Nullable Object> transfer) {
    checkThread("postMessage");
    postMessageSteps(message, targetOrigin, SerializedWithTransfer.sequence(transfer));
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#window-post-message-steps, where this is the targetWindow
  void postMessageSteps(@Nullable Object message, String targetOrigin, List<Object> transfer) {
    // 2.
    ReferenceWindowRealm incumbentSettings = incumbentWindow();
    // 4-5. xdoc.syntaxerror-before-serialize
    WebOrigin parsedOrigin = parse(targetOrigin, incumbentSettings);
    // 7. xdoc.serialize-sync, xdoc.mismatch-still-detaches
    SerializedWithTransfer serializeWithTransferResult = serialize(message, transfer, incumbentSettings);
    // 8. xdoc.async, xdoc.task-source
    incumbentSettings.interferes();
    queueTask(() -> receive(serializeWithTransferResult, parsedOrigin, incumbentSettings));
  }

  private static ReferenceWindowRealm incumbentWindow() {
    if (EventLoop.incumbent() instanceof ReferenceWindowRealm incumbentSettings) {
      return incumbentSettings;
    }
    throw new IllegalStateException("a worker holds no window: send the message over a port");
  }

  /** The origin that the target must have; null for any. */
  // 4-5. xdoc.slash-is-incumbent-origin, xdoc.star-any, xdoc.star-with-spaces, xdoc.url-parsed-absolute
  @Nullable WebOrigin parse(String targetOrigin, ReferenceRealm incumbentSettings) {
    return switch (targetOrigin) {
      case "*" -> null;
      case "/" -> incumbentSettings.webOrigin();
      default -> TargetOrigin.parse(targetOrigin);
    };
  }

  SerializedWithTransfer serialize(
      @Nullable Object message, List<Object> transfer, ReferenceWindowRealm incumbentSettings) {
    return SerializedWithTransfer.of(message, transfer, incumbentSettings);
  }

  void queueTask(Runnable steps) {
    realm().queuePostedMessage(steps);
  }

  /** The steps of the task. */
  void receive(
      SerializedWithTransfer serializeWithTransferResult,
      @Nullable WebOrigin targetOrigin,
      ReferenceWindowRealm incumbentSettings) {
    // 8.1. xdoc.mismatch-silent, xdoc.check-at-dispatch, xdoc.opaque-target-origin
    if (targetOrigin != null && !targetOrigin.equals(realm().webOrigin())) {
      return;
    }
    // 8.2. xdoc.event.origin
    String origin = incumbentSettings.origin();
    // 8.3. xdoc.event.source
    WindowProxy source = incumbentSettings.proxy();
    // 8.4. xdoc.deserialize-target-realm
    SerializedWithTransfer.Deserialized deserializeRecord;
    try {
      deserializeRecord = serializeWithTransferResult.deserialize(realm());
    } catch (Throwable failure) {
      // xdoc.messageerror
      fire("messageerror", null, origin, source, List.of());
      return;
    }
    // 8.5-7. xdoc.event.data-ports
    fire("message", deserializeRecord.value(), origin, source, deserializeRecord.ports());
  }

  // xdoc.event.target
  void fire(String type, @Nullable Object data, String origin, WindowProxy source, List<ReferencePort> ports) {
    dispatch(ReferenceMessageEvent.fired(realm(), type, data, origin, source, ports));
  }

  @Override
  public @Nullable EventListener getOnmessage() {
    checkThread("onmessage");
    return eventHandlers.get("message");
  }

  // met.onmessage, port.onmessage.rule-is-port-only
  @Override
  public void setOnmessage(@Nullable EventListener handler) {
    checkThread("onmessage");
    eventHandlers.set("message", handler);
  }

  @Override
  public @Nullable EventListener getOnmessageerror() {
    checkThread("onmessageerror");
    return eventHandlers.get("messageerror");
  }

  // met.onmessageerror
  @Override
  public void setOnmessageerror(@Nullable EventListener handler) {
    checkThread("onmessageerror");
    eventHandlers.set("messageerror", handler);
  }
}
