package dev.portspec.harness;

import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.trace.EventView;
import java.util.ArrayList;
import java.util.List;

/** Assertions on an event that was recorded. */
public final class EventAssert {
  private final EventView event;

  EventAssert(EventView event) {
    this.event = event;
  }

  /** The event has these attributes; those that are not named may be anything. */
  public EventAssert has(Assertions.Attribute... attributes) {
    if (attributes.length == 0) {
      throw new HarnessException("has() names no attribute");
    }
    List<String> expected = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Assertions.Attribute attribute : attributes) {
      expected.add(attribute.name() + " " + Canonical.text(Literals.tree(attribute.value())));
      seen.add(attribute.name() + " " + event.text(attribute.name()));
    }
    Judge.equal("event at " + event.label(), String.join(", ", expected), String.join(", ", seen));
    return this;
  }
}
