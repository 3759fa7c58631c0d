package dev.portspec.harness.trace;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.script.Canonical;
import java.util.Collection;
import java.util.List;
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
    return new Observed(label() + "." + attribute, observation.agent(), resolved(event.get(key)));
  }

  /** An object that was shown at an earlier attribute is a reference at a later one: taken alone it is the object. */
  private @Nullable Object resolved(@Nullable Object tree) {
    Object found = tree instanceof Map<?, ?> node && node.containsKey("ref") ? find(event, node.get("ref")) : null;
    return found == null ? tree : found;
  }

  private static @Nullable Object find(@Nullable Object tree, @Nullable Object number) {
    if (tree instanceof Map<?, ?> node && number != null && number.equals(node.get("#"))) {
      return node;
    }
    Collection<?> parts =
        tree instanceof Map<?, ?> map ? map.values() : tree instanceof List<?> list ? list : List.of();
    for (Object part : parts) {
      Object found = find(part, number);
      if (found != null) {
        return found;
      }
    }
    return null;
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
