package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Ports that move between agents while others post to them: exactly once, and in the order of each sender. */
@Timeout(60)
class ConcurrencyTest {
  private static final int MESSAGES = 2_000;

  private final List<Throwable> reports = Collections.synchronizedList(new ArrayList<>());
  private final ReferenceWorld world = ReferenceWorld.open((realm, exception) -> reports.add(exception));

  @AfterEach
  void close() {
    world.close();
  }

  /** A post reads the other end first and adds to its queue last; in between the port may be received elsewhere. */
  @RepeatedTest(5)
  void nothingIsLostWhileAPortHopsBetweenAgents() {
    Traveller traveller = new Traveller(agents(3), false);
    ReferenceRealm source = world.newAgent("source");
    source.execute(() -> {
      ReferenceChannel channel = new ReferenceChannel(source);
      traveller.hop(source, channel.getPort2(), 20);
      for (int i = 0; i < MESSAGES; i++) {
        channel.getPort1().postMessage(i);
      }
    });
    assertThat(world.settle()).isTrue();
    assertThat(reports).isEmpty();
    assertThat(traveller.received).isEqualTo(numbers(MESSAGES));
  }

  /** Both ends move at the same time: each holder knows the other, so the two new ends are a pair. */
  @RepeatedTest(5)
  void twoEndsThatHopFindEachOther() {
    Traveller one = new Traveller(agents(2), true);
    Traveller two = new Traveller(agents(3), true);
    ReferenceRealm source = world.newAgent("source");
    source.execute(() -> {
      ReferenceChannel channel = new ReferenceChannel(source);
      for (int i = 0; i < 100; i++) {
        channel.getPort1().postMessage(i);
        channel.getPort2().postMessage(i);
      }
      one.hop(source, channel.getPort1(), 15);
      two.hop(source, channel.getPort2(), 16);
    });
    assertThat(world.settle()).isTrue();
    assertThat(reports).isEmpty();
    assertThat(one.received).isEqualTo(concat(numbers(100), hopsLeft(16)));
    assertThat(two.received).isEqualTo(concat(numbers(100), hopsLeft(15)));
  }

  private List<ReferenceWindowRealm> agents(int count) {
    return IntStream.range(0, count).mapToObj(i -> world.newAgent("hop " + i)).toList();
  }

  private static List<Object> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> (Object) (double) i).toList();
  }

  private static List<Object> hopsLeft(int from) {
    return IntStream.range(0, from).mapToObj(i -> (Object) ("left: " + (from - 1 - i))).toList();
  }

  private static List<Object> concat(List<Object> first, List<Object> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** A port that goes from agent to agent and is started at the last one. */
  private static final class Traveller {
    private final List<Object> received = Collections.synchronizedList(new ArrayList<>());
    private final List<ReferenceWindowRealm> route;
    private final boolean writesHome;

    Traveller(List<ReferenceWindowRealm> route, boolean writesHome) {
      this.route = route;
      this.writesHome = writesHome;
    }

    void hop(ReferenceRealm from, MessagePort port, int hops) {
      ReferenceRealm to = route.get(hops % route.size());
      from.connect(to, end -> end.setOnmessage(arrived -> {
        MessagePort moved = ((MessageEvent) arrived).getPorts().get(0);
        int left = hops - 1;
        if (writesHome) {
          moved.postMessage("left: " + left);
        }
        if (left == 0) {
          moved.setOnmessage(event -> received.add(((MessageEvent) event).getData()));
        } else {
          hop(to, moved, left);
        }
        return Undefined.UNDEFINED;
      })).postMessage("carry", List.of(port));
    }
  }
}
