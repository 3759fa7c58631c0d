package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One function of a script: its label, and what its first, second, … call does; the last body repeats. It is recorded
 * once, where it is first used.
 */
final class FunctionText {
  private final @Nullable String label;
  private final @Nullable String parameterPrefix;
  private final List<Consumer<String>> bodies;
  private final boolean root = !Recorder.insideFunction();
  private @Nullable Integer calls;
  private @Nullable Map<String, Object> tree;
  private @Nullable Realm home;

  /**
   * A function.
   *
   * @param label for the log; null for one that is numbered
   * @param parameterPrefix what its parameter's name begins with; null where it has none
   * @param bodies each is given the parameter's name and the label
   */
  FunctionText(@Nullable String label, @Nullable String parameterPrefix, List<Consumer<String>> bodies) {
    this.label = label;
    this.parameterPrefix = parameterPrefix;
    this.bodies = List.copyOf(bodies);
  }

  /** Says how often it is expected to be called: {@link Functions.Expectation#ANY} for as often as it likes. */
  void expect(int calls) {
    if (tree != null) {
      throw new HarnessException("how often a function is called is said before it is used: " + label());
    }
    this.calls = calls;
  }

  /** The expression, the same at each use. */
  Map<String, Object> tree(Realm realm) {
    if (tree == null) {
      home = realm;
      record(realm);
    }
    Recorder.checkAgent("function " + label(), home, realm);
    return tree;
  }

  private void record(Realm realm) {
    Recorder recorder = realm.recorder();
    int id = recorder.functions().newId();
    String shown = label == null ? "f" + id : label;
    String parameter = parameterPrefix == null ? null : recorder.newName(parameterPrefix);
    List<Object> recorded = new ArrayList<>();
    Map<String, Object> node = Tree.of("function", shown, "id", id);
    if (root) {
      node.put("root", true);
    }
    node.put("params", parameter == null ? List.of() : List.of(parameter));
    node.put("bodies", recorded);
    tree = node;
    List<Boolean> silent = new ArrayList<>();
    for (Consumer<String> body : bodies) {
      List<Object> actions =
          recorder.functionBody(realm, parameter, () -> body.accept(parameter == null ? shown : parameter));
      silent.add(!observes(actions));
      recorded.add(actions);
    }
    recorder.functions().add(new Functions.Expectation(id, shown, calls, List.copyOf(silent)));
  }

  /** The label as the log shows it, once recorded. */
  String label() {
    return tree == null ? String.valueOf(label) : (String) tree.get("function");
  }

  private static boolean observes(List<?> actions) {
    for (Object action : actions) {
      Map<?, ?> node = (Map<?, ?>) action;
      Object kind = node.get("do");
      boolean nested = node.get("body") instanceof List<?> body && kind.equals("repeat") && observes(body);
      if (kind.equals("observe") || kind.equals("try") || nested) {
        return true;
      }
    }
    return false;
  }
}
