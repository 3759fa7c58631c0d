package dev.portspec.engines;

import static dev.portspec.harness.Assertions.assertThat;
import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.observe;
import static dev.portspec.harness.Vocabulary.transferring;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Event;
import dev.portspec.harness.Port;
import dev.portspec.harness.World;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.run.Check;
import dev.portspec.harness.run.CheckResult;
import dev.portspec.harness.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real engine that breaks in the middle of something: its check fails and says how, and the next one is right. */
@Tag("slow")
@NeedsProgram(property = "portspec.node", names = "node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFaultsTest {
  private static final Duration ARRIVAL = Duration.ofSeconds(5);
  private static final String CLAUSE = "port.queue.fifo";
  private Backend backend;

  @BeforeAll
  void start(@TempDir Path work) {
    backend = new WireBackend(new WithLittleMemory(new NodeLauncher().find(ARRIVAL)), AgentSource.load(), work, ARRIVAL);
  }

  @AfterAll
  void end() {
    backend.close();
  }

  @Test
  void oneThatExitsInAScript() {
    costsOneCheck("process.exit(5)", "it ended with exit code 5");
  }

  @Test
  void oneThatExitsInTheMiddleOfATransfer() {
    CheckResult result =
        run(
            world -> {
              Channel channel = world.window().newChannel();
              Port travelling = world.window().newChannel().port1();
              world.window().run(() -> {
                channel.port2().onmessage(Event::record);
                channel.port1().postMessage("take it", transferring(travelling));
                observe("exit", js("process.exit(6)"));
              });
              assertThat(world.settle()).dataOf("message").containsExactly("take it");
            });

    failsWith(result, "it ended with exit code 6");
  }

  @Test
  void oneThatExitsInATask() {
    costsOneCheck("setTimeout(() => process.exit(7))", "it ended with exit code 7");
  }

  @Test
  void oneThatHangsInATask() {
    costsOneCheck("setTimeout(() => { for (;;); })", "no answer in time");
  }

  @Test
  void oneThatHangsInAMicrotask() {
    costsOneCheck("(function again() { queueMicrotask(again); })()", "no answer in time");
  }

  @Test
  void oneThatExhaustsTheMemory() {
    costsOneCheck("for (const kept = [];;) kept.push(new Array(1e5).fill(kept.length))", "JavaScript heap out of memory");
  }

  @Test
  void oneThatIsKilled() {
    costsOneCheck("process.kill(process.pid, 'SIGKILL')", "it was ended by signal 9");
  }

  /** What a script prints is not what its agent says. */
  @Test
  void oneThatPrintsGarbage() {
    CheckResult result = run(world -> aMessageArrives(world, "process.stdout.write('{\"re\":1,\"seen\":[]}\\n\\0\\xff')"));

    assertThat(result.verdict()).as(result.message()).isEqualTo(Verdict.PASS);
  }

  /** With all the memory of a machine it would take minutes to exhaust it. */
  private record WithLittleMemory(Engine node) implements Engine {
    @Override
    public String name() {
      return node.name();
    }

    @Override
    public Path program() {
      return node.program();
    }

    @Override
    public List<String> command(AgentAddress address, AgentSource agent, Path folder) throws IOException {
      List<String> command = new ArrayList<>(node.command(address, agent, folder));
      command.add(1, "--max-old-space-size=64");
      return command;
    }

    @Override
    public String hint() {
      return node.hint();
    }
  }

  private void costsOneCheck(String body, String words) {
    failsWith(run(world -> aMessageArrives(world, body)), words);
  }

  private void failsWith(CheckResult result, String words) {
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.clauses()).containsEntry(CLAUSE, Verdict.FAIL);
    assertThat(result.message()).contains(words);
    assertThat(run(world -> aMessageArrives(world, "0")).verdict()).as("the check after it").isEqualTo(Verdict.PASS);
  }

  private CheckResult run(Check.Body body) {
    return new Check("Fault", List.of(CLAUSE), body).run(backend, ARRIVAL);
  }

  private static void aMessageArrives(World world, String body) {
    Channel channel = world.window().newChannel();
    world.window().run(() -> {
      channel.port2().onmessage(Event::record);
      observe("ran", js(body + "; return true"));
      channel.port1().postMessage("one");
    });
    assertThat(world.settle()).dataOf("message").containsExactly("one");
    assertThat(world.settle().observed("ran")).isEqualTo(true);
  }
}
