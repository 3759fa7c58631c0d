package dev.portspec.reference;

import dev.portspec.api.ErrorEvent;
import dev.portspec.api.MessageEventInit;
import org.jspecify.annotations.Nullable;

/**
 * An ErrorEvent, as exceptions are reported: cancelable. Positions are implementation-defined, and there are none.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#errorevent">HTML, ErrorEvent</a>
 */
final class ReferenceErrorEvent extends ReferenceEvent implements ErrorEvent {
  private static final MessageEventInit CANCELABLE =
      new MessageEventInit(false, true, false, null, "", "", null, MessageEventInit.DEFAULTS.ports());

  private final String message;
  private final @Nullable Object error;

  ReferenceErrorEvent(ReferenceRealm realm, String message, @Nullable Object error) {
    super(realm, "error", CANCELABLE, true);
    this.message = message;
    this.error = error;
  }

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public String getFilename() {
    return "";
  }

  @Override
  public int getLineno() {
    return 0;
  }

  @Override
  public int getColno() {
    return 0;
  }

  @Override
  public @Nullable Object getError() {
    return error;
  }
}
