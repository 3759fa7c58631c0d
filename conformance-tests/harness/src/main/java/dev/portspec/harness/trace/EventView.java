package dev.portspec.harness.trace;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.Canonical;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that was recorded. */
public final class EventView {
  private final Observation observation;
  private final Map<?, ?> event;

  EventView(Observation observation, Map<?, ?> event) {
    this.observation = observation;
    this.event = event;
  }

  /** The label of the reaction that recorded it. */
  public String label() {
    return observation.label();
  }

  /** Whether the event was shown with this attribute. */
  public boolean shows(String attribute) {
    return event.containsKey(attribute);
  }

  /** An attribute as it was seen; {@code interface} is the event's own. */
  public Observed attribute(String attribute) {
    String key = attribute.equals("interface") ? "event" : attribute;
    return new Observed(label() + "." + attribute, observation.agent(), event.get(key));
  }

  /** The event object itself. */
  public Observed self() {
    return new Observed(label(), observation.agent(), event);
  }

  /** An attribute as text. */
  public String text(String attribute) {
    return shows(attribute.equals("interface") ? "event" : attribute)
        ? Canonical.text(attribute(attribute).tree())
        : "no such attribute";
  }

  static @Nullable EventView of(Observation observation) {
    return observation.kind() == Observation.Kind.SAW
            && observation.get("value") instanceof Map<?, ?> node
            && node.get("event") instanceof String
        ? new EventView(observation, node)
        : null;
  }

  Observation observation() {
    return observation;
  }
}
