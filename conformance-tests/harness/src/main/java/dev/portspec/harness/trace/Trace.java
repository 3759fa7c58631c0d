package dev.portspec.harness.trace;

import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was seen in a world, or a part of it. Asking for something names it: what no assertion has named by the end of
 * the check, and the check did not say may happen, is a divergence.
 */
public final class Trace {
  private final List<Observation> observations;
  private final Claims claims;
  private final boolean isOfSeveral;

  /** What was seen in one agent. */
  public Trace(List<Observation> observations, Claims claims) {
    this(observations, claims, false);
  }

  /**
   * What was seen.
   *
   * @param isOfSeveral whether it is of several agents: what came first then is nobody's to say
   */
  public Trace(List<Observation> observations, Claims claims, boolean isOfSeveral) {
    this.observations = List.copyOf(observations);
    this.claims = claims;
    this.isOfSeveral = isOfSeveral;
  }

  public List<Observation> observations() {
    return observations;
  }

  /** Asserts something, and names nothing where that does not hold: it is one of several possibilities. */
  public void tentatively(Runnable assertions) {
    Claims before = claims.copy();
    try {
      assertions.run();
    } catch (AssertionError e) {
      claims.reset(before);
      throw e;
    }
  }

  /** The part that was seen in one realm. */
  public Trace of(String realm) {
    return new Trace(where(observation -> observation.realm().equals(realm)).observations, claims);
  }

  /** The part that has one of these labels. */
  public Trace by(String... labels) {
    Set<String> wanted = Set.of(labels);
    return where(observation -> wanted.contains(observation.label()));
  }

  private Trace where(Predicate<Observation> condition) {
    return new Trace(observations.stream().filter(condition).toList(), claims, isOfSeveral);
  }

  private void checkOrder() {
    if (isOfSeveral) {
      throw new IllegalStateException("an order is asked of several agents: narrow it to one, with realm.settled()");
    }
  }

  /** The only event that was recorded under a label. */
  public EventView event(String label) {
    List<EventView> events = events(label);
    if (events.size() != 1) {
      events.forEach(event -> claims.claim(event.observation()));
      throw new Divergence("events recorded by " + label, "1", String.valueOf(events.size()));
    }
    return event(label, 0);
  }

  /** One of the events that were recorded under a label, from 0. */
  public EventView event(String label, int index) {
    List<EventView> events = events(label);
    if (events.size() <= index) {
      throw new Divergence("events recorded by " + label, "more than " + index, String.valueOf(events.size()));
    }
    claims.claim(events.get(index).observation());
    return events.get(index);
  }

  private List<EventView> events(String label) {
    List<EventView> events = new ArrayList<>();
    for (Observation observation : observations) {
      EventView event = EventView.of(observation);
      if (event != null && event.label().equals(label)) {
        events.add(event);
      }
    }
    return events;
  }

  /** How the only {@code attempt} of this label ended. */
  public OutcomeView outcome(String label) {
    return new OutcomeView(only(Kind.OUTCOME, label));
  }

  /** How one of the attempts of this label ended, from 0. */
  public OutcomeView outcome(String label, int index) {
    List<Observation> found = labelled(Kind.OUTCOME, label);
    if (found.size() <= index) {
      throw new Divergence("ends of attempt " + label, "more than " + index, String.valueOf(found.size()));
    }
    claims.claim(found.get(index));
    return new OutcomeView(found.get(index));
  }

  /** Whether something was observed under a label. */
  public boolean shows(String label) {
    return !labelled(Kind.SAW, label).isEmpty();
  }

  /** The only value that was observed under a label. */
  public Observed observed(String label) {
    Observation observation = only(Kind.SAW, label);
    return new Observed(label, observation.agent(), observation.get("value"));
  }

  /** One of the values that were observed under a label, from 0. */
  public Observed observed(String label, int index) {
    List<Observation> found = labelled(Kind.SAW, label);
    if (found.size() <= index) {
      throw new Divergence("values observed as " + label, "more than " + index, String.valueOf(found.size()));
    }
    claims.claim(found.get(index));
    return new Observed(label, found.get(index).agent(), found.get(index).get("value"));
  }

  private Observation only(Kind kind, String label) {
    List<Observation> found = labelled(kind, label);
    found.forEach(claims::claim);
    if (found.size() != 1) {
      String what = kind == Kind.OUTCOME ? "ends of attempt " : "values observed as ";
      throw new Divergence(what + label, "1", String.valueOf(found.size()));
    }
    return found.get(0);
  }

  private List<Observation> labelled(Kind kind, String label) {
    return observations.stream().filter(o -> o.kind() == kind && o.label().equals(label)).toList();
  }

  /** The data of the recorded events of a type, in order. */
  public List<Observed> dataOf(String type) {
    checkOrder();
    List<Observed> data = new ArrayList<>();
    for (Observation observation : observations) {
      EventView event = EventView.of(observation);
      if (event != null && Canonical.text(type).equals(event.text("type"))) {
        claims.claim(observation);
        // an event that has no data at all is not one whose data is null
        data.add(
            event.shows("data")
                ? event.attribute("data")
                : new Observed(event.label(), observation.agent(), Tree.of("none", event.text("interface"))));
      }
    }
    return data;
  }

  /** What was reported as an uncaught exception, in order. */
  public List<Observed> reported() {
    checkOrder();
    List<Observed> reports = new ArrayList<>();
    for (Observation observation : observations) {
      if (observation.kind() == Kind.REPORTED) {
        claims.claim(observation);
        reports.add(new Observed("reported", observation.agent(), observation.get("reported")));
      }
    }
    return reports;
  }

  /** Allows exceptions to be reported, and requires none. */
  public void allowReports() {
    observations.stream().filter(observation -> observation.kind() == Kind.REPORTED).forEach(claims::claim);
  }

  /** How often functions of a label were called. */
  public int calls(String label) {
    claims.countCalls(label);
    List<Observation> calls = labelled(Kind.CALLED, label);
    calls.forEach(claims::claim);
    return calls.size();
  }

  /** With how many arguments functions of a label were called, call by call. */
  public List<Integer> argumentCounts(String label) {
    claims.countCalls(label);
    List<Observation> calls = labelled(Kind.CALLED, label);
    calls.forEach(claims::claim);
    return calls.stream().map(o -> ((Number) o.body().get("args")).intValue()).toList();
  }

  /** The time stamps of the events that were recorded under a label, in order; NaN where it is no number. */
  public List<Double> timeStamps(String label) {
    List<Double> stamps = new ArrayList<>();
    for (EventView event : events(label)) {
      claims.claim(event.observation());
      Object stamp = event.attribute("timeStamp").tree();
      stamps.add(stamp instanceof Number number ? number.doubleValue() : Double.NaN);
    }
    return stamps;
  }

  /** The order in which calls, labels and reports came, of those that are asked for; a report is {@code reported}. */
  public List<String> marks(String... asked) {
    checkOrder();
    Set<String> wanted = Set.copyOf(Arrays.asList(asked));
    List<String> marks = new ArrayList<>();
    for (Observation observation : observations) {
      String mark = observation.kind() == Kind.REPORTED ? "reported" : observation.label();
      if (wanted.contains(mark) && isMark(observation)) {
        marks.add(mark);
        if (observation.kind() == Kind.CALLED) {
          claims.countCalls(mark);
        }
        if (observation.kind() != Kind.REPORTED) {
          claims.claim(observation);
        }
      }
    }
    return marks;
  }

  /** A recorded event coincides with the call of its reaction, and is no mark of its own. */
  private static boolean isMark(Observation observation) {
    return switch (observation.kind()) {
      case CALLED, OUTCOME, REPORTED -> true;
      case SAW -> EventView.of(observation) == null;
      default -> false;
    };
  }

  /** Allows every observation of this part, and requires none. */
  public void allow() {
    observations.forEach(claims::claim);
    observations.stream().filter(o -> o.kind() == Kind.CALLED).forEach(o -> claims.countCalls(o.label()));
  }
}
