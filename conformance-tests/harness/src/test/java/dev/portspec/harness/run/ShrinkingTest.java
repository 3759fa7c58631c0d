package dev.portspec.harness.run;

import static dev.portspec.harness.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Verifies;
import dev.portspec.harness.World;
import dev.portspec.harness.generate.ConformanceProperty;
import dev.portspec.harness.generate.Draw;
import dev.portspec.harness.generate.Generated;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A property finds a planted fault, and what is left of the scenario is just what the fault needs. */
class ShrinkingTest {
  /** Any number of posts, and what else one may do. */
  static class SampleProperties {
    @ConformanceProperty
    @Verifies("port.queue.fifo")
    void everythingArrives(World world, @Generated Draw draw) {
      Channel channel = world.window().newChannel();
      List<String> posted = new ArrayList<>();
      channel.port2().onmessage(Event::record);
      world.window().run(() -> {
          for (boolean post : draw.listOf(20, Draw::coin)) {
          if (post) {
            posted.add("m" + posted.size());
            channel.port1().postMessage(posted.get(posted.size() - 1));
          } else {
            channel.port2().start();
          }
        }
      });
      assertThat(world.settle()).dataOf("message").containsExactly(posted.toArray());
    }
  }

  @Test
  void aRightImplementationPassesEveryTry(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());

    assertThat(Sandbox.run(new ToyProvider(), SampleProperties.class).only().verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void theCounterexampleIsMinimal(@TempDir Path folder) {
    System.setProperty("portspec.reports", folder.toString());
    ToyProvider forgetful =
        new ToyProvider() {
          @Override
          void deliver(ExecutorService loop, ToyPort target, String message) {
            if (!message.equals("m2")) {
              super.deliver(loop, target, message);
            }
          }
        };

    Sandbox.Outcome outcome = Sandbox.run(forgetful, SampleProperties.class);

    assertThat(outcome.only().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.summary().getTestsFailedCount()).isEqualTo(1);
    List<?> script = outcome.only().steps().get(2).script();
    assertThat(script).hasSize(3).allMatch(action -> action.toString().contains("postMessage"));
  }
}
