package dev.portspec.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.backend.Answer;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.backend.Observation;
import dev.portspec.spi.Capability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of a browser: realms of their parent's agent or agents of their own, until they are removed. */
abstract class FramesOnAnEngine extends WorldsOnAnEngine {
  private static final int WORLDS = 20;
  private static final String PARENT = "{get: 'parent', of: {var: 'self'}}";

  FramesOnAnEngine(BackendFactory factory) {
    super(factory);
  }

  @Test
  void claimsThem() {
    assertThat(backend.subject().capabilities())
        .contains(Capability.FRAMES, Capability.ORIGINS, Capability.NAVIGATION, Capability.REALM_OF_OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "other", "opaque"})
  void messagesGoBothWays(String origin) {
    frame("window", "frame1", origin);
    ran("frame1", echo());
    run(onmessage("back", 2, ""), post("frame1", "'a'"), post("frame1", "'b'"));

    assertThat(log("frame1")).containsExactly("echo", "echo a", "echo", "echo b");
    assertThat(log("window")).containsExactly("back", "back a", "back", "back b");
    String agent = origin.equals("same") ? "window" : "frame1";
    assertThat(world.observations())
        .filteredOn(seen -> seen.realm().equals("frame1"))
        .allMatch(seen -> seen.agent().equals(agent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "other", "opaque"})
  void anEventSaysWhoPosted(String origin) {
    frame("window", "frame1", origin);
    ran("window", observe("frame", windowOf("frame1")), onmessage("got", 1, observe("event", "{var: 'e'}")));
    ran("window", observe("same", "{origin: 'same'}"), observe("other", "{origin: 'other'}"), observe("opaque", "'null'"));
    ran("frame1", postTo(PARENT, "1"), observe("origin", "{get: 'origin', of: {var: 'self'}}"));
    settle();

    Map<String, Object> event = node("window", "event");
    assertThat(event).containsEntry("source", node("window", "frame")).containsEntry("origin", value("window", origin));
    assertThat(node("window", "frame")).containsOnlyKeys("#", "platform").containsEntry("platform", "Window");
    assertThat(value("frame1", "origin")).isEqualTo(value("window", origin));
    assertThat(value("window", "same")).isNotEqualTo(value("window", "other"));
  }

  /** Which agent a frame in a frame belongs to. */
  @ParameterizedTest
  @CsvSource({
    "same, same, window", "same, other, frame2", "same, opaque, frame2", "other, other, frame1", "other, same, frame2",
    "other, opaque, frame2", "opaque, opaque, frame2"
  })
  void framesAreNested(String outer, String inner, String agent) {
    frame("window", "frame1", outer);
    frame("frame1", "frame2", inner);
    ran("frame1", onmessage("relay", 1, postTo(PARENT, "{get: 'data', of: {var: 'e'}}")));
    ran("window", onmessage("back", 2, ""));
    ran("frame2", mark("here"), postTo(PARENT, "'up'"));
    settle();

    assertThat(log("frame2")).containsExactly("here");
    assertThat(log("frame1")).containsExactly("relay", "relay up");
    assertThat(log("window")).containsExactly("back", "back up");
    assertThat(world.observations())
        .filteredOn(seen -> seen.label().equals("here"))
        .allMatch(seen -> seen.agent().equals(agent));
  }

  @ParameterizedTest
  @CsvSource({"same, same", "same, other", "other, other", "other, opaque", "opaque, opaque"})
  void siblingsTalkOverAChannel(String left, String right) {
    frame("window", "frame1", left);
    frame("window", "frame2", right);
    String take =
        """
        {do: 'let', name: 'p%1$d', value: {get: 0, of: {get: 'ports', of: {var: 'e'}}}},
        {do: 'set', of: {var: 'p%1$d'}, key: 'onmessage', value:
          {function: 'inner', id: %1$d, params: ['e2'], bodies: [[
            {do: 'observe', label: 'got', value: {get: 'data', of: {var: 'e2'}}}]]}},
        {do: 'call', of: {var: 'p%1$d'}, member: 'postMessage', args: [{get: 'data', of: {var: 'e'}}]}""";
    ran("frame1", onmessage("port", 1, take.formatted(11)));
    ran("frame2", onmessage("port", 2, take.formatted(12)));
    run(
        "{do: 'new', name: 'c', interface: 'MessageChannel', args: []}",
        sendPort("frame1", "port1"),
        sendPort("frame2", "port2"));

    assertThat(log("frame1")).containsExactly("port", "port frame1", "inner", "got frame2");
    assertThat(log("frame2")).containsExactly("port", "port frame2", "inner", "got frame1");
  }

  /** What a frame did before it was removed is known, however soon that was. */
  @ParameterizedTest
  @ValueSource(strings = {"same", "other", "opaque"})
  void aFrameMayBeRemovedWhileItSpeaks(String origin) {
    for (int i = 0; i < WORLDS; i++) {
      frame("window", "frame1", origin);
      String says = mark("says") + "," + postTo(PARENT, "{var: 'i'}");
      ran("frame1", onmessage("go", 1, "{do: 'repeat', count: 20, index: 'i', body: [%s]}".formatted(says)));
      run(onmessage("heard", 2, call("frame1", "remove")), post("frame1", "'go'"));

      List<String> heard = log("window").stream().filter(line -> line.startsWith("heard ")).toList();
      assertThat(heard).isNotEmpty();
      assertThat(log("frame1")).startsWith("go", "go go");
      assertThat(log("frame1").stream().filter("says"::equals)).hasSizeGreaterThanOrEqualTo(heard.size());
      run(mark("the window goes on"));
      assertGone("frame1", origin);
      next();
    }
  }

  @ParameterizedTest
  @CsvSource({"same, same", "same, other", "other, other", "other, opaque", "opaque, other"})
  void withAFrameGoesWhatIsInIt(String outer, String inner) {
    frame("window", "frame1", outer);
    frame("frame1", "frame2", inner);
    ran("frame2", mark("here"));
    run(call("frame1", "remove"));

    assertGone("frame1", outer);
    assertGone("frame2", outer.equals(inner) && !inner.equals("opaque") ? outer : "opaque");
    frame("window", "frame3", inner);
    ran("frame3", mark("another"));
  }

  private void assertGone(String realm, String origin) {
    String fault = origin.equals("same") ? null : "the realm has ended: " + realm;
    assertThat(runIn(realm, mark("after")).fault()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({"same, same", "same, other", "other, same", "other, other", "opaque, same", "same, opaque"})
  void aFrameIsNavigated(String from, String to) {
    frame("window", "frame1", from);
    ran("frame1", mark("first"));
    ran("window", observe("before", windowOf("frame1")));
    ran("window", "{do: 'frame', name: 'frame2', origin: '%s', of: {var: 'frame1'}}".formatted(to));
    ran("window", observe("after", windowOf("frame2")));
    ran("frame2", onmessage("second", 1, ""));
    run(post("frame1", "1"), post("frame2", "2"));

    assertThat(log("frame1")).containsExactly("first");
    assertThat(log("frame2")).containsExactly("second", "second 1", "second", "second 2");
    assertThat(value("window", "after")).isEqualTo(value("window", "before"));
    assertGone("frame1", from);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "other", "opaque"})
  void anExceptionIsReportedWhereItWasThrown(String origin) {
    frame("window", "frame1", origin);
    ran("frame1", onmessage("throws", 1, "{do: 'throw', value: {error: 'RangeError', props: [['message', 'boom']]}}"));
    run(post("frame1", "'a'"));

    assertThat(log("frame1")).containsExactly("throws", "throws a", "reported");
    assertThat(log("window")).isEmpty();
    Observation last = world.observations().get(world.observations().size() - 1);
    assertThat(last.get("reported")).asString().contains("RangeError", "boom");
  }

  /** The realm of a value is known where it is in the same agent. */
  @Test
  void valuesKnowTheirRealm() {
    frame("window", "frame1", "same");
    ran("frame1", "{do: 'let', name: 'its', value: {array: []}}");
    ran("window", observe("theirs", "{var: 'its'}"), observe("own", "{array: []}"));

    assertThat(node("window", "theirs")).containsEntry("in", "frame1");
    assertThat(node("window", "own")).containsEntry("in", "window");
  }

  @Test
  void onlyAWindowIsShownAsOne() {
    String feigned = "var w = Object.create(null); Object.defineProperty(w, 'window', {get: () => w}); return w;";
    ran("window", observe("feigned", "{js: \"%s\"}".formatted(feigned)));
    ran("window", observe("proxy", "{js: 'return new Proxy(Object.create(null), {})'}"));

    assertThat(node("window", "feigned")).doesNotContainKey("platform");
    assertThat(node("window", "proxy")).doesNotContainKey("platform");
  }

  /** Whether a frame of another origin is, engines see differently. */
  @Test
  void theAgentOfTheWindowIsIsolated() {
    frame("window", "frame1", "same");
    String isolated = "{js: 'return String(self.crossOriginIsolated)'}";
    ran("window", observe("isolated", isolated));
    ran("frame1", observe("isolated", isolated));

    assertThat(value("window", "isolated")).isEqualTo("true");
    assertThat(value("frame1", "isolated")).isEqualTo("true");
  }

  @RepeatedTest(TIMES)
  void theNextWorldHasNoFrames() {
    for (int i = 0; i < WORLDS; i++) {
      frame("window", "frame1", "same");
      frame("frame1", "frame2", i % 2 == 0 ? "other" : "opaque");
      ran("frame2", echo());
      ran("window", observe("frames", "{get: 'length', of: {var: 'self'}}"));
      ran("frame1", onmessage("got", 2, ""), post("frame2", "1"));
      settle();

      assertThat(log("window")).containsExactly("frames 1");
      assertThat(log("frame1")).containsExactly("got", "got 1");
      next();
      assertThat(runIn("frame1", mark("never")).fault()).isEqualTo("no such realm: frame1");
    }
  }

  private void next() {
    closeWorld();
    openWorld();
  }

  private void frame(String parent, String name, String origin) {
    ran(parent, "{do: 'frame', name: '%s', origin: '%s'}".formatted(name, origin));
  }

  private void ran(String realm, String... actions) {
    assertThat(runIn(realm, String.join(",", actions))).isEqualTo(Answer.ENDED);
  }

  private static String onmessage(String label, int id, String then) {
    String body = observe(label, "{get: 'data', of: {var: 'e'}}") + (then.isEmpty() ? "" : "," + then);
    String function = "{function: '%s', id: %d, root: true, params: ['e'], bodies: [[%s]]}".formatted(label, id, body);
    return "{do: 'set', of: {var: 'self'}, key: 'onmessage', value: %s}".formatted(function);
  }

  private static String echo() {
    return onmessage("echo", 1, postTo("{get: 'source', of: {var: 'e'}}", "{get: 'data', of: {var: 'e'}}"));
  }

  /** Posts to the window of a frame. */
  static String post(String frame, String message) {
    return postTo(windowOf(frame), message);
  }

  private static String windowOf(String frame) {
    return "{get: 'contentWindow', of: {var: '%s'}}".formatted(frame);
  }

  private static String postTo(String window, String message) {
    return "{do: 'call', of: %s, member: 'postMessage', args: [%s, '*']}".formatted(window, message);
  }

  private static String sendPort(String frame, String port) {
    String args = "['%s', '*', {array: [{get: '%s', of: {var: 'c'}}]}]".formatted(frame, port);
    return "{do: 'call', of: %s, member: 'postMessage', args: %s}".formatted(windowOf(frame), args);
  }

  /** What was last seen with that label. */
  private Object value(String realm, String label) {
    return world.observations().stream()
        .filter(seen -> seen.realm().equals(realm) && seen.label().equals(label) && seen.get("value") != null)
        .reduce((first, second) -> second)
        .orElseThrow()
        .get("value");
  }

  @SuppressWarnings("unchecked") // a node is one
  private Map<String, Object> node(String realm, String label) {
    return (Map<String, Object>) value(realm, label);
  }
}
