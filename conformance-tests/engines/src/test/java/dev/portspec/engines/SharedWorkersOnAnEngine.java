package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendFactory;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

/** Workers of an engine that has shared ones as well. */
abstract class SharedWorkersOnAnEngine extends WorkersOnAnEngine {
  SharedWorkersOnAnEngine(BackendFactory factory) {
    super(factory, Ends.BY_THE_STANDARD);
  }

  @RepeatedTest(TIMES)
  void aSharedWorkerMissesNoConnection() {
    run(sharedWorker("a"), post("a", "'to a'"), sharedWorker("b"), post("b", "'to b'"));
    assertThat(runIn("shared1", mark("later"))).isEqualTo(Answer.ENDED);

    List<String> log = log("shared1");
    assertThat(log).containsExactlyInAnyOrder("top", "connected", "connected", "echo", "got to a", "echo", "got to b", "later");
    assertThat(log).startsWith("top").endsWith("later");
    assertThat(log("window")).containsExactlyInAnyOrder("back", "back to a", "back", "back to b");

    assertThat(runIn("shared1", call("self", "close") + "," + mark("after"))).isEqualTo(Answer.ENDED);
    run(mark("the window goes on"));
    assertThat(log("shared1")).endsWith("later", "after");
  }

  @RepeatedTest(TIMES)
  void whereOneHasClosedAnotherMayBeStarted() {
    String body = mark("top");
    String start =
        "{do: 'new', name: 'w', interface: 'SharedWorker', args: [{startup: 'shared1', body: [%s]}, 'a name']}".formatted(body);
    run(start);
    assertThat(runIn("shared1 a name", call("self", "close"))).isEqualTo(Answer.ENDED);
    assertThat(runIn("shared1 a name", mark("never")).fault()).isEqualTo("the realm has ended: shared1 a name");
    run(start);

    // an engine that still finds the one that has closed starts none, and that breaks nothing
    boolean another = runIn("shared1 a name", mark("again")).ended();
    assertThat(log("shared1 a name")).isEqualTo(another ? List.of("top", "top", "again") : List.of("top"));
    run(mark("the window goes on"));
  }

  private static String sharedWorker(String name) {
    String connected =
        "{do: 'let', name: 'p', value: {get: 0, of: {get: 'ports', of: {var: 'c'}}}},"
            + echo().replace("{var: 'self'}", "{var: 'p'}").replace("root: true, ", "");
    String body =
        mark("top")
            + ",{do: 'set', of: {var: 'self'}, key: 'onconnect', value: {function: 'connected', id: 8, root: true,"
            + " params: ['c'], bodies: [[" + connected + "]]}}";
    return """
        {do: 'new', name: 'worker', interface: 'SharedWorker', args: [{startup: 'shared1', body: [%s]}]},
        {do: 'let', name: '%s', value: {get: 'port', of: {var: 'worker'}}}, %s"""
        .formatted(body, name, BACK.replace("'w'", "'" + name + "'"));
  }
}
