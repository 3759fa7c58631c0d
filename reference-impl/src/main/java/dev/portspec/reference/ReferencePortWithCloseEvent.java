package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEventInit;
import org.jspecify.annotations.Nullable;

/**
 * A MessagePort with the close event: the last of the disentangle steps, and {@code onclose}.
 *
 * <p><b>Concurrency:</b> as {@link ReferencePort}; of two ends that are closed at once, one finds the other linked still.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#disentangle">HTML, disentangle</a>
 */
class ReferencePortWithCloseEvent extends ReferencePort {
  ReferencePortWithCloseEvent(ReferenceRealm realm) {
    super(realm);
  }

  /**
   * Step 4 of disentangle: port.close-event.fires-on-other, port.close-event.not-on-initiator, port.close-event.once,
   * port.close-event.after-unlink. By the letter, a port that is on its way is the object that left.
   *
   * <p>DEVIATION: no agent can dispatch an event of another one, so that takes a task, as whatwg/html#12957 proposes for
   * each close event (gap 4).
   */
  @Override
  void fireClose(ChannelEnd otherPort) {
    ReferencePort target =
        otherPort instanceof PortDataHolder dataHolder ? dataHolder.original() : (ReferencePort) otherPort;
    // nothing is dispatched where the other end is gone as well
    if (realm().locking(target.realm()::isGone)) {
      return;
    }
    // port.close-event.timing
    if (target.realm().loop() == realm().loop()
        && realm().decide(Freedom.CLOSE_EVENT_TIME).equals("inside-close")) {
      fireCloseAt(target);
    } else {
      // port.close-event.no-start-needed
      target.realm().queueDomManipulation(() -> fireCloseAt(target));
    }
  }

  // gap 8: worker.end.close-event
  @Override
  void fireCloseAtEnd(ChannelEnd otherPort) {
    if (realm().decide(Freedom.WORKER_END_CLOSE_EVENT).equals("fired")) {
      fireClose(otherPort);
    }
  }

  // port.close-event.plain-event
  void fireCloseAt(ReferencePort target) {
    target.dispatch(new ReferenceEvent(target.realm(), "close", MessageEventInit.DEFAULTS, true));
  }

  // port.close-event.handler-attribute
  @Override
  public @Nullable EventListener getOnclose() {
    checkThread("onclose");
    return eventHandlers().get("close");
  }

  // port.close-event.handler-attribute, port.onclose.not-enabling
  @Override
  public void setOnclose(@Nullable EventListener handler) {
    checkThread("onclose");
    eventHandlers().set("close", handler);
  }
}
