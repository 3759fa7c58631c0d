package dev.portspec.harness;

import dev.portspec.api.Hole;
import dev.portspec.api.Undefined;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the Java values of one action as expressions. A literal that is used twice in the action, or inside itself, is
 * one object.
 */
final class Writing {
  /** A literal of a composite value: one object, however often it is used in an action. */
  interface Composite extends Expression {
    /** Adds what it consists of to its node. */
    void fill(Map<String, Object> node, Writing writing);

    @Override
    default Object write(Writing writing) {
      return writing.composite(this);
    }
  }

  private final Realm realm;
  private final Recorder recorder;
  private final Map<Object, Integer> written = new IdentityHashMap<>();

  Writing(Realm realm) {
    this.realm = realm;
    this.recorder = realm.recorder();
  }

  /** Where the action that is being written runs. */
  Realm realm() {
    return realm;
  }

  void need(Capability capability) {
    recorder.need(capability);
  }

  /** The expression of a value. */
  @Nullable Object tree(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      recorder.need(Capability.NUMBERS);
      return value;
    } else if (value instanceof String string) {
      return Tree.string(string);
    } else if (value instanceof BigInteger bigint) {
      recorder.need(Capability.BIGINT);
      return Tree.of("bigint", bigint.toString());
    } else if (value instanceof Number number) {
      recorder.need(Capability.NUMBERS);
      return Tree.number(number.doubleValue());
    } else if (value instanceof Undefined) {
      recorder.need(Capability.UNDEFINED);
      return Tree.of("undefined", true);
    } else if (value instanceof Hole) {
      return Tree.of("hole", true);
    } else if (value instanceof Expression expression) {
      return expression.write(this);
    } else if (value instanceof List<?> list) {
      return list(list);
    }
    throw new HarnessException("no literal for a value of: " + value.getClass().getName());
  }

  /** The expression of an argument that is no message: a flag, or null for "none". */
  @Nullable Object argument(@Nullable Object value) {
    return value == null || value instanceof Boolean ? value : tree(value);
  }

  List<Object> arguments(List<? extends @Nullable Object> values) {
    List<Object> trees = new ArrayList<>();
    for (Object value : values) {
      trees.add(argument(value));
    }
    return trees;
  }

  /** The expressions of several values. */
  List<Object> trees(List<? extends @Nullable Object> values) {
    List<Object> trees = new ArrayList<>();
    for (Object value : values) {
      trees.add(tree(value));
    }
    return trees;
  }

  private Object composite(Composite literal) {
    Integer number = written.get(literal);
    if (number != null) {
      return Tree.of("ref", number);
    }
    Map<String, Object> node = numbered(literal);
    literal.fill(node, this);
    return node;
  }

  private Object list(List<?> list) {
    recorder.need(Capability.LISTS_OBJECTS);
    Integer number = written.get(list);
    if (number != null) {
      return Tree.of("ref", number);
    }
    Map<String, Object> node = numbered(list);
    node.put("array", trees(list));
    return node;
  }

  private Map<String, Object> numbered(Object literal) {
    int number = written.size() + 1;
    written.put(literal, number);
    return Tree.of("#", number);
  }
}
