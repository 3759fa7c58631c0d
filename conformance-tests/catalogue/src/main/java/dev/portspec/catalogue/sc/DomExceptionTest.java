package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.Vocabulary.domException;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.trace.Trace;
import org.junit.jupiter.api.Test;

/** Exceptions of the platform: Web IDL, DOMException, "serialization steps". */
class DomExceptionTest {

  /** A DOMException keeps its name, its message and its code. */
  @Test
  @Verifies({"sc.err.domexception", "sc.plat.steps-run"})
  void aDomExceptionArrives(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value original = window.keep(domException("m", "NotFoundError"));
      Value clone = window.structuredClone(original);
      observe("clone", clone);
      observe("message", clone.get("message"));
      observe("code", clone.get("code"));
      observe("original", original);
    });

    Trace trace = world.settle();
    verifying(
        "sc.err.domexception",
        () -> {
          assertThat(trace.observed("clone")).isEqualTo(domException("m", "NotFoundError"));
          assertThat(trace.observed("message")).isEqualTo("m");
          assertThat(trace.observed("code")).isEqualTo(8);
          assertThat(trace.observed("clone")).isNotSameAs(trace.observed("original"));
        });
    verifying("sc.plat.steps-run", () -> assertThat(trace.observed("message")).isEqualTo("m"));
  }

  /** A DOMException with a name of its own arrives as one, inside a message as well. */
  @Test
  @Verifies("sc.err.domexception")
  void aPostedDomExceptionArrives(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.run(() -> {
      channel.port2().onmessage(event -> {
        observe("clone", event.data().get("e"));
        observe("message", event.data().get("e").get("message"));
      });
      channel.port1().postMessage(object().with("e", domException("m", "Invented")));
    });

    assertThat(world.settle().observed("clone")).isEqualTo(domException("m", "Invented"));
    assertThat(world.settle().observed("message")).isEqualTo("m");
  }

  /** A QuotaExceededError arrives as one, with its numbers. */
  @Test
  @Verifies("sc.err.quotaexceedederror")
  void aQuotaExceededErrorArrives(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone = window.structuredClone(js("return new QuotaExceededError('m', {quota: 1, requested: 2})"));
      observe("own", js("return Object.getPrototypeOf(args[0]) === QuotaExceededError.prototype", clone));
      observe("quota", clone.get("quota"));
      observe("requested", clone.get("requested"));
    });

    assertThat(world.settle().observed("own")).isEqualTo(true);
    assertThat(world.settle().observed("quota")).isEqualTo(1);
    assertThat(world.settle().observed("requested")).isEqualTo(2);
  }

  /** An instance of a subclass of DOMException arrives as a DOMException. */
  @Test
  @Verifies("sc.plat.primary-interface")
  void thePrimaryInterfaceIsRestored(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value clone =
          window.structuredClone(js("return new (class Derived extends DOMException {})('m', 'NotFoundError')"));
      observe("own", js("return Object.getPrototypeOf(args[0]) === DOMException.prototype", clone));
      observe("name", clone.get("name"));
    });

    assertThat(world.settle().observed("own")).isEqualTo(true);
    assertThat(world.settle().observed("name")).isEqualTo("NotFoundError");
  }
}
