package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.backend.Observation;
import dev.portspec.spi.Capability;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Workers of an engine: their logs are complete whatever ends them, and nothing of them comes late. */
abstract class WorkersOnAnEngine extends WorldsOnAnEngine {
  /** What an engine makes of the end of a worker; the rest is the same everywhere. */
  enum Ends {
    /** The task that closes the worker runs to its end, and an exception ends nothing. */
    BY_THE_STANDARD,
    /** close() returns never, or is none; an exception that nobody handles ends the worker. */
    AT_ONCE
  }

  static final String BACK =
      """
      {do: 'set', of: {var: 'w'}, key: 'onmessage', value: {function: 'back', id: 1, root: true, params: ['e'], bodies: [[
        {do: 'observe', label: 'back', value: {get: 'data', of: {var: 'e'}}}]]}}""";

  private final Ends ends;

  WorkersOnAnEngine(BackendFactory factory, Ends ends) {
    super(factory);
    this.ends = ends;
  }

  @Test
  void claimsThem() {
    assertThat(backend.subject().capabilities()).contains(Capability.WORKERS, Capability.NESTED_WORKERS);
  }

  @RepeatedTest(TIMES)
  void messagesGoBothWays() {
    run(worker(mark("top") + "," + echo()), BACK, post("w", "'a'"), post("w", "'b'"));

    assertThat(log("worker1")).containsExactly("top", "echo", "got a", "echo", "got b");
    assertThat(log("window")).containsExactly("back", "back a", "back", "back b");
  }

  @RepeatedTest(TIMES)
  void aWorkerThatClosesItselfInItsScriptIsHeard() {
    String microtask =
        "{do: 'call', of: {var: 'self'}, member: 'queueMicrotask', args: [{function: 'm', id: 3, bodies: [[]]}]}";
    run(worker(String.join(",", post("self", "1"), microtask, mark("before"), call("self", "close"), mark("after"))), BACK);

    assertThat(log("window")).containsExactly("back", "back 1");
    if (ends == Ends.BY_THE_STANDARD) {
      assertThat(log("worker1")).containsExactly("before", "after", "m");
    } else {
      assertThat(log("worker1")).startsWith("before");
    }
    assertThat(world.run("worker1", List.of()).fault()).isEqualTo("the realm has ended: worker1");
  }

  @RepeatedTest(TIMES)
  void aWorkerThatClosesItselfInAHandlerIsHeard() {
    run(worker(onmessage(mark("before") + "," + call("self", "close") + "," + mark("after"))), post("w", "1"), post("w", "2"));

    if (ends == Ends.BY_THE_STANDARD) {
      assertThat(log("worker1")).containsExactly("echo", "before", "after");
    } else {
      assertThat(log("worker1")).startsWith("echo", "before").doesNotContain("after");
    }
  }

  @RepeatedTest(TIMES)
  void aScriptMayCloseItsWorker() {
    run(worker(mark("top")));
    world.run("worker1", Json5.list(mark("later") + "," + call("self", "close")));
    settle();

    assertThat(log("worker1")).containsExactly("top", "later");
    run(mark("the window goes on"));
  }

  @RepeatedTest(TIMES)
  void theOwnerMayTerminateAWorkerThatSpeaks() {
    String handler = BACK.replace("}]]}", "}, %s, %s]]}".formatted(call("w", "terminate"), mark("still here")));
    run(worker("{do: 'repeat', count: 5, index: 'i', body: [%s, %s]}".formatted(mark("says"), post("self", "{var: 'i'}"))), handler);

    assertThat(log("window")).containsExactly("back", "back 0", "still here");
    assertThat(log("worker1")).isNotEmpty().allMatch("says"::equals);
  }

  @RepeatedTest(TIMES)
  void theOwnerMayTerminateAWorkerBeforeItBegins() {
    run(worker(post("self", "1")), BACK, call("w", "terminate"), post("w", "'nobody hears'"));

    assertThat(log("window")).isEmpty();
  }

  @RepeatedTest(TIMES)
  void anExceptionIsReported() {
    String onerror =
        """
        {do: 'set', of: {var: 'w'}, key: 'onerror', value: {function: 'failed', id: 5, root: true, bodies: [[]]}}""";
    run(worker(echo() + ",{do: 'throw', value: {error: 'RangeError', props: [['message', 'boom']]}}"), onerror, post("w", "'a'"));

    if (ends == Ends.BY_THE_STANDARD) {
      assertThat(log("worker1")).containsExactly("reported", "echo", "got a");
      assertThat(log("window")).containsExactly("failed", "reported");
      assertThat((String) ofKind(Observation.Kind.REPORTED).get(0).get("message")).contains("boom");
    } else {
      assertThat(log("window")).startsWith("failed");
    }
  }

  @RepeatedTest(TIMES)
  void twoWorkersTalkOverAChannel() {
    String take =
        onmessage(
            """
            {do: 'let', name: 'p', value: {get: 0, of: {get: 'ports', of: {var: 'e'}}}},
            {do: 'set', of: {var: 'p'}, key: 'onmessage', value: {function: 'inner', id: 7, params: ['e2'], bodies: [[
              {do: 'observe', label: 'got', value: {get: 'data', of: {var: 'e2'}}}]]}},
            {do: 'call', of: {var: 'p'}, member: 'postMessage', args: [{get: 'data', of: {var: 'e'}}]}""");
    run(
        "{do: 'new', name: 'c', interface: 'MessageChannel', args: []}",
        worker("left", "left", take),
        worker("right", "right", take),
        sendPort("left", "port1"),
        sendPort("right", "port2"));

    assertThat(log("left")).containsExactly("echo", "inner", "got right");
    assertThat(log("right")).containsExactly("echo", "inner", "got left");
  }

  @RepeatedTest(TIMES)
  void aWorkerStartsAnother() {
    String relay =
        """
        {do: 'set', of: {var: 'n'}, key: 'onmessage', value: {function: 'relay', id: 4, root: true, params: ['e'], bodies: [[
          {do: 'call', of: {var: 'self'}, member: 'postMessage', args: [{get: 'data', of: {var: 'e'}}]}]]}}""";
    run(worker(worker("n", "worker2", mark("inner") + "," + post("self", "7")) + "," + relay), BACK);

    assertThat(log("worker2")).containsExactly("inner");
    assertThat(log("worker1")).containsExactly("relay");
    assertThat(log("window")).containsExactly("back", "back 7");

    run(call("w", "terminate"));
    run(mark("the window goes on"));
  }

  @RepeatedTest(TIMES)
  void aScriptThatCannotBeLoadedIsAnError() {
    String onerror = BACK.replace("'onmessage'", "'onerror'").replace("'data'", "'type'");
    run("{do: 'new', name: 'w', interface: 'Worker', args: [{startup: 'worker1'}]}", onerror);

    assertThat(log("window")).containsExactly("back", "back error");
  }

  @RepeatedTest(TIMES)
  void namesAreTheAgents() {
    run("{do: 'let', name: 'mine', value: 1}", worker("{do: 'let', name: 'its', value: 1}"));

    assertThat(world.run("worker1", Json5.list("{do: 'observe', label: 'l', value: {var: 'mine'}}")).fault())
        .isEqualTo("no such name: mine");
    assertThat(world.run("worker1", Json5.list("{do: 'observe', label: 'l', value: {var: 'its'}}"))).isEqualTo(Answer.ENDED);
  }

  @RepeatedTest(TIMES)
  void theNextWorldHasNoWorkers() {
    run(worker(echo() + ",{do: 'call', of: {var: 'self'}, member: 'setInterval', args: [{function: 'tick', id: 6, bodies: [[]]}, 20000]}"));
    world.close();
    world = backend.openWorld();

    assertThat(world.run("worker1", List.of()).fault()).isEqualTo("no such realm: worker1");
    run(worker(mark("another")));
    assertThat(log("worker1")).containsExactly("another");
  }

  @Test
  void oneThatHangsCostsOneCheck() {
    world.run("window", Json5.list(worker("{do: 'observe', label: 'hang', value: {js: 'for (;;);'}}")));
    BackendException failure = catchThrowableOfType(BackendException.class, world::turn);

    assertThat(failure.failure()).isEqualTo(Failure.HANGS);
    assertThat(failure).hasMessageContaining("before worker1 had connected");
    world.close();
    world = backend.openWorld();
    messagesGoBothWays();
  }

  private static String worker(String body) {
    return worker("w", "worker1", body);
  }

  private static String worker(String name, String agent, String body) {
    return "{do: 'new', name: '%s', interface: 'Worker', args: [{startup: '%s', body: [%s]}]}".formatted(name, agent, body);
  }

  static String echo() {
    return onmessage(
        """
        {do: 'observe', label: 'got', value: {get: 'data', of: {var: 'e'}}},
        {do: 'call', of: {var: 'self'}, member: 'postMessage', args: [{get: 'data', of: {var: 'e'}}]}""");
  }

  private static String onmessage(String body) {
    return "{do: 'set', of: {var: 'self'}, key: 'onmessage', value: {function: 'echo', id: 2, root: true, params: ['e'],"
        + " bodies: [[" + body + "]]}}";
  }

  private static String sendPort(String worker, String port) {
    return "{do: 'call', of: {var: '%s'}, member: 'postMessage', args: ['%1$s', {array: [{get: '%s', of: {var: 'c'}}]}]}"
        .formatted(worker, port);
  }

  private List<Observation> ofKind(Observation.Kind kind) {
    return world.observations().stream()
        .filter(observation -> observation.kind() == kind && observation.agent().equals("window"))
        .toList();
  }
}
