package dev.portspec.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping of a clause file; whatever is wrong with one is said with file and line. */
final class Fields {
  private final String file;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Fields(String file, MappingNode node) {
    this.file = file;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      String name = scalar(tuple.getKeyNode(), "a field's name");
      if (values.put(name, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "field given twice: " + name);
      }
    }
  }

  static Fields of(String file, Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return new Fields(file, mapping);
    }
    throw new ClauseBookException(file, line(node), what + " must be a mapping of fields");
  }

  /** Refuses every field that is not among these. */
  Fields only(Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw wrong(name, "unknown field: " + name + "; known: " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Set<String> names() {
    return values.keySet();
  }

  /** The text of a field that must be there and not be blank. */
  String text(String name) {
    return scalar(required(name), name);
  }

  /** The text of a field; null where it is left out, but never blank. */
  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  Fields mapping(String name) {
    return of(file, required(name), name);
  }

  /** The elements of a list that must be there, each at its line. */
  List<Node> list(String name) {
    if (required(name) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(name, name + " must be a list");
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node element : list(name)) {
      texts.add(scalar(element, "an element of " + name));
    }
    return texts;
  }

  /** What is wrong with this field, at its line; where the field is missing, at the line of its owner. */
  ClauseBookException wrong(String name, String problem) {
    return wrong(values.getOrDefault(name, node), problem);
  }

  private ClauseBookException wrong(Node at, String problem) {
    return new ClauseBookException(file, line(at), problem);
  }

  private Node required(String name) {
    Node value = values.get(name);
    if (value == null) {
      throw wrong(name, "missing field: " + name);
    }
    return value;
  }

  private String scalar(Node value, String what) {
    if (value instanceof ScalarNode scalar) {
      if (scalar.getValue().isBlank()) {
        throw wrong(value, what + " must not be empty");
      }
      return scalar.getValue().strip();
    }
    throw wrong(value, what + " must be a text");
  }

  static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
