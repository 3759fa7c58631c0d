package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.bytes;
import static dev.portspec.harness.Vocabulary.object;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.raise;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.view;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import org.junit.jupiter.api.Test;

/** What is checked before a message is serialized: HTML, StructuredSerializeWithTransfer, step 2. */
class TransferChecksTest {

  /** What cannot be transferred is refused before the message is read. */
  @Test
  @Verifies("sc.wt.phase1-nontransferable")
  void whatCannotBeTransferredIsRefusedFirst(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Value plain = window.keep(object());

    window.attempt("post", () -> carrier.port1().postMessage(marked(), transferring(plain)));

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).neverCalled("read");
  }

  /** A platform object that cannot be transferred is refused, and what was listed before it stays. */
  @Test
  @Verifies("sc.wt.phase1-nontransferable")
  void aPlatformObjectThatCannotBeTransferredIsRefused(World world) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    Channel listed = window.newChannel();

    window.run(() -> {
      listed.port2().onmessage(Event::record);
      attempt("post", () -> carrier.port1().postMessage("m", transferring(listed.port1(), listed)));
      listed.port1().postMessage("still here");
    });

    assertThat(world.settle().outcome("post")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).dataOf("message").containsExactly("still here");
  }

  /** A view cannot be transferred, only its buffer. */
  @Test
  @Verifies("sc.wt.phase1-nontransferable")
  void aViewIsNotTransferable(World world) {
    Realm window = world.window();

    window.run(() -> {
      Value view = window.keep(view("Uint8Array", bytes(1, 2)));
      attempt("clone", () -> window.structuredClone(marked(), transferring(view)));
      observe("buffer", view.get("buffer"));
    });

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle().observed("buffer")).isEqualTo(bytes(1, 2));
    assertThat(world.settle()).neverCalled("read");
  }

  /** A shared buffer in the list is refused before the message is read. */
  @Test
  @Verifies("sc.wt.phase1-shared")
  void aSharedBufferIsRefusedFirst(World world) {
    Realm window = world.window();

    window.attempt("clone", () -> window.structuredClone(marked(), transferring(bytes(1).shared())));

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).neverCalled("read");
  }

  /** A buffer that is listed twice is refused before the message is read, and stays. */
  @Test
  @Verifies("sc.wt.phase1-duplicate")
  void aBufferThatIsListedTwiceIsRefusedFirst(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    window.attempt("clone", () -> window.structuredClone(marked(), transferring(buffer, buffer)));

    assertThat(world.settle().outcome("clone")).threw(DATA_CLONE_ERROR);
    assertThat(world.settle()).neverCalled("read");
    assertThat(buffer).hasByteLength(8);
  }

  /** Whether a listed buffer is detached is looked at later: what the message throws comes first. */
  @Test
  @Verifies("sc.wt.phase1-detached-allowed")
  void aDetachedBufferIsNotLookedAtYet(World world) {
    Realm window = world.window();
    Buffer buffer = window.newArrayBuffer(8);

    window.run(() -> {
      window.structuredClone("m", transferring(buffer));
      Object throwing = object().accessor("a", () -> {
        raise("first");
        return "nothing";
      });
      attempt("clone", () -> window.structuredClone(throwing, transferring(buffer)));
    });

    assertThat(world.settle().outcome("clone")).threwValue("first");
  }

  private static Object marked() {
    return object().accessor("a", "read", () -> "read");
  }
}
