package dev.portspec.catalogue.sc;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Assertions.verifying;
import static dev.portspec.harness.OutcomeAssert.DATA_CLONE_ERROR;
import static dev.portspec.harness.Vocabulary.attempt;
import static dev.portspec.harness.Vocabulary.list;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static dev.portspec.harness.Vocabulary.uncloneable;

import dev.portspec.harness.Buffer;
import dev.portspec.harness.Channel;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Transfer;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import dev.portspec.harness.generate.Transferables;
import dev.portspec.harness.generate.Transferables.Item;
import dev.portspec.harness.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What any transfer list does, and what is left when it is refused: HTML, StructuredSerializeWithTransfer. */
class TransferProperties {
  private static final int TRIES = 40;

  /** The buffers that are listed are detached, and no others; each that is mentioned arrives with its bytes. */
  @ConformanceProperty(tries = TRIES)
  @Verifies({"sc.wt.buffer-detached", "sc.wt.buffer-contents-moved", "sc.ser.arraybuffer-copy"})
  void whatIsListedIsDetachedAndNothingElse(World world, @Generated Draw draw) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    List<Item> items = new ArrayList<>();
    List<Item> mentioned = new ArrayList<>();

    window.run(() -> {
      Transferables drawn = Transferables.buffers(draw, window);
      carrier.port2().onmessage(event -> observe("data", event.data()));
      carrier.port1().postMessage(drawn.message(), drawn.listed());
      drawn.items().forEach(item -> observe(item.isListed() ? "listed" : "kept", item.handle().get("byteLength")));
      items.addAll(drawn.items());
      mentioned.addAll(drawn.inMessage());
    });

    Object arrived = mentioned.isEmpty() ? "m" : list(mentioned.stream().map(Item::copy).toArray());
    verifying("sc.wt.buffer-contents-moved", () -> assertThat(world.settle().observed("data")).resembles(arrived));
    verifying("sc.wt.buffer-detached", () -> assertLengths(world, "listed", items, item -> 0));
    verifying("sc.ser.arraybuffer-copy", () -> assertLengths(world, "kept", items, item -> item.bytes().size()));
  }

  private static void assertLengths(World world, String label, List<Item> items, Function<Item, Integer> length) {
    List<Item> chosen = items.stream().filter(item -> item.isListed() == label.equals("listed")).toList();
    for (int i = 0; i < chosen.size(); i++) {
      assertThat(world.settle().observed(label, i)).resembles(length.apply(chosen.get(i)));
    }
  }

  /** A message that cannot be cloned transfers nothing, whatever is listed: the second pass comes before the third. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.wt.phase2-failure-detaches-nothing")
  void aMessageThatCannotBeClonedTransfersNothing(World world, @Generated Draw draw) {
    assertNothingMoves(world, draw, Transferables::listed, drawn -> uncloneable());
  }

  /** A list that has something twice transfers nothing: the first pass comes before the others. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.wt.phase1-duplicate")
  void aListWithADuplicateTransfersNothing(World world, @Generated Draw draw) {
    int which = draw.below(8);
    int where = draw.below(8);
    assertNothingMoves(world, draw, drawn -> {
      List<Item> listed = drawn.inList();
      return drawn.listedWith(listed.get(which % listed.size()).handle(), where % (listed.size() + 1));
    }, Transferables::message);
  }

  /** A list that has something that cannot be transferred transfers nothing. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.wt.phase1-nontransferable")
  void aListWithWhatCannotMoveTransfersNothing(World world, @Generated Draw draw) {
    Channel neither = world.window().newChannel();
    int where = draw.below(8);
    assertNothingMoves(
        world, draw, drawn -> drawn.listedWith(neither, where % (drawn.inList().size() + 1)), Transferables::message);
  }

  private static void assertNothingMoves(
      World world, Draw draw, Function<Transferables, Transfer> listed, Function<Transferables, Object> message) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    List<Item> items = new ArrayList<>();

    window.run(() -> {
      Transferables drawn = Transferables.of(draw, window, world::claims);
      if (!drawn.inList().isEmpty()) {
        attempt("refused", () -> carrier.port1().postMessage(message.apply(drawn), listed.apply(drawn)));
      }
      drawn.items().forEach(item -> transferAgain(carrier, item));
      items.addAll(drawn.items());
    });

    if (items.stream().anyMatch(Item::isListed)) {
      assertThat(world.settle().outcome("refused")).threw(DATA_CLONE_ERROR);
    }
    for (int i = 0; i < items.size(); i++) {
      assertThat(world.settle().outcome("again", i)).returned();
    }
  }

  private static void transferAgain(Channel carrier, Item item) {
    attempt("again", () -> carrier.port1().postMessage("m", transferring(item.handle())));
  }

  /** A list that has a port that has left is refused, and what comes behind it in the list stays. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.wt.phase3-detached-object")
  void aPortThatHasLeftKeepsWhatFollowsIt(World world, @Generated Draw draw) {
    Channel gone = world.window().newChannel();
    assertStaysBehind(world, draw, gone.port1());
  }

  /** A list that has a detached buffer is refused, and what comes behind it in the list stays. */
  @ConformanceProperty(tries = TRIES)
  @Verifies("sc.wt.phase3-detached-buffer")
  void aDetachedBufferKeepsWhatFollowsIt(World world, @Generated Draw draw) {
    Buffer gone = world.window().newArrayBuffer(8);
    assertStaysBehind(world, draw, gone);
  }

  private static void assertStaysBehind(World world, Draw draw, Object gone) {
    Realm window = world.window();
    Channel carrier = window.newChannel();
    List<Item> behind = new ArrayList<>();
    int where = draw.below(8);

    window.run(() -> {
      Transferables drawn = Transferables.of(draw, window, world::claims);
      int index = where % (drawn.inList().size() + 1);
      carrier.port1().postMessage("first", transferring(gone));
      attempt("refused", () -> carrier.port1().postMessage(drawn.message(), drawn.listedWith(gone, index)));
      behind.addAll(drawn.inList().subList(index, drawn.inList().size()));
      behind.forEach(item -> transferAgain(carrier, item));
    });

    Trace trace = world.settle();
    assertThat(trace.outcome("refused")).threw(DATA_CLONE_ERROR);
    for (int i = 0; i < behind.size(); i++) {
      assertThat(trace.outcome("again", i)).returned();
    }
  }
}
