package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** What is called with an event: a listener, or an event handler attribute's value. */
@FunctionalInterface
public interface EventListener {
  /**
   * Handles an event.
   *
   * @return what a script's function would return: {@code false} has a meaning for event handlers, nothing has one
   *     for listeners; {@link Undefined#UNDEFINED} when there is nothing to say
   */
  @Nullable Object handleEvent(Event event);
}
