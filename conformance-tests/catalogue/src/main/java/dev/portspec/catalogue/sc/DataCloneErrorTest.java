package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What is thrown for a value that cannot be cloned: Web IDL, "DataCloneError". */
class DataCloneErrorTest {

  /** A value that cannot be posted is a DOMException named DataCloneError, of code 25. */
  @Test
  @Verifies("sc.ser.datacloneerror-type")
  void aRefusedPostThrowsADomException(World world) {
    Realm window = world.window();
    Channel channel = window.newChannel();

    window.attempt("post", () -> channel.port1().postMessage(uncloneable()));

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR, 25);
  }

  /** structuredClone throws the same. */
  @Test
  @Verifies("sc.ser.datacloneerror-type")
  void aRefusedCloneThrowsADomException(World world) {
    Realm window = world.window();

    window.attempt("clone", () -> window.structuredClone(uncloneable()));

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR, 25);
  }

  /** The exception is an instance of the realm's own DOMException. */
  @Test
  @Verifies("sc.ser.datacloneerror-type")
  void theExceptionIsOfTheCurrentRealm(World world) {
    Realm window = world.window();

    window.run(() -> observe("own", js("""
        try {
          structuredClone(() => {});
        } catch (e) {
          return Object.getPrototypeOf(e) === DOMException.prototype;
        }
        """)));

    assertThat(world.settle().observed("own")).isEqualTo(true);
  }
}
