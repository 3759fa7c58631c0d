package dev.portspec.harness.run;

import static dev.portspec.harness.Vocabulary.boxed;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.capture;
import static dev.portspec.harness.Vocabulary.date;
import static dev.portspec.harness.Vocabulary.domException;
import static dev.portspec.harness.Vocabulary.error;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.map;
import static dev.portspec.harness.Vocabulary.microtask;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.reaction;
import static dev.portspec.harness.Vocabulary.regexp;
import static dev.portspec.harness.Vocabulary.set;
import static dev.portspec.harness.Vocabulary.symbol;
import static dev.portspec.harness.Vocabulary.task;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.undefined;
import static dev.portspec.harness.Vocabulary.undeserializable;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.Subject;
import dev.portspec.spi.Capability;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what is declared is there: a few actions for each capability, which must run without an exception.
 * Whether they do the right thing is for the checks to say.
 */
final class Probes {
  /** What runs without an exception on anything. */
  private static final Set<Capability> SAYS_NOTHING = EnumSet.of(Capability.JAVASCRIPT, Capability.SYMBOLS);

  private static final Map<Capability, BiConsumer<Realm, Channel>> PROBES = new EnumMap<>(Capability.class);

  static {
    probe(Capability.TRANSFER_PORTS, (w, c) -> c.port1().postMessage("p", transferring(w.newChannel().port1())));
    probe(Capability.TRANSFER_OPTIONS, (w, c) -> c.port1().postMessage("p", transferring().asOptions()));
    probe(Capability.ONMESSAGEERROR, (w, c) -> c.port1().onmessageerror(reaction("never", event -> {}).neverCalled()));
    probe(Capability.STRUCTURED_CLONE, (w, c) -> w.structuredClone("s"));
    probe(Capability.SYNTHETIC_EVENTS, (w, c) -> c.port1().dispatchEvent(w.newMessageEvent("message", object())));
    probe(
        Capability.LISTENER_OPTIONS,
        (w, c) -> c.port1().addEventListener("message", reaction("never", e -> {}).neverCalled(), capture()));
    probe(Capability.HANDLER_GET, (w, c) -> observe("handler", c.port1().onmessage()));
    probe(Capability.BROADCAST_CHANNEL, (w, c) -> w.newBroadcastChannel("probe").close());
    probe(Capability.PORT_COLLECTION, (w, c) -> w.newPortCollection().clear());
    probe(Capability.MICROTASKS, (w, c) -> microtask("microtask"));
    probe(Capability.TASKS, (w, c) -> task("task", () -> {}));
    probe(
        Capability.GLOBAL_ERROR_EVENT,
        (w, c) -> w.global().addEventListener("error", reaction("never", event -> {}).neverCalled()));
    probe(Capability.WORKERS, (w, c) -> w.newWorker(self -> self.postMessage("begun")).terminate());
    probe(Capability.SHARED_WORKERS, (w, c) -> w.newSharedWorker(w.sharedScript(self -> {})));
    probe(Capability.JAVASCRIPT, (w, c) -> observe("js", js("return 1")));
    value(Capability.NUMBERS, 1);
    value(Capability.UNDEFINED, undefined());
    value(Capability.LISTS_OBJECTS, object().with("list", list()));
    value(Capability.ACCESSORS, object().accessor("a", () -> "read"));
    value(Capability.PROPERTY_ATTRIBUTES, object().hidden("hidden", "h"));
    value(Capability.BIGINT, BigInteger.ONE);
    value(Capability.DATE, date(0));
    value(Capability.MAP_SET, map("set", set("element")));
    value(Capability.BUFFERS, bytes(1));
    value(Capability.VIEWS, view("Uint8Array", bytes(1)));
    value(Capability.RESIZABLE_BUFFERS, bytes(1).max(2));
    value(Capability.SHARED_BUFFERS, bytes(1).shared());
    value(Capability.ERRORS, error("RangeError", "m"));
    value(Capability.DOM_EXCEPTION, domException("m", "DataError"));
    value(Capability.REGEXP, regexp("a", "g"));
    value(Capability.WRAPPERS, boxed("boxed"));
    probe(Capability.SYMBOLS, (w, c) -> observe("symbol", symbol("s")));
    value(Capability.UNDESERIALIZABLE, undeserializable());
  }

  private Probes() {}

  private static void probe(Capability capability, BiConsumer<Realm, Channel> actions) {
    PROBES.put(capability, actions);
  }

  private static void value(Capability capability, Object value) {
    probe(capability, (window, channel) -> channel.port1().postMessage(value));
  }

  /** What is declared and not there, each with what happened; looked for before the first check. */
  static List<String> absent(Backend backend, Duration arrival) {
    List<String> absent = new ArrayList<>();
    PROBES.forEach(
        (capability, actions) -> {
          boolean claimed = backend.subject().capabilities().contains(capability);
          String trouble = claimed ? trouble(backend, arrival, actions) : null;
          if (trouble != null) {
            absent.add("declared, but not there: %s (%s)".formatted(capability, trouble));
          }
        });
    return absent;
  }

  /**
   * What is there and not declared; looked for after the last check, since nobody promised that it is harmless. An
   * implementation that once does not answer is asked no more.
   */
  static List<Capability> unclaimed(Backend backend, Duration arrival) {
    List<Capability> unclaimed = new ArrayList<>();
    for (Map.Entry<Capability, BiConsumer<Realm, Channel>> probe : PROBES.entrySet()) {
      boolean claimed = backend.subject().capabilities().contains(probe.getKey());
      if (!claimed && !SAYS_NOTHING.contains(probe.getKey())) {
        try {
          attempt(backend, arrival, probe.getValue());
          unclaimed.add(probe.getKey());
        } catch (AssertionError | RuntimeException e) {
          if (e instanceof BackendException broken && broken.failure() == Failure.HANGS) {
            return unclaimed;
          }
        }
      }
    }
    return unclaimed;
  }

  private static @Nullable String trouble(
      Backend backend, Duration arrival, BiConsumer<Realm, Channel> actions) {
    try {
      attempt(backend, arrival, actions);
      return null;
    } catch (AssertionError | BackendException e) {
      return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    } catch (RuntimeException e) {
      return "it cannot be said in this binding";
    }
  }

  private static void attempt(Backend backend, Duration arrival, BiConsumer<Realm, Channel> actions) {
    Subject subject = backend.subject();
    Subject curious =
        new Subject(
            subject.name(), subject.version(), subject.where(), subject.binding(), EnumSet.allOf(Capability.class));
    World world = new World(curious, backend::openWorld, arrival);
    Realm window = world.window();
    Channel channel = window.newChannel();
    window.run(() -> actions.accept(window, channel));
    world.settle();
    world.close();
  }
}
