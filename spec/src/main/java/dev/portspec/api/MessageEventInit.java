package dev.portspec.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code MessageEventInit}, with its defaults.
 *
 * @param ports the list is copied by whoever takes it
 */
public record MessageEventInit(
    boolean bubbles,
    boolean cancelable,
    boolean composed,
    @Nullable Object data,
    String origin,
    String lastEventId,
    @Nullable Object source,
    List<MessagePort> ports) {
  /** Every member absent. */
  public static final MessageEventInit DEFAULTS =
      new MessageEventInit(false, false, false, null, "", "", null, List.of());
}
