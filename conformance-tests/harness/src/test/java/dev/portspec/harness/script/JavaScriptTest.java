package dev.portspec.harness.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.script.JavaScript.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program declares what its tasks use, and nothing else of ours. */
class JavaScriptTest {
  private static final String ORIGINS = "const origins = ";
  private static final Map<String, Object> OWN_ORIGIN =
      Map.of("do", "observe", "label", "own", "value", Map.of("origin", "same"));
  private static final Map<String, Object> FRAME = Map.of("do", "frame", "name", "frame1", "origin", "same");
  private static final Map<String, Object> MARK = Map.of("do", "observe", "label", "mark", "value", true);

  @Test
  void anOriginIsDeclaredWithoutAFrame() {
    assertThat(program(OWN_ORIGIN)).contains(ORIGINS, "show(\"own\", origins.same)");
  }

  @Test
  void aTaskOfAFrameRunsInTheFrame() {
    assertThat(JavaScript.of(List.of(new Task("window", List.of(FRAME)), new Task("frame1", List.of(MARK)))))
        .contains(ORIGINS, "frame1 = load(document.createElement(\"iframe\"), \"same\")", "() => inFrame(frame1, ");
  }

  @Test
  void whatIsNotUsedIsNotDeclared() {
    assertThat(program(MARK)).doesNotContain(ORIGINS).doesNotContain("scriptUrl");
  }

  private static String program(Map<String, Object> action) {
    return JavaScript.of(List.of(new Task("window", List.of(action))));
  }
}
