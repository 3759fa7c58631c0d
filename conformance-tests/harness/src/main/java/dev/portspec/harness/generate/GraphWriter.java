package dev.portspec.harness.generate;

import dev.portspec.harness.BufferLiteral;
import dev.portspec.harness.Literal;
import dev.portspec.harness.PlainValue;
import dev.portspec.harness.ViewLiteral;
import dev.portspec.harness.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a graph as a literal of a script: as it is, or as its clone must be. The latter is the model of what
 * StructuredSerializeInternal takes of each kind of object, and knows nothing of any implementation.
 */
final class GraphWriter {
  private static final Set<String> ERROR_NAMES =
      Set.of("Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError");
  private static final long NO_INDEX = 4294967295L;

  /** Which of its appearances a graph is written in. */
  enum Form {
    /** As a script makes it. */
    MADE,
    /** As an observer sees it. */
    SEEN,
    /** As an observer must see its clone. */
    CLONED
  }

  private final Form form;
  private final Map<Node, Object> written = new IdentityHashMap<>();

  GraphWriter(Form form) {
    this.form = form;
  }

  @Nullable Object write(@Nullable Object value) {
    if (!(value instanceof Node node)) {
      return value;
    }
    Object known = written.get(node);
    return known == null ? object(node) : known;
  }

  private Object object(Node node) {
    return switch (node.kind) {
      case OBJECT -> plain(node);
      case ARRAY -> array(node);
      case MAP -> map(node);
      case SET -> set(node);
      case ERROR -> error(node);
      case DATE -> keep(node, Vocabulary.date((Double) node.content));
      case REGEXP -> keep(node, Vocabulary.regexp(String.valueOf(node.content), node.type));
      case WRAPPER -> keep(node, Vocabulary.boxed(Objects.requireNonNull(node.content)));
      case DOM_EXCEPTION -> keep(node, Vocabulary.domException(String.valueOf(node.content), node.type));
      case BUFFER, SHARED_BUFFER -> keep(node, buffer(node));
      case VIEW -> keep(node, view(node));
      default -> throw new IllegalStateException("no object: " + node.kind);
    };
  }

  private <T> T keep(Node node, T literal) {
    written.put(node, literal);
    return literal;
  }

  /** Array indices come first and ascending, whenever they were defined; hidden properties are not cloned. */
  private Object plain(Node node) {
    PlainValue object = keep(node, Vocabulary.object());
    List<Node.Part> parts = new ArrayList<>(node.parts);
    if (form != Form.MADE) {
      parts.sort(Comparator.comparingLong(part -> index(String.valueOf(part.key()))));
    }
    for (Node.Part part : parts) {
      Object key = Objects.requireNonNull(part.key());
      if (part.place() == Node.Place.PROPERTY) {
        object.with(key, write(part.value()));
      } else if (form != Form.CLONED) {
        object.hidden(key, write(part.value()));
      }
    }
    return object;
  }

  /** A key that is no index comes after all that are. */
  private static long index(String key) {
    boolean isIndex = key.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(key) < NO_INDEX;
    return isIndex ? Long.parseLong(key) : NO_INDEX;
  }

  private Object array(Node node) {
    List<@Nullable Object> elements = new ArrayList<>();
    Literal array = keep(node, Vocabulary.arrayOf(elements));
    for (Node.Part part : node.parts) {
      if (part.place() == Node.Place.ELEMENT) {
        elements.add(write(part.value()));
      } else {
        array.own(Objects.requireNonNull(part.key()), write(part.value()));
      }
    }
    return array;
  }

  private Object map(Node node) {
    List<List<@Nullable Object>> entries = new ArrayList<>();
    Literal map = keep(node, Vocabulary.mapOf(entries));
    node.parts.forEach(part -> entries.add(Arrays.asList(write(part.key()), write(part.value()))));
    return map;
  }

  private Object set(Node node) {
    List<@Nullable Object> values = new ArrayList<>();
    Literal set = keep(node, Vocabulary.setOf(values));
    node.parts.forEach(part -> values.add(write(part.value())));
    return set;
  }

  /** In a clone, name decides the kind, and of the properties only message is kept. */
  private Object error(Node node) {
    Predicate<Node.Part> isName = part -> "name".equals(part.key());
    String kind = node.type;
    if (form == Form.CLONED && node.parts.stream().anyMatch(isName)) {
      Object name = node.parts.stream().filter(isName).findFirst().orElseThrow().value();
      kind = ERROR_NAMES.contains(name) ? (String) name : "Error";
    }
    Literal error =
        keep(node, node.content == null ? Vocabulary.error(kind) : Vocabulary.error(kind, (String) node.content));
    if (form != Form.CLONED) {
      node.parts.forEach(part -> error.own(Objects.requireNonNull(part.key()), write(part.value())));
    }
    return error;
  }

  private static BufferLiteral buffer(Node node) {
    int[] bytes = new int[node.bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = node.bytes[i];
    }
    BufferLiteral buffer = Vocabulary.bytes(bytes);
    if (node.limit != null) {
      buffer.max(node.limit);
    }
    return node.kind == Kind.SHARED_BUFFER ? buffer.shared() : buffer;
  }

  private Object view(Node node) {
    Object buffer = Objects.requireNonNull(write(node.content));
    ViewLiteral view = Vocabulary.view(node.type, buffer).at(node.offset);
    return node.limit == null ? view : view.length(node.limit);
  }
}
