package dev.portspec.harness.inprocess;

import dev.portspec.api.Accessor;
import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.Boxed;
import dev.portspec.api.BufferLike;
import dev.portspec.api.BufferView;
import dev.portspec.api.DOMException;
import dev.portspec.api.Hole;
import dev.portspec.api.HostSerializable;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.RegExp;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.api.Symbol;
import dev.portspec.api.Thrown;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebDate;
import dev.portspec.api.WebError;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import dev.portspec.spi.Capability;
import dev.portspec.spi.Origin;
import dev.portspec.spi.UnclaimedException;
import dev.portspec.spi.WindowRealm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions: names, properties, functions, and literals of every value of the binding. */
final class Expressions {
  private final RealmHost host;
  private final Members members;

  Expressions(RealmHost host, Members members) {
    this.host = host;
    this.members = members;
  }

  @Nullable Object value(@Nullable Object tree, Scope scope) {
    return literals(scope).value(tree);
  }

  /** Literals of one action: a number written there is one object. */
  Literals literals(Scope scope) {
    return new Literals(scope);
  }

  /** The function of that id: the one that is known here, or a new one. */
  private ScriptFunction function(Map<?, ?> node, Scope scope) {
    int id = ((Number) node.get("id")).intValue();
    ScriptFunction known = scope.function(id);
    if (known != null) {
      return known;
    }
    Scope home = Boolean.TRUE.equals(node.get("root")) ? scope.root() : scope;
    ScriptFunction made = new ScriptFunction(host, home, node);
    home.keep(id, made);
    return made;
  }

  final class Literals {
    private final Scope scope;
    private final Map<Integer, Object> numbered = new HashMap<>();

    private Literals(Scope scope) {
      this.scope = scope;
    }

    @Nullable Object value(@Nullable Object tree) {
      if (tree instanceof Map<?, ?> node) {
        return node(node);
      }
      return tree instanceof Number number ? (Object) number.doubleValue() : tree;
    }

    private @Nullable Object node(Map<?, ?> node) {
      if (node.get("var") instanceof String name) {
        return name.equals("self") ? host.realm() : scope.read(name);
      } else if (node.containsKey("get")) {
        return members.get(value(node.get("of")), value(node.get("get")));
      } else if (node.containsKey("function")) {
        return function(node, scope);
      } else if (node.get("ref") instanceof Number number) {
        return numbered.get(number.intValue());
      } else if (node.containsKey("startup")) {
        return Startups.Startup.of(node);
      } else if (node.get("origin") instanceof String name) {
        return serialized(origin(name));
      } else if (node.containsKey("js")) {
        throw new Fault("no JavaScript in this binding");
      }
      return literal(node);
    }

    private @Nullable Object literal(Map<?, ?> node) {
      for (Object key : node.keySet()) {
        switch ((String) key) {
          case "undefined":
            return Undefined.UNDEFINED;
          case "hole":
            return Hole.HOLE;
          case "number":
            return number((String) node.get(key));
          case "bigint":
            return new BigInteger((String) node.get(key));
          case "string":
            return string((List<?>) node.get(key));
          case "symbol":
            return keep(node, symbol((String) node.get(key)));
          case "boxed":
            return keep(node, new Boxed(Objects.requireNonNull(value(node.get(key)))));
          case "object":
            return object(node);
          case "array":
            return array(node);
          case "map":
            return map(node);
          case "set":
            return set(node);
          case "date":
            return keep(node, new WebDate(node.get(key) instanceof Number time ? time.doubleValue() : Double.NaN));
          case "regexp":
            List<?> parts = (List<?>) node.get(key);
            return keep(node, new RegExp((String) parts.get(0), (String) parts.get(1)));
          case "buffer":
            return keep(node, buffer(node));
          case "view":
            return keep(node, view(node));
          case "error":
            return error(node);
          case "domException":
            return keep(node, new DOMException(String.valueOf(value(node.get("message"))), (String) node.get(key)));
          case "uncloneable":
            return new Object();
          case "undeserializable":
            return "once".equals(node.get(key)) ? failingOnce() : (HostSerializable) () -> Expressions::fail;
          default:
            continue;
        }
      }
      throw new Fault("no such expression: " + node.keySet());
    }

    private <T> T keep(Map<?, ?> node, T value) {
      if (node.get("#") instanceof Number number) {
        numbered.put(number.intValue(), value);
      }
      return value;
    }

    private Object object(Map<?, ?> node) {
      PlainObject object = keep(node, new PlainObject());
      properties(object, (List<?>) node.get("object"), true);
      if (node.containsKey("prototype")) {
        object.setPrototype(value(node.get("prototype")));
      }
      return object;
    }

    private void properties(PropertyBag bag, List<?> members, boolean enumerable) {
      for (Object member : members) {
        List<?> parts = (List<?>) member;
        Object key = Objects.requireNonNull(value(parts.get(0)));
        boolean hidden = parts.size() > 2;
        if (parts.get(1) instanceof Map<?, ?> node && node.get("accessor") instanceof Map<?, ?> text) {
          Accessor accessor = function(text, scope);
          bag.define(key, accessor, enumerable && !hidden);
        } else {
          bag.define(key, value(parts.get(1)), enumerable && !hidden);
        }
      }
    }

    private Object array(Map<?, ?> node) {
      List<?> trees = (List<?>) node.get("array");
      if (node.get("props") instanceof List<?> members) {
        ArrayObject array = keep(node, new ArrayObject(List.of()));
        trees.forEach(tree -> array.elements().add(value(tree)));
        properties(array, members, true);
        return array;
      }
      List<@Nullable Object> list = keep(node, new ArrayList<>());
      trees.forEach(tree -> list.add(value(tree)));
      return list;
    }

    private Object map(Map<?, ?> node) {
      WebMap map = keep(node, new WebMap());
      for (Object entry : (List<?>) node.get("map")) {
        List<?> pair = (List<?>) entry;
        map.set(value(pair.get(0)), value(pair.get(1)));
      }
      return map;
    }

    private Object set(Map<?, ?> node) {
      WebSet set = keep(node, new WebSet());
      ((List<?>) node.get("set")).forEach(tree -> set.add(value(tree)));
      return set;
    }

    private BufferLike buffer(Map<?, ?> node) {
      byte[] bytes = HexFormat.of().parseHex((String) node.get("buffer"));
      if (Boolean.TRUE.equals(node.get("shared"))) {
        return node.get("max") instanceof Number max
            ? new SharedArrayBuffer(bytes, max.intValue())
            : new SharedArrayBuffer(bytes);
      }
      return node.get("max") instanceof Number max ? new ArrayBuffer(bytes, max.intValue()) : new ArrayBuffer(bytes);
    }

    private BufferView view(Map<?, ?> node) {
      int at = node.get("at") instanceof Number offset ? offset.intValue() : 0;
      BufferLike buffer = (BufferLike) Objects.requireNonNull(value(node.get("of")));
      Integer length = node.get("length") instanceof Number elements ? (Integer) elements.intValue() : null;
      String kind = (String) node.get("view");
      BufferView tracking = new BufferView(kind, buffer, at, null);
      if (length == null && !buffer.resizable()) {
        length = (buffer.byteLength() - at) / tracking.bytesPerElement();
      }
      return new BufferView(kind, buffer, at, length);
    }

    private Object error(Map<?, ?> node) {
      WebError error = keep(node, new WebError((String) node.get("error")));
      if (node.get("props") instanceof List<?> members) {
        properties(error, members, false);
      }
      return error;
    }
  }

  static Origin origin(String name) {
    return Origin.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private String serialized(Origin origin) {
    if (host.realm() instanceof WindowRealm window) {
      return window.serializationOf(origin);
    }
    throw new UnclaimedException(Capability.ORIGINS);
  }

  private static Object number(String name) {
    return switch (name) {
      case "-0" -> -0.0;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }

  private static String string(List<?> codeUnits) {
    StringBuilder string = new StringBuilder();
    codeUnits.forEach(unit -> string.append((char) ((Number) unit).intValue()));
    return string.toString();
  }

  private static Symbol symbol(String description) {
    return switch (description) {
      case "@@iterator" -> Symbol.ITERATOR;
      case "@@toStringTag" -> Symbol.TO_STRING_TAG;
      default -> new Symbol(description);
    };
  }

  private static Object fail() {
    throw new Thrown("cannot be received");
  }

  private static HostSerializable failingOnce() {
    return () -> {
      AtomicBoolean failed = new AtomicBoolean();
      return () -> failed.getAndSet(true) ? "received" : fail();
    };
  }
}
