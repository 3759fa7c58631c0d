package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessagePort;
import dev.portspec.api.Undefined;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * Many agents hand many ports around, both ends of each channel at once, and every message is accounted for: each end
 * gets all that the other one was given, in that order, wherever the two are.
 */
@Tag("slow")
@Timeout(120)
class SoakTest {
  private static final int AGENTS = 6;
  private static final int CHANNELS = 250;
  private static final int HOPS = 30;
  private static final int POSTS = 6;

  private final List<Throwable> reports = Collections.synchronizedList(new ArrayList<>());
  private final ReferenceWorld world = ReferenceWorld.open((realm, exception) -> reports.add(exception));
  private final List<ReferenceWindowRealm> agents =
      IntStream.range(0, AGENTS).mapToObj(i -> world.newAgent("agent " + i)).toList();
  private final AtomicLong hops = new AtomicLong();

  @AfterEach
  void close() {
    world.close();
  }

  @RepeatedTest(5)
  void everyMessageArrivesOnceAndInOrder() {
    List<End> ends = new ArrayList<>();
    for (int i = 0; i < CHANNELS; i++) {
      End one = new End(2L * i);
      End two = new End(2L * i + 1);
      ends.addAll(List.of(one, two));
      ReferenceRealm home = agents.get(i % AGENTS);
      home.execute(() -> {
        ReferenceChannel channel = new ReferenceChannel(home);
        one.arrives(home, channel.getPort1(), HOPS);
        two.arrives(home, channel.getPort2(), HOPS);
      });
    }

    assertThat(world.settle()).isTrue();

    assertThat(reports).isEmpty();
    assertThat(hops).hasValue(2L * CHANNELS * HOPS);
    for (int i = 0; i < ends.size(); i++) {
      End end = ends.get(i);
      int given = ends.get(i ^ 1).given;
      assertThat(given).isEqualTo(POSTS * (HOPS + 1));
      assertThat(end.received).as("end %d", i).isEqualTo(IntStream.range(0, given).boxed().toList());
    }
  }

  /** A channel both of whose ends are closed is kept by nothing, however far its ends have come. */
  @RepeatedTest(5)
  void closedChannelsAreCollected() {
    List<WeakReference<MessagePort>> closed = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < CHANNELS; i++) {
      ReferenceRealm home = agents.get(i % AGENTS);
      ReferenceRealm away = agents.get((i + 1) % AGENTS);
      home.execute(() -> {
        ReferenceChannel channel = new ReferenceChannel(home);
        MessagePort carrier = home.connect(away, end -> end.setOnmessage(arrived -> {
          MessagePort moved = ((MessageEvent) arrived).getPorts().get(0);
          closed.add(new WeakReference<>(moved));
          moved.setOnmessage(message -> {
            moved.close();
            end.close();
            return Undefined.UNDEFINED;
          });
          return Undefined.UNDEFINED;
        }));
        carrier.postMessage("an end", List.of(channel.getPort2()));
        channel.getPort1().postMessage("close it");
        closed.add(new WeakReference<>(channel.getPort1()));
      });
    }

    assertThat(world.settle()).isTrue();

    assertThat(reports).isEmpty();
    assertThat(closed).hasSize(2 * CHANNELS);
    System.gc();
    assertThat(closed).allMatch(port -> port.refersTo(null));
  }

  /** One end of a channel, on its way from agent to agent: what is said here happens in the agent where it is. */
  private final class End {
    private final List<Integer> received = Collections.synchronizedList(new ArrayList<>());
    private final Random random;
    private int given;

    End(long seed) {
      random = new Random(seed);
    }

    void arrives(ReferenceRealm here, MessagePort port, int left) {
      boolean listens = left == 0 || random.nextBoolean();
      if (listens) {
        port.setOnmessage(event -> {
          received.add(((Number) ((MessageEvent) event).getData()).intValue());
          return Undefined.UNDEFINED;
        });
      }
      for (int i = 0; i < POSTS; i++) {
        port.postMessage(given++);
      }
      if (left > 0) {
        stays(here, random.nextInt(3), () -> leaves(here, port, left - 1));
      }
    }

    /** So many timers, and then the next step: what comes meanwhile is received here, or travels on. */
    private void stays(ReferenceRealm here, int timers, Runnable then) {
      here.setTimeout(timers == 0 ? then : () -> stays(here, timers - 1, then));
    }

    private void leaves(ReferenceRealm here, MessagePort port, int left) {
      ReferenceRealm next = agents.get(random.nextInt(AGENTS));
      MessagePort carrier = here.connect(next, end -> end.setOnmessage(arrived -> {
        hops.incrementAndGet();
        arrives(next, ((MessageEvent) arrived).getPorts().get(0), left);
        end.close();
        return Undefined.UNDEFINED;
      }));
      carrier.postMessage("an end", List.of(port));
    }
  }
}
