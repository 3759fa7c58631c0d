package dev.portspec.harness.generate;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import dev.portspec.harness.Vocabulary;
import dev.portspec.harness.generate.GraphWriter.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value as a graph of objects, and what its clone must be: a model in Java that knows no implementation. Each of its
 * forms is a literal for a script or for an assertion; what is shared in the graph is shared there.
 *
 * <p><b>Threads:</b> one property, one thread.
 */
public final class Graph {
  private final @Nullable Object root;

  Graph(@Nullable Object root) {
    this.root = root;
  }

  /** The value as a script makes it. */
  public @Nullable Object made() {
    return new GraphWriter(Form.MADE).write(root);
  }

  /** The value as an observer sees it. */
  public @Nullable Object seen() {
    return new GraphWriter(Form.SEEN).write(root);
  }

  /** The value as an observer must see its clone. */
  public @Nullable Object cloned() {
    return new GraphWriter(Form.CLONED).write(root);
  }

  /** The kinds of its objects, each object once, in the order of {@link #all}. */
  public List<Kind> objects() {
    return nodes().stream().map(node -> node.kind).toList();
  }

  /** The value and, behind it, each of its objects: an array, so that a script can reach them all. */
  public Graph all() {
    Node list = new Node(Kind.ARRAY);
    list.parts.add(Node.Part.element(root));
    nodes().forEach(node -> list.parts.add(Node.Part.element(node)));
    return new Graph(list);
  }

  /**
   * Changes, in a script and in this graph, each of the objects that can be changed.
   *
   * @param all the handle of what {@link #all} is of this graph
   */
  public void change(Realm realm, Value all) {
    List<Node> nodes = nodes();
    for (int i = 0; i < nodes.size(); i++) {
      change(realm, nodes.get(i), all.get(i + 1));
    }
  }

  private static void change(Realm realm, Node node, Value handle) {
    switch (node.kind) {
      case OBJECT, ERROR -> {
        handle.set("changed", "afterwards");
        node.define(Node.Part.property("changed", "afterwards"));
      }
      case ARRAY -> {
        handle.set("length", 0);
        node.parts.removeIf(part -> part.place() == Node.Place.ELEMENT);
      }
      case MAP -> {
        handle.call("set", "changed", "afterwards");
        node.set("changed", "afterwards");
      }
      case SET -> {
        handle.call("add", "changed");
        node.add("changed");
      }
      case BUFFER, SHARED_BUFFER -> {
        if (node.bytes.length > 0) {
          int changed = node.bytes[0] ^ 0xff;
          realm.keep(Vocabulary.view("Uint8Array", handle)).set(0, changed & 0xff);
          node.bytes[0] = (byte) changed;
        }
      }
      default -> {}
    }
  }

  private List<Node> nodes() {
    Set<Node> found = new LinkedHashSet<>();
    List<Node> open = new ArrayList<>();
    visit(root, found, open);
    for (int i = 0; i < open.size(); i++) {
      Node node = open.get(i);
      visit(node.content, found, open);
      for (Node.Part part : node.parts) {
        visit(part.key(), found, open);
        visit(part.value(), found, open);
      }
    }
    return open;
  }

  private static void visit(@Nullable Object value, Set<Node> found, List<Node> open) {
    if (value instanceof Node node && found.add(node)) {
      open.add(node);
    }
  }
}
