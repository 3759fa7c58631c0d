package dev.portspec.harness;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Observation.Kind;
import dev.portspec.harness.backend.Subject;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.script.Canonical;
import dev.portspec.harness.script.Tree;
import dev.portspec.harness.trace.Claims;
import dev.portspec.harness.trace.Divergence;
import dev.portspec.harness.trace.Observed;
import dev.portspec.harness.trace.Trace;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One world of the implementation under test, as a check sees it: its first window, and what was seen. Each check has
 * a new one.
 */
public final class World {
  /** So many turns without anything new, and everything has come to rest. */
  private static final int QUIET_TURNS = 3;

  /** What so many collections leave is not going to be collected. */
  static final int MOST_COLLECTIONS = 5;

  /** Thousands of messages take a few turns, however slow the machine is; what takes more may be endless. */
  private static final int NOISY_TURNS = 100;

  /** What an agent says of a name under which nothing is kept. */
  private static final String NO_SUCH_NAME = "no such name: ";

  /** The name of the first window, and of its agent. */
  static final String WINDOW = "window";

  /** How many worlds there were. */
  private static final AtomicInteger WORLDS = new AtomicInteger();

  private final int number = WORLDS.incrementAndGet();
  private final Subject subject;
  private final Supplier<BackendWorld> opener;
  private final Duration arrival;
  private final Recorder recorder = new Recorder(this::runScript);
  private final Realm window = new Realm(this, WINDOW, WINDOW);
  private final Claims claims = new Claims();
  private final List<CheckResult.Step> steps = new ArrayList<>();
  private @Nullable BackendWorld opened;
  private @Nullable Trace trace;
  private int observedNow;
  private boolean hasSeveralAgents;

  /**
   * A world that is opened when it is first used.
   *
   * @param arrival the longest wait for everything to come to rest
   */
  public World(Subject subject, Supplier<BackendWorld> opener, Duration arrival) {
    this.subject = subject;
    this.opener = opener;
    this.arrival = arrival;
  }

  /** A world that takes down what is written and runs nothing: for expected values, and where one must be named. */
  public static World unopened() {
    Subject nobody = new Subject("nobody", "", "", Subject.Binding.JAVA, Set.of(Capability.values()));
    Supplier<BackendWorld> nowhere =
        () -> {
          throw new HarnessException("an expected value cannot run a script, and a check runs under its extension");
        };
    return new World(nobody, nowhere, Duration.ZERO);
  }

  /** The first window. */
  public Realm window() {
    return window;
  }

  /** A realm in an agent of its own. */
  Realm newRealm(String prefix) {
    return realm(recorder.newName(prefix));
  }

  /** The realm of the agent of that name. */
  Realm realm(String agent) {
    hasSeveralAgents = true;
    return new Realm(this, agent, agent);
  }

  /** Whether the implementation declares a capability; for generated scenarios, not for the course of a check. */
  public boolean claims(Capability capability) {
    return subject.capabilities().contains(capability);
  }

  /**
   * A name that no other world has. What is told apart by name alone, such as a broadcast channel, would else get what
   * an earlier world sent and an engine delivered late.
   */
  public String unique(String name) {
    return name + " " + number;
  }

  /** The serialization of an origin in this world, where the implementation has several. */
  public String serialized(Origin origin) {
    List<Observed> seen = observeNow(window, label -> Vocabulary.observe(label, Vocabulary.serialized(origin)));
    Object text = seen.isEmpty() ? null : seen.get(0).tree();
    if (text instanceof String serialization) {
      return serialization;
    }
    String what = "the serialization of the origin " + OriginLiteral.name(origin);
    throw new Divergence(what, "a string", String.valueOf(text));
  }

  /** What was seen, once everything has come to rest; kept until the next script runs. */
  public Trace settle() {
    if (trace == null) {
      BackendWorld world = open();
      if (!world.settleExactly()) {
        takeTurns(world);
      }
      trace = new Trace(checked(world.observations()), claims, hasSeveralAgents);
    }
    return trace;
  }

  /** Collects garbage, with tasks before and after it. */
  public void collectGarbage() {
    need(Capability.GC);
    trace = null;
    open().collectGarbage();
  }

  private void takeTurns(BackendWorld world) {
    long deadline = System.nanoTime() + arrival.toNanos();
    int before = world.observations().size();
    for (int quiet = 0, turns = 1; quiet < QUIET_TURNS; turns++) {
      world.turn();
      int now = world.observations().size();
      quiet = now == before ? quiet + 1 : 0;
      before = now;
      if (turns > NOISY_TURNS && System.nanoTime() > deadline) {
        throw new BackendException(BackendException.Failure.FLOODS, "it does not come to rest: something new in each turn");
      }
    }
  }

  private List<Observation> checked(List<Observation> observations) {
    for (Observation observation : observations) {
      if (observation.kind() == Kind.FAULT) {
        throw atFault(observation.label(), "");
      }
    }
    return observations;
  }

  Recorder recorder() {
    return recorder;
  }

  Observed observeNow(Value value) {
    List<Observed> seen = observeNow(value.realm, label -> Vocabulary.observe(label, value));
    if (seen.isEmpty()) {
      throw new Divergence("observing " + value, "a value", "nothing");
    }
    return new Observed(value.toString(), seen.get(0).agent(), seen.get(0).tree());
  }

  /** What a script observes under the label that it is given. */
  List<Observed> observeNow(Realm realm, Consumer<String> script) {
    String label = "now" + ++observedNow;
    realm.run(() -> script.accept(label));
    List<Observed> seen = new ArrayList<>();
    for (Observation observation : open().observations()) {
      if (observation.kind() == Kind.SAW && observation.label().equals(label)) {
        seen.add(new Trace(List.of(observation), claims).observed(label));
      }
    }
    return seen;
  }

  private void runScript(Realm realm, List<Object> script, Set<Capability> needs) {
    needs.forEach(this::need);
    boolean settled = trace != null;
    trace = null;
    int index = steps.size();
    steps.add(new CheckResult.Step(realm.name(), script, "no answer", settled));
    Answer answer = open().run(realm.name(), script);
    steps.set(index, new CheckResult.Step(realm.name(), script, inWords(answer), settled));
    if (answer.fault() != null) {
      throw atFault(answer.fault(), ", at " + answer.at());
    }
    if (!answer.ended()) {
      String where = "the script, at action " + answer.at();
      throw new Divergence(
          where, "no exception", "threw " + Observed.brief(answer.threw()), Canonical.text(answer.threw()));
    }
  }

  /** Where nothing was ever kept under a declared name, what was to keep it did not run: that is the subject's fault. */
  private RuntimeException atFault(String fault, String where) {
    String name = fault.startsWith(NO_SUCH_NAME) ? fault.substring(NO_SUCH_NAME.length()) : "";
    if (recorder.isDeclared(name)) {
      throw new Divergence("what the script keeps as " + name, "kept by now", "nothing");
    }
    return new HarnessException("a script is at fault: " + fault + where);
  }

  private static String inWords(Answer answer) {
    if (answer.ended()) {
      return "";
    }
    return answer.fault() != null ? "fault: " + answer.fault() : "threw " + Canonical.text(answer.threw());
  }

  private void need(Capability capability) {
    if (subject.binding() == Subject.Binding.JAVA && Capability.NOT_IN_JAVA.contains(capability)) {
      throw new Inapplicable(capability, true);
    }
    if (!subject.capabilities().contains(capability)) {
      throw new Inapplicable(capability, false);
    }
  }

  private BackendWorld open() {
    if (opened == null) {
      opened = opener.get();
    }
    return opened;
  }

  // the end of a check

  /** Holds the world closed: what was seen and not predicted is a divergence, and so is what never ran. */
  public void finish() {
    Trace all = settle();
    int now = open().observations().size();
    if (now > all.observations().size()) {
      throw new Divergence("what came after everything had come to rest", "nothing", "something");
    }
    Map<Integer, List<Integer>> calls = new HashMap<>();
    Map<Integer, Integer> unclaimed = new HashMap<>();
    for (Observation observation : all.observations()) {
      switch (observation.kind()) {
        case CALLED -> {
          int id = ((Number) observation.body().get("id")).intValue();
          calls.computeIfAbsent(id, ignored -> new ArrayList<>())
              .add(((Number) observation.body().get("call")).intValue());
          if (!claims.has(observation)) {
            unclaimed.merge(id, 1, Integer::sum);
          }
        }
        case SAW, OUTCOME, REPORTED -> {
          if (!claims.has(observation)) {
            throw unpredicted(observation);
          }
        }
        case OVERLAP -> throw new Divergence("the event loop", "one task at a time", observation.label());
        default -> {}
      }
    }
    recorder
        .functions()
        .all()
        .forEach(
            expected ->
                checkCalls(
                    expected,
                    calls.getOrDefault(expected.id(), List.of()),
                    unclaimed.getOrDefault(expected.id(), 0)));
  }

  private void checkCalls(Functions.Expectation expected, List<Integer> calls, int unclaimed) {
    if (expected.calls() != null) {
      boolean asExpected = expected.calls() == Functions.Expectation.ANY || expected.calls() == calls.size();
      if (!asExpected) {
        throw new Divergence("calls of " + expected.label(), String.valueOf(expected.calls()), "" + calls.size());
      }
      return;
    }
    if (claims.hasCounted(expected.label())) {
      if (unclaimed > 0) {
        throw new Divergence("calls of " + expected.label() + " after they were counted", "0", "" + unclaimed);
      }
      return;
    }
    int bodies = expected.silent().size();
    for (int body = 0; body < bodies; body++) {
      int index = body;
      long ran = calls.stream().filter(call -> Math.min(call, bodies) == index + 1).count();
      if (expected.silent().get(body) && ran != 1) {
        String what = "calls of " + expected.label() + (bodies == 1 ? "" : ", body " + (body + 1));
        throw new Divergence(what, "1", String.valueOf(ran));
      }
    }
  }

  private static Divergence unpredicted(Observation observation) {
    boolean threw = observation.kind() == Kind.REPORTED || observation.body().containsKey("threw");
    String key = observation.kind() == Kind.REPORTED ? "reported" : threw ? "threw" : "returned";
    Object value = observation.get(observation.kind() == Kind.SAW ? "value" : key);
    String whole = Canonical.text(summary(value));
    String seen = observation.kind() == Kind.SAW ? whole : key + " " + (threw ? Observed.brief(value) : whole);
    String label = observation.label().isEmpty() ? "" : observation.label() + ": ";
    return new Divergence("what the check does not predict", "nothing", label + seen, threw ? whole : "");
  }

  /** Of an event its type and data say enough, and nothing that differs from run to run. */
  private static @Nullable Object summary(@Nullable Object value) {
    if (value instanceof Map<?, ?> node && node.get("event") instanceof String type) {
      Map<String, Object> summary = Tree.of("event", type);
      Tree.put(summary, "type", node.get("type"));
      Tree.put(summary, "data", node.get("data"));
      return summary;
    }
    return value;
  }

  /** The scripts so far. */
  public List<CheckResult.Step> steps() {
    return List.copyOf(steps);
  }

  /** What was seen so far, without settling. */
  public List<Observation> seen() {
    return opened == null ? List.of() : opened.observations();
  }

  /** Ends the world. */
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
