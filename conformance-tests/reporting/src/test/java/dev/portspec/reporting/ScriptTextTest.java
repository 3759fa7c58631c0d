package dev.portspec.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{do: new, name: c1, interface: MessageChannel, args: []} | c1 = new MessageChannel();",
        "{do: call, of: {get: port1, of: {var: c1}}, member: postMessage, args: [hi]} | c1.port1.postMessage(\"hi\");",
        "{do: call, of: {var: self}, member: odd name, args: [], name: r1} | r1 = self[\"odd name\"]();",
        "{do: set, of: {var: p1}, key: onmessage, value: null} | p1.onmessage = null;",
        "{do: set, of: {var: o}, key: a} | delete o.a;",
        "{do: let, name: moved, value: {get: 0, of: {get: ports, of: {var: e1}}}} | moved = e1.ports[0];",
        "{do: let, name: moved} | forget(moved);",
        "{do: observe, label: length, value: {number: '-0'}} | observe(\"length\", -0);",
        "{do: throw, value: {error: RangeError, props: [[message, boom]]}} | throw RangeError with {message: \"boom\"};",
        "{do: return, value: false} | return false;",
        "{do: juggle, balls: 3} | {do: \"juggle\", balls: 3};"
      })
  void anActionIsALine(String action, String line) {
    assertThat(ScriptText.of(List.of(read(action)))).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{undefined: true} | undefined",
        "{bigint: '7'} | 7n",
        "{symbol: '@@iterator'} | Symbol.iterator",
        "{'#': 7, platform: MessagePort} | MessagePort#7",
        "{'#': 1, object: [[self, {ref: 1}], [odd key, [1, 2]]]} | #1={self: #1, \"odd key\": [1, 2]}",
        "{array: [1, {hole: true}], length: 2} | [1, <hole>]",
        "{map: [[1, 2]]} | new Map([[1, 2]])",
        "{buffer: '0102', detached: true} | bytes(\"0102\") (detached)",
        "{domException: DataCloneError, message: no} | DOMException(\"DataCloneError\", \"no\")",
        "{event: MessageEvent, data: {undefined: true}, ports: []} | MessageEvent {data: undefined, ports: []}",
        "{unreadable: x} | {unreadable: \"x\"}"
      })
  void aValueReadsLikeJavaScript(String value, String text) {
    assertThat(ScriptText.ofValue(read(value))).isEqualTo(text);
  }

  @Test
  void blocksAreIndented() {
    Object script =
        read(
            "[{do: set, of: {var: p2}, key: onmessage, value: {function: L1, id: 1, params: [e1], bodies: ["
                + "[{do: observe, label: L1, value: {var: e1}}], []]}},"
                + " {do: repeat, count: 3, index: i1, body: [{do: try, label: again, body: ["
                + "{do: call, of: {var: p1}, member: postMessage, args: [{var: i1}]}]}]}]");

    assertThat(ScriptText.of((List<?>) script))
        .isEqualTo(
            """
            p2.onmessage = function L1(e1) {
              /* call 1 */ {
                observe("L1", e1);
              }
              /* call 2 and later */ {}
            };
            for (let i1 = 0; i1 < 3; i1++) {
              attempt("again", () => {
                p1.postMessage(i1);
              });
            }""");
  }

  private static Object read(String flow) {
    Object tree = Json.read(flow);
    assertThat(tree).isNotNull();
    return tree;
  }
}
