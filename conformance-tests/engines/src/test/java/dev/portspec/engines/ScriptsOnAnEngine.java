package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Observation;
import dev.portspec.harness.backend.Subject;
import dev.portspec.spi.Capability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the interpreter of an engine makes of scripts: the same on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScriptsOnAnEngine {
  private static final Duration ARRIVAL = Duration.ofSeconds(10);
  private static final int SETTLED = 4;

  private final BackendFactory factory;
  private Backend backend;
  private BackendWorld world;
  private int lateBefore;

  ScriptsOnAnEngine(BackendFactory factory) {
    this.factory = factory;
  }

  @BeforeAll
  void start(@TempDir Path work) {
    backend = factory.open(work, ARRIVAL);
  }

  @AfterAll
  void end() {
    if (backend != null) {
      backend.close();
    }
  }

  @BeforeEach
  void openWorld() {
    world = backend.openWorld();
  }

  @AfterEach
  void nothingIsLate() {
    world.close();
    assertThat(backend.lateObservations() - lateBefore).isZero();
  }

  @Test
  void saysWhoItIs() {
    Subject subject = backend.subject();

    assertThat(subject.name()).isEqualTo(factory.name());
    assertThat(subject.version()).matches("v?[0-9]+\\.[0-9.]+");
    assertThat(subject.binding()).isEqualTo(Subject.Binding.JAVASCRIPT);
    assertThat(subject.capabilities())
        .contains(Capability.TRANSFER_PORTS, Capability.MICROTASKS, Capability.GC, Capability.JAVASCRIPT)
        .contains(Capability.SHARED_BUFFERS, Capability.RESIZABLE_BUFFERS, Capability.BROADCAST_CHANNEL)
        .doesNotContain(Capability.UNDESERIALIZABLE);
    assertThat(subject.capabilities().contains(Capability.FRAMES))
        .isEqualTo(subject.capabilities().contains(Capability.DOCUMENT));
  }

  @Test
  void factoryNamesItsDeviations() {
    assertThat(getClass().getClassLoader().getResource(factory.deviations())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "1.5",
        "'text \\u0000 \\u2028 é'",
        "{undefined: true}",
        "{number: '-0'}",
        "{number: 'NaN'}",
        "{number: '-Infinity'}",
        "{bigint: '-7'}",
        "{string: [55296, 97]}",
        "{'#': 1, symbol: 's'}",
        "{'#': 1, symbol: '@@iterator'}",
        "{'#': 1, object: [['a', 1], ['b', 2, {enumerable: false}], [{'#': 2, symbol: '@@iterator'}, 3]]}",
        "{'#': 1, object: [], prototype: null}",
        "{'#': 1, object: [], prototype: {'#': 2, object: [['x', 1]]}}",
        "{'#': 1, object: [['self', {ref: 1}], ['__proto__', 1]]}",
        "{'#': 1, array: [1, {hole: true}, {'#': 2, array: []}, {ref: 2}, {ref: 1}], props: [['x', 1]]}",
        "{'#': 1, map: [[{ref: 1}, 1], ['k', {'#': 2, set: [{ref: 1}]}]]}",
        "{'#': 1, date: 0}",
        "{'#': 1, date: 'NaN', props: [['own', 1]]}",
        "{'#': 1, regexp: ['a+', 'gi'], lastIndex: 2}",
        "{'#': 1, boxed: {number: '-0'}}",
        "{'#': 1, boxed: 'text'}",
        "{'#': 1, boxed: {bigint: '1'}}",
        "{'#': 1, buffer: '00ff7f'}",
        "{'#': 1, buffer: '0102', max: 16}",
        "{'#': 1, buffer: '0102', shared: true}",
        "{'#': 1, view: 'Uint8Array', of: {'#': 2, buffer: '010203'}, at: 1, length: 2}",
        "{'#': 1, view: 'DataView', of: {'#': 2, buffer: '010203'}, at: 0, length: 3}",
        "{'#': 1, view: 'Int16Array', of: {'#': 2, buffer: '0102', max: 4}, at: 0}",
        "{'#': 1, view: 'Int16Array', of: {'#': 2, buffer: '0102', max: 4}, at: 0, length: 1}",
        "{'#': 1, view: 'DataView', of: {'#': 2, buffer: '0102', max: 2}, at: 1}",
        "{'#': 1, error: 'RangeError', props: [['message', 'm'], ['more', {'#': 2, array: [{ref: 1}]}]]}",
        "{'#': 1, domException: 'DataCloneError', code: 25, message: 'm'}"
      })
  void valuesComeBackAsTheyWereWritten(String value) {
    String written = value.replace("code: 25, ", "");
    assertThat(run("{do: 'observe', label: 'v', value: %s}".formatted(written))).isEqualTo(Answer.ENDED);

    assertSameGraph("v", value);
  }

  @Test
  void accessorsAreMadeAndNotCalledWhenSeen() {
    run(
        """
        {do: 'let', name: 'o', value: {object: [['a', {accessor: {function: 'read', id: 1, root: true, bodies: [
          [{do: 'return', value: 7}], [{do: 'return', value: 8}]]}}]]}},
        {do: 'observe', label: 'object', value: {var: 'o'}},
        {do: 'observe', label: 'first', value: {get: 'a', of: {var: 'o'}}},
        {do: 'observe', label: 'second', value: {get: 'a', of: {var: 'o'}}},
        {do: 'observe', label: 'third', value: {get: 'a', of: {var: 'o'}}}
        """);

    assertSameGraph("object", "{'#': 1, object: [['a', {accessor: true}]]}");
    assertThat(seen("first")).isEqualTo(7);
    assertThat(seen("second")).isEqualTo(8);
    assertThat(seen("third")).isEqualTo(8);
    assertThat(marks()).containsExactly("object", "read", "first", "read", "second", "read", "third");
  }

  @Test
  void identitiesLastAsLongAsTheAgent() {
    run("{do: 'let', name: 'o', value: {object: []}}, {do: 'observe', label: 'a', value: {var: 'o'}}");
    run("{do: 'observe', label: 'b', value: {var: 'o'}}, {do: 'observe', label: 'c', value: {object: []}}");

    assertThat(seen("a")).isEqualTo(seen("b"));
    assertThat(seen("c")).isNotEqualTo(seen("a"));
  }

  @Test
  void namesEndWithTheWorld() {
    run("{do: 'let', name: 'kept', value: 1}");
    nextWorld();

    assertThat(run("{do: 'observe', label: 'v', value: {var: 'kept'}}"))
        .isEqualTo(Answer.fault("no such name: kept", List.of(0)));
  }

  @Test
  void aNameCanBeDropped() {
    assertThat(run("{do: 'let', name: 'n', value: 1}, {do: 'let', name: 'n'}, {do: 'return', value: {var: 'n'}}"))
        .isEqualTo(Answer.fault("no such name: n", List.of(2)));
  }

  @Test
  void aRootFunctionIsOneFunctionAndOthersAreNewInEachCall() {
    run(
        """
        {do: 'new', name: 'c', interface: 'MessageChannel', args: []},
        {do: 'let', name: 'outer', value: {function: 'outer', id: 1, root: true, params: ['e1'], bodies: [[
          {do: 'let', name: 'inner1', value: {function: 'inner', id: 2, bodies: [[
            {do: 'observe', label: 'data', value: {get: 'data', of: {var: 'e1'}}}]]}},
          {do: 'let', name: 'inner2', value: {function: 'inner', id: 2, bodies: [[]]}},
          {do: 'call', of: {var: 'self'}, member: 'queueMicrotask', args: [{var: 'inner1'}]},
          {do: 'observe', label: 'one', value: {var: 'inner1'}},
          {do: 'observe', label: 'two', value: {var: 'inner2'}}]]}},
        {do: 'observe', label: 'outer', value: {var: 'outer'}},
        {do: 'observe', label: 'outer again', value: {function: 'outer', id: 1, root: true, bodies: [[]]}},
        {do: 'set', of: {get: 'port2', of: {var: 'c'}}, key: 'onmessage', value: {var: 'outer'}},
        {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: ['a']},
        {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: ['b']}
        """);
    settle();

    assertThat(seen("outer")).isEqualTo(seen("outer again"));
    List<Object> ones = allSeen("one");
    assertThat(ones).hasSize(2).doesNotHaveDuplicates().isEqualTo(allSeen("two"));
    assertThat(allSeen("data")).containsExactly("a", "b");
  }

  @Test
  void theCallsOfAFunctionAreNumberedAndKnowTheirThis() {
    run(
        """
        {do: 'let', name: 'o', value: {object: [['f', {function: 'f', id: 5, root: true, bodies: [
          [{do: 'observe', label: 'this', value: {var: 'this'}}, {do: 'return', value: 'r1'}], []]}]]}},
        {do: 'try', label: 'first', body: [{do: 'call', of: {var: 'o'}, member: 'f', args: [1, 2]}]},
        {do: 'try', label: 'second', body: [{do: 'call', of: {var: 'o'}, member: 'f', args: []}]},
        {do: 'observe', label: 'o', value: {var: 'o'}}
        """);

    List<Map<String, Object>> calls = bodies(Observation.Kind.CALLED);
    assertThat(calls).extracting(call -> call.get("call")).containsExactly(1, 2);
    assertThat(calls).extracting(call -> call.get("args")).containsExactly(2, 0);
    assertThat(calls).extracting(call -> call.get("id")).containsOnly(5);
    assertThat(seen("this")).isEqualTo(seen("o"));
    assertThat(outcome("first").get("returned")).isEqualTo("r1");
    assertThat(outcome("second").get("returned")).isEqualTo(Map.of("undefined", true));
  }

  @Test
  void microtasksOfTheScriptAreSeenBeforeItsAnswer() {
    run(
        """
        {do: 'call', of: {var: 'self'}, member: 'queueMicrotask', args: [
          {function: 'm', id: 1, root: true, bodies: [[]]}]},
        {do: 'observe', label: 'end', value: 1}
        """);

    assertThat(marks()).containsExactly("end", "m");
  }

  @Test
  void anExceptionEndsTheScriptAndSaysWhere() {
    Answer answer =
        run(
            """
            {do: 'repeat', count: 2, index: 'i', body: [
              {do: 'observe', label: 'i', value: {var: 'i'}},
              {do: 'call', of: {var: 'self'}, member: 'structuredClone', args: [{uncloneable: true}]}]},
            {do: 'observe', label: 'never', value: 1}
            """);

    assertThat(answer.ended()).isFalse();
    assertThat(answer.fault()).isNull();
    assertThat(answer.threw()).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("domException", "DataCloneError").containsEntry("code", 25);
    assertThat(answer.at()).containsExactly(0, "body", 1);
    assertThat(marks()).containsExactly("i");
  }

  @Test
  void tryLogsWhatWasThrownAndGoesOn() {
    run(
        """
        {do: 'let', name: 'e', value: {error: 'RangeError', props: [['message', 'boom']]}},
        {do: 'try', label: 't', body: [{do: 'throw', value: {var: 'e'}}, {do: 'observe', label: 'never', value: 1}]},
        {do: 'observe', label: 'e', value: {var: 'e'}},
        {do: 'try', label: 'missing', body: [{do: 'new', interface: 'Nonsense', args: []}]},
        {do: 'try', label: 'no method', body: [{do: 'call', of: {object: []}, member: 'm', args: []}]}
        """);

    assertThat(outcome("t").get("threw")).isEqualTo(seen("e"));
    assertThat(outcome("missing").get("threw")).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("error", "ReferenceError");
    assertThat(outcome("no method").get("threw")).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("error", "TypeError");
    assertThat(marks()).containsExactly("t", "e", "missing", "no method");
  }

  @Test
  void returnInsideTryEndsTheFunction() {
    run(
        """
        {do: 'let', name: 'o', value: {object: [['f', {function: 'f', id: 1, root: true, bodies: [[
          {do: 'repeat', count: 5, body: [{do: 'try', label: 'inner', body: [{do: 'return', value: 3}]}]},
          {do: 'observe', label: 'never', value: 1}]]}]]}},
        {do: 'call', of: {var: 'o'}, member: 'f', args: [], name: 'r'},
        {do: 'observe', label: 'r', value: {var: 'r'}}
        """);

    assertThat(marks()).containsExactly("f", "inner", "r");
    assertThat(seen("r")).isEqualTo(3);
  }

  @Test
  void aFaultInAReactionPassesEveryTryAndIsLogged() {
    run(
        """
        {do: 'call', of: {var: 'self'}, member: 'queueMicrotask', args: [{function: 'f', id: 1, root: true, bodies: [[
          {do: 'try', label: 't', body: [{do: 'observe', label: 'v', value: {var: 'p9'}}]}]]}]}
        """);
    settle();

    assertThat(world.observations()).extracting(Observation::kind)
        .containsExactly(Observation.Kind.CALLED, Observation.Kind.FAULT);
    assertThat(world.observations().get(1).label()).isEqualTo("no such name: p9");
  }

  @Test
  void exceptionsThatNobodyCatchesAreReported() {
    run(
        """
        {do: 'new', name: 'c', interface: 'MessageChannel', args: []},
        {do: 'set', of: {get: 'port2', of: {var: 'c'}}, key: 'onmessage', value: {
          function: 'f', id: 1, root: true, bodies: [[{do: 'throw', value: 'boom'}]]}},
        {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: [1]}
        """);
    settle();

    assertThat(bodies(Observation.Kind.REPORTED)).hasSize(1).first().asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("reported", "boom");
  }

  @Test
  void anEventIsSeenWithItsAttributes() {
    run(
        """
        {do: 'new', name: 'c', interface: 'MessageChannel', args: []},
        {do: 'new', name: 'd', interface: 'MessageChannel', args: []},
        {do: 'let', name: 'p', value: {get: 'port2', of: {var: 'c'}}},
        {do: 'set', of: {var: 'p'}, key: 'onmessage', value: {function: 'f', id: 1, root: true, params: ['e'], bodies: [[
          {do: 'observe', label: 'event', value: {var: 'e'}},
          {do: 'observe', label: 'inside', value: {array: [{var: 'e'}]}}]]}},
        {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: [
          {object: [['p', {get: 'port1', of: {var: 'd'}}]]}, {array: [{get: 'port1', of: {var: 'd'}}]}]},
        {do: 'observe', label: 'port', value: {var: 'p'}}
        """);
    settle();

    Map<String, Object> event = Json5.map(Wire.text(seen("event")));
    assertThat(event)
        .containsEntry("event", "MessageEvent")
        .containsEntry("type", "message")
        .containsEntry("origin", "")
        .containsEntry("lastEventId", "")
        .containsEntry("source", null)
        .containsEntry("eventPhase", 2)
        .containsEntry("bubbles", false)
        .containsEntry("target", seen("port"))
        .containsKeys("data", "ports", "isTrusted", "timeStamp", "composedPath");
    assertThat(Wire.text(event.get("data"))).contains("\"platform\":\"MessagePort\"");
    assertThat(Wire.text(event.get("ports"))).contains("\"ref\"");
    assertThat(Wire.text(seen("inside"))).contains("\"platform\":\"MessageEvent\"");
  }

  @Test
  void propertiesAreSetAndDeletedAsStrictCodeDoes() {
    run(
        """
        {do: 'let', name: 'o', value: {object: [['a', 1], ['fixed', 1, {writable: false, configurable: false}]]}},
        {do: 'set', of: {var: 'o'}, key: 'b', value: 2},
        {do: 'set', of: {var: 'o'}, key: 'a'},
        {do: 'observe', label: 'o', value: {var: 'o'}},
        {do: 'try', label: 'set', body: [{do: 'set', of: {var: 'o'}, key: 'fixed', value: 2}]},
        {do: 'try', label: 'delete', body: [{do: 'set', of: {var: 'o'}, key: 'fixed'}]}
        """);

    assertSameGraph("o", "{'#': 1, object: [['fixed', 1, {configurable: false, writable: false}], ['b', 2]]}");
    assertThat(outcome("set")).containsKey("threw");
    assertThat(outcome("delete")).containsKey("threw");
  }

  @Test
  void sourceTextRunsAndMayPatchWhatTheInterpreterUses() {
    run(
        """
        {do: 'let', name: 'undo', value: {js: 'const saved = [Reflect.apply, Array.prototype.push]; Reflect.apply = null; \
        Array.prototype.push = null; Map.prototype.get = null; Object.defineProperty(Object.prototype, "value", {set() \
        { throw 1 }, configurable: true}); return () => { [Reflect.apply, Array.prototype.push] = saved; \
        delete Object.prototype.value; }'}},
        {do: 'observe', label: 'list', value: {array: [1, {object: [['value', 1]]}]}},
        {do: 'try', label: 'undone', body: [{do: 'call', of: {var: 'undo'}, member: 'call', args: []}]}
        """);

    assertSameGraph("list", "{'#': 1, array: [1, {'#': 2, object: [['value', 1]]}]}");
    assertThat(outcome("undone")).containsKey("returned");
  }

  @Test
  void zeroTimersRunWithinTurns() {
    run(
        """
        {do: 'call', of: {var: 'self'}, member: 'setTimeout', args: [
          {function: 'timer', id: 1, root: true, bodies: [[]]}, 0]}
        """);
    settle();

    assertThat(marks()).containsExactly("timer");
  }

  @Test
  void turnsOutlastABroadcast() {
    run(
        """
        {do: 'new', name: 'a', interface: 'BroadcastChannel', args: ['turns']},
        {do: 'new', name: 'b', interface: 'BroadcastChannel', args: ['turns']},
        {do: 'set', of: {var: 'b'}, key: 'onmessage', value: {function: 'first', id: 1, root: true, params: ['e'],
          bodies: [[{do: 'call', of: {var: 'b'}, member: 'postMessage', args: [2]}]]}},
        {do: 'set', of: {var: 'a'}, key: 'onmessage', value: {function: 'second', id: 2, root: true, bodies: [[]]}},
        {do: 'call', of: {var: 'a'}, member: 'postMessage', args: [1]}
        """);
    settle();

    assertThat(marks()).containsExactly("first", "second");
  }

  @Test
  void whatNobodyHoldsIsCollected() {
    run("{do: 'let', name: 'o', value: {object: []}}, {do: 'new', name: 'w', interface: 'WeakRef', args: [{var: 'o'}]}");
    run("{do: 'let', name: 'o'}");
    world.collectGarbage();
    run("{do: 'call', of: {var: 'w'}, member: 'deref', args: [], name: 'r'}, {do: 'observe', label: 'r', value: {var: 'r'}}");

    assertThat(seen("r")).isEqualTo(Map.of("undefined", true));
  }

  @Test
  void theNextWorldClosesPortsAndUndoesWhatWasDoneToTheGlobal() {
    run(
        """
        {do: 'new', name: 'b', interface: 'BroadcastChannel', args: ['n']},
        {do: 'set', of: {var: 'b'}, key: 'onmessage', value: {function: 'late', id: 1, root: true, bodies: [[]]}},
        {do: 'set', of: {var: 'self'}, key: 'planted', value: 1}
        """);
    nextWorld();
    run(
        """
        {do: 'observe', label: 'planted', value: {get: 'planted', of: {var: 'self'}}},
        {do: 'new', name: 'b', interface: 'BroadcastChannel', args: ['n']},
        {do: 'call', of: {var: 'b'}, member: 'postMessage', args: [1]}
        """);
    settle();

    assertThat(seen("planted")).isEqualTo(Map.of("undefined", true));
    assertThat(marks()).containsExactly("planted");
  }

  @Test
  void aLineOfAnEarlierWorldIsCountedAsLate() {
    run(
        """
        {do: 'call', of: {var: 'self'}, member: 'setTimeout', args: [
          {function: 'late', id: 1, root: true, bodies: [[]]}, 20]}
        """);
    nextWorld();
    run("{do: 'call', of: {var: 'self'}, member: 'setTimeout', args: [{function: 'f', id: 1, root: true, bodies: [[]]}, 40]}");
    while (!marks().contains("f")) {
      world.turn();
    }

    assertThat(backend.lateObservations() - lateBefore).isEqualTo(1);
    lateBefore++;
    assertThat(marks()).containsExactly("f");
  }

  @Test
  void anUnknownRealmOrLiteralIsAFault() {
    assertThat(world.run("w9", List.of()).fault()).isEqualTo("no such realm: w9");
    assertThat(run("{do: 'observe', label: 'a', value: {ref: 4}}").fault()).isEqualTo("no such literal in this action: 4");
  }

  private Answer run(String actions) {
    return world.run("window", Json5.list(actions));
  }

  private void settle() {
    for (int i = 0; i < SETTLED; i++) {
      world.turn();
    }
  }

  private void nextWorld() {
    world.close();
    assertThat(backend.lateObservations() - lateBefore).isZero();
    world = backend.openWorld();
  }

  private void assertSameGraph(String label, String expected) {
    assertThat(Numbers.fresh(seen(label))).isEqualTo(Numbers.fresh(Json5.tree(expected)));
  }

  private Object seen(String label) {
    List<Object> all = allSeen(label);
    assertThat(all).as(label).hasSize(1);
    return all.get(0);
  }

  private List<Object> allSeen(String label) {
    List<Object> values = new ArrayList<>();
    for (Observation observation : world.observations()) {
      if (observation.kind() == Observation.Kind.SAW && observation.label().equals(label)) {
        values.add(observation.get("value"));
      }
    }
    return values;
  }

  private Map<String, Object> outcome(String label) {
    return bodies(Observation.Kind.OUTCOME).stream().filter(body -> body.get("outcome").equals(label)).findFirst()
        .orElseThrow();
  }

  private List<Map<String, Object>> bodies(Observation.Kind kind) {
    List<Map<String, Object>> bodies = new ArrayList<>();
    for (Observation observation : world.observations()) {
      if (observation.kind() == kind) {
        bodies.add(new LinkedHashMap<>(observation.body()));
      }
    }
    return bodies;
  }

  private List<String> marks() {
    return world.observations().stream().map(Observation::label).toList();
  }
}
