package dev.portspec.reference;

import static dev.portspec.reference.SimulatedTestWorld.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps a port alive. */
class GarbageTest {
  private final List<WeakReference<ReferencePort>> weak = new ArrayList<>();
  private final List<ReferencePort> kept = new ArrayList<>();

  @Test
  void aListeningPortIsKeptByItsPartner() {
    try (SimulatedTestWorld world = new SimulatedTestWorld()) {
      world.run(() -> {
        ReferenceChannel dropped = new ReferenceChannel(world.window);
        dropped.getPort2().setOnmessage(world.data());
        kept.add(dropped.getPort1());
      });
      world.world.collectGarbage();
      world.run(() -> post(kept.get(0), "still there?"));
      world.settle();
      assertThat(world.log).containsExactly("still there?");
    }
  }

  @Test
  void aPortWithAQueuedMessageIsKept() {
    try (SimulatedTestWorld world = new SimulatedTestWorld()) {
      world.run(() -> {
        ReferenceChannel dropped = new ReferenceChannel(world.window);
        dropped.getPort2().setOnmessage(world.data());
        post(dropped.getPort1(), "queued");
      });
      world.world.collectGarbage();
      world.settle();
      assertThat(world.log).containsExactly("queued");
    }
  }

  @Test
  void twoPortsThatOnlyKnowEachOtherMayGo() {
    try (ReferenceWorld world = ReferenceWorld.open()) {
      world.window().execute(() -> {
        ReferenceChannel dropped = new ReferenceChannel(world.window());
        dropped.getPort2().setOnmessage(event -> true);
        post(dropped.getPort1(), "consumed");
        weak.add(new WeakReference<>(dropped.getPort1()));
        weak.add(new WeakReference<>(dropped.getPort2()));
      });
      assertThat(world.settle()).isTrue();
      world.collectGarbage();
      assertThat(weak).hasSize(2).allSatisfy(reference -> assertThat(reference.get()).isNull());
    }
  }
}
