package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the schema of the wire protocol lets through, and what it does not. */
class WireTest {
  private static final Wire WIRE = new Wire();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: 1, open: {world: 1}}",
        "{id: 2, run: [], in: 'window'}",
        "{id: 3, turn: 4}",
        "{id: 4, gc: 1}",
        "{id: 5, bye: 1}"
      })
  void messagesOfTheHarness(String message) {
    Map<String, Object> tree = Json5.map(message);

    assertThat(Json5.map(WIRE.write(tree))).isEqualTo(tree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{id: 1}",
        "{id: 1, open: {}}",
        "{id: 2, run: []}",
        "{run: [], in: 'window'}",
        "{id: 2, run: [], in: 'window', turn: 1}",
        "{id: 3, turn: 0}",
        "{id: 4, gc: 1, in: 'window'}",
        "{id: 5, unheard: 1}"
      })
  void noMessagesOfTheHarness(String message) {
    assertIsOurMistake(Json5.map(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{do: 'let', name: 'a', value: null}",
        "{do: 'let', name: 'a'}",
        "{do: 'new', name: 'c', interface: 'MessageChannel', args: []}",
        "{do: 'new', interface: 'Event', args: ['x', {object: []}]}",
        "{do: 'call', of: {var: 'p'}, member: 'postMessage', args: [1], name: 'r'}",
        "{do: 'call', of: {var: 'o'}, member: {symbol: '@@iterator'}, args: []}",
        "{do: 'set', of: {var: 'p'}, key: 'onmessage', value: null}",
        "{do: 'set', of: {var: 'a'}, key: 0}",
        "{do: 'observe', label: 'l', value: {get: 'data', of: {var: 'e7'}}}",
        "{do: 'try', label: 't', body: [{do: 'throw', value: 1}]}",
        "{do: 'return'}",
        "{do: 'return', value: false}",
        "{do: 'repeat', count: 3, index: 'i', body: []}",
        "{do: 'frame', name: 'frame1', origin: 'opaque'}",
        "{do: 'frame', name: 'frame2', origin: 'same', of: {var: 'frame1'}}"
      })
  void actions(String action) {
    assertThat(WIRE.write(script(action))).contains("\"do\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{do: 'fly'}",
        "{do: 'let', value: 1}",
        "{do: 'let', name: 'a', of: 1}",
        "{do: 'new', name: 'c', args: []}",
        "{do: 'call', of: {var: 'p'}, args: []}",
        "{do: 'set', key: 'a', value: 1}",
        "{do: 'observe', value: 1}",
        "{do: 'try', label: 't', body: {}}",
        "{do: 'throw'}",
        "{do: 'repeat', count: -1, body: []}",
        "{do: 'repeat', count: 1, body: [{do: 'fly'}]}",
        "{do: 'frame', name: 'frame1', origin: 'foreign'}"
      })
  void noActions(String action) {
    assertIsOurMistake(script(action));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1.5",
        "'text'",
        "{var: 'a'}",
        "{get: 0, of: {get: 'ports', of: {var: 'e'}}}",
        "{function: 'L1', id: 1, root: true, params: ['e7'], bodies: [[], [{do: 'return'}]]}",
        "{startup: 'w1', body: []}",
        "{startup: 'w1'}",
        "{origin: 'other'}",
        "{js: 'return 1', args: [{var: 'p'}]}",
        "{ref: 1}",
        "{undefined: true}",
        "{number: '-0'}",
        "{bigint: '7'}",
        "{string: [55296]}",
        "{symbol: '@@iterator'}",
        "{'#': 1, boxed: {number: 'NaN'}}",
        "{'#': 1, object: [['a', 1], ['b', 2, {enumerable: false}], ['c', {accessor: {function: 'f', id: 1, "
            + "bodies: [[]]}}], [{symbol: 's'}, 1]], prototype: null}",
        "{array: [1, {hole: true}, {accessor: {function: 'f', id: 1, bodies: [[]]}}], length: 5, props: [['x', 1]]}",
        "{map: [[1, {ref: 1}]]}",
        "{set: [1]}",
        "{date: 'NaN'}",
        "{regexp: ['a', 'g']}",
        "{buffer: '0102', max: 16, shared: true}",
        "{view: 'Uint8Array', of: {buffer: ''}, at: 2, length: 4}",
        "{error: 'RangeError', props: [['message', 'm']]}",
        "{domException: 'DataError', message: 'm'}",
        "{uncloneable: true}",
        "{undeserializable: true}",
        "{undeserializable: 'once'}"
      })
  void expressions(String expression) {
    assertThat(WIRE.write(script("{do: 'throw', value: %s}".formatted(expression)))).contains("\"value\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{'#': 1}",
        "{unheard: 1}",
        "{var: 1}",
        "{var: 'a', get: 'b', of: 1}",
        "{get: 'a'}",
        "{function: 'f', id: 1}",
        "{function: 'f', id: 1, bodies: []}",
        "{number: '1'}",
        "{origin: 'opaque'}",
        "{undefined: false}",
        "{hole: true}",
        "{accessor: {function: 'f', id: 1, bodies: [[]]}}",
        "{object: [['a']]}",
        "{object: [['a', 1, {}]]}",
        "{object: [['a', {hole: true}]]}",
        "{object: [['a', {accessor: {var: 'f'}}]]}",
        "{object: [], length: 1}",
        "{array: [{ref: 1, var: 'a'}]}",
        "{buffer: '1'}",
        "{view: 'Float12Array', of: {buffer: ''}}",
        "{error: 'Mistake'}",
        "{string: ['a']}",
        "{get: {hole: true}, of: 1}"
      })
  void noExpressions(String expression) {
    assertIsOurMistake(script("{do: 'throw', value: %s}".formatted(expression)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{hello: 'k3', realm: 'w1', protocol: 1, engine: 'node', version: 'v20', can: ['gc'], origin: 'null', seen: []}",
        "{re: 2, seen: []}",
        "{re: 2, threw: null, at: [0, 'body', 1], seen: []}",
        "{re: 2, fault: 'no such name: p9', at: [0], seen: []}",
        "{re: 3, quiet: 2, seen: []}",
        "{seen: []}",
        "{ended: 'frame1', seen: []}",
        "{began: 'worker1', seen: []}",
        "{closing: 'worker1', seen: []}",
        "{realm: 'frame1', origin: 'null', seen: []}"
      })
  void messagesOfAgents(String message) {
    assertThat(WIRE.read(Json5.strict(message))).isEqualTo(Json5.map(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "{}",
        "{re: 2}",
        "{re: 0, seen: []}",
        "{re: 2, threw: 1, seen: []}",
        "{re: 2, at: [0], seen: []}",
        "{re: 2, threw: 1, fault: 'f', at: [0], seen: []}",
        "{threw: 1, at: [0], seen: []}",
        "{hello: 'k3', seen: []}",
        "{realm: 'frame1', seen: []}",
        "{seen: [], more: 1}",
        "{began: 'worker1'}",
        "{began: 'worker1', closing: 'worker1', seen: []}",
        "{re: 3, ended: 'worker1', seen: []}",
        "{seen: {}}"
      })
  void noMessagesOfAgents(String message) {
    assertIsTheAgentsMistake(Json5.strict(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{n: 8, in: 'window', called: 'L1', id: 3, call: 1, args: 1}",
        "{n: 9, in: 'window', saw: 'label', value: null}",
        "{n: 10, in: 'window', outcome: 'again', returned: {undefined: true}}",
        "{n: 10, in: 'window', outcome: 'again', threw: {'#': 9, domException: 'DataCloneError', code: 25, message: 'm'}}",
        "{n: 11, in: 'window', reported: 'boom', handled: false}",
        "{n: 12, ended: 'w1'}",
        "{n: 14, in: 'window', starts: 'worker1'}",
        "{n: 14, in: 'window', starts: 'shared1 name', shared: true}",
        "{n: 15, in: 'window', fails: 'worker1'}",
        "{n: 16, in: 'worker1', terminates: 'worker2', world: 3}",
        "{n: 13, in: 'window', fault: 'no such name: p9', at: [0, 2], world: 3}"
      })
  void lines(String line) {
    assertThat(WIRE.read(seen(line)).get("seen")).isEqualTo(Json5.list(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{n: 1, in: 'window'}",
        "{in: 'window', saw: 'l', value: 1}",
        "{n: 1, saw: 'l', value: 1}",
        "{n: 1, starts: 'worker1'}",
        "{n: 1, in: 'window', shared: true}",
        "{n: 1, in: 'window', starts: 'worker1', terminates: 'worker1'}",
        "{n: 1, in: 'window', saw: 'l'}",
        "{n: 1, in: 'window', saw: 'l', value: 1, call: 1}",
        "{n: 1, in: 'window', called: 'f', call: 1, args: 0}",
        "{n: 1, in: 'window', outcome: 'o'}",
        "{n: 1, in: 'window', outcome: 'o', returned: 1, threw: 1}"
      })
  void noLines(String line) {
    assertIsTheAgentsMistake(seen(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'#': 1, object: [['a', {'#': 2, array: [{hole: true}, {accessor: true}], frozen: true}], ['b', {ref: 1}, "
            + "{writable: false}], [{'#': 3, symbol: 's'}, 1], [{string: [55296]}, 1]], prototype: {'#': 4, object: []}}",
        "{'#': 1, array: [], length: 20000, props: [['x', 1]], in: 'frame1'}",
        "{'#': 1, buffer: 'ff', max: 2, shared: true}",
        "{'#': 1, buffer: '', detached: true}",
        "{'#': 1, view: 'DataView', of: {'#': 2, buffer: ''}, at: 0}",
        "{'#': 1, error: 'TypeError', props: [['message', 'm']]}",
        "{'#': 1, error: 'TypeError'}",
        "{'#': 1, function: ''}",
        "{'#': 1, platform: 'MessagePort'}",
        "{unreadable: 'reading it threw'}",
        "{'#': 1, event: 'Event', type: 'x', target: null, currentTarget: null, eventPhase: 0, bubbles: false, "
            + "cancelable: {unreadable: 'it is not'}, composed: false, defaultPrevented: false, isTrusted: false, "
            + "timeStamp: 1.5, composedPath: 0}"
      })
  void observedValues(String value) {
    String line = "{n: 1, in: 'window', saw: 'l', value: %s}".formatted(value);

    assertThat(WIRE.read(seen(line)).get("seen")).isEqualTo(Json5.list(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{object: []}",
        "{'#': 1, object: [['a', 1, {writable: 'no'}]]}",
        "{'#': 1, object: [], length: 2}",
        "{'#': 1, array: [{'#': 2}]}",
        "{error: 'TypeError'}",
        "{'#': 1, platform: 'MessagePort', frozen: true}",
        "{var: 'a'}",
        "{hole: true}",
        "{accessor: true}",
        "{'#': 1, object: [['a', {hole: true}]]}",
        "{'#': 1, event: 'Event', type: 'x'}",
        "{'#': 1, array: [{'#': 2, event: 'Event'}]}"
      })
  void noObservedValues(String value) {
    assertIsTheAgentsMistake(seen("{n: 1, in: 'window', saw: 'l', value: %s}".formatted(value)));
  }

  @Test
  void whatIsNoJsonIsTheAgentsMistake() {
    assertIsTheAgentsMistake("{\"re\": 2, ");
  }

  @Test
  void theMessageSaysWhatIsWrong() {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> WIRE.read("{\"re\": 2, \"seen\": [{\"n\": 1, \"in\": \"window\", \"saw\": \"l\"}]}"))
        .withMessageContaining("'value'")
        .withMessageContaining("$.seen[0]");
  }

  @Test
  void numbersStayWhatTheyAre() {
    Map<String, Object> message = WIRE.read(seen("{n: 1, in: 'window', saw: 'l', value: 1e21}"));

    assertThat(Wire.text(message)).contains("1.0E21");
  }

  private static Map<String, Object> script(String action) {
    return Json5.map("{id: 2, run: [%s], in: 'window'}".formatted(action));
  }

  private static String seen(String line) {
    return Json5.strict("{seen: [%s]}".formatted(line));
  }

  private static void assertIsOurMistake(Map<String, Object> message) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> WIRE.write(message))
        .matches(e -> e.side() == Side.HARNESS);
  }

  private static void assertIsTheAgentsMistake(String message) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> WIRE.read(message))
        .matches(e -> e.side() == Side.SUBJECT);
  }
}
