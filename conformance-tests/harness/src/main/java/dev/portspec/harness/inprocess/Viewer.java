package dev.portspec.harness.inprocess;

import dev.portspec.api.Accessor;
import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.Boxed;
import dev.portspec.api.BufferLike;
import dev.portspec.api.BufferView;
import dev.portspec.api.DOMException;
import dev.portspec.api.ErrorEvent;
import dev.portspec.api.Event;
import dev.portspec.api.Hole;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.RegExp;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.api.Symbol;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebDate;
import dev.portspec.api.WebError;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebRangeError;
import dev.portspec.api.WebSet;
import dev.portspec.api.WebTypeError;
import dev.portspec.api.Window;
import dev.portspec.api.WindowProxy;
import dev.portspec.harness.script.Tree;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.UnclaimedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows values in the grammar of what is seen; calls no accessor. */
final class Viewer {
  private final Identities identities;

  Viewer(Identities identities) {
    this.identities = identities;
  }

  /**
   * Shows a value.
   *
   * @param asEvent whether an event is shown with all its attributes rather than as a platform object
   */
  @Nullable Object show(@Nullable Object value, boolean asEvent) {
    View view = new View();
    return asEvent && value instanceof Event event ? view.event(event) : view.tree(value);
  }

  /** One shown value: an object that comes again is a reference. */
  private final class View {
    private final Map<Object, Boolean> shown = new IdentityHashMap<>();

    @Nullable Object tree(@Nullable Object value) {
      if (value == null || value instanceof Boolean) {
        return value;
      } else if (value instanceof String string) {
        return Tree.string(string);
      } else if (value instanceof BigInteger bigint) {
        return Tree.of("bigint", bigint.toString());
      } else if (value instanceof Number number) {
        return Tree.number(number.doubleValue());
      } else if (value instanceof Undefined) {
        return Tree.of("undefined", true);
      } else if (value instanceof Hole) {
        return Tree.of("hole", true);
      }
      Object shownValue = asHeld(value instanceof SubjectRealm realm ? globalOf(realm) : value);
      return shown.put(shownValue, true) == null ? object(shownValue) : Tree.of("ref", identities.of(shownValue));
    }

    /** A script that says self means the global object, where the implementation has one. */
    private Object globalOf(SubjectRealm realm) {
      try {
        return realm.global();
      } catch (UnclaimedException e) {
        return realm;
      }
    }

    /** Scripts hold no window but by its proxy. */
    private Object asHeld(Object value) {
      return value instanceof Window window ? window.getWindow() : value;
    }

    private Map<String, Object> object(Object value) {
      Map<String, Object> node = Tree.of("#", identities.of(value));
      if (value instanceof PlainObject object) {
        node.put("object", properties(object, true));
        if (object.prototype() != null) {
          Tree.put(node, "prototype", tree(object.prototype()));
        }
      } else if (value instanceof Map<?, ?> map) {
        List<Object> members = new ArrayList<>();
        map.forEach((key, member) -> members.add(Arrays.asList(tree(key), tree(member))));
        node.put("object", members);
      } else if (value instanceof List<?> list) {
        array(node, list);
      } else if (value instanceof ArrayObject array) {
        array(node, array.elements());
        addProperties(node, array);
      } else if (value instanceof WebError error) {
        node.put("error", error.kind());
        addProperties(node, error);
      } else if (value instanceof Throwable exception) {
        exception(node, exception);
      } else if (!collection(node, value) && !leaf(node, value)) {
        node.put("platform", interfaceOf(value));
      }
      return node;
    }

    private void array(Map<String, Object> node, List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(tree(element)));
      node.put("array", elements);
      if (isFrozen(list)) {
        node.put("frozen", true);
      }
    }

    private List<Object> properties(PropertyBag bag, boolean attributes) {
      List<Object> members = new ArrayList<>();
      for (Object key : bag.ownKeys()) {
        Object stored = bag.stored(key);
        Object shownValue = stored instanceof Accessor ? Tree.of("accessor", true) : tree(stored);
        members.add(
            attributes && !bag.isEnumerable(key)
                ? Arrays.asList(tree(key), shownValue, Tree.of("enumerable", false))
                : Arrays.asList(tree(key), shownValue));
      }
      return members;
    }

    private void addProperties(Map<String, Object> node, PropertyBag bag) {
      if (!bag.ownKeys().isEmpty()) {
        node.put("props", properties(bag, false));
      }
    }

    private boolean collection(Map<String, Object> node, Object value) {
      if (value instanceof WebMap map) {
        List<Object> entries = new ArrayList<>();
        map.entries().forEach(entry -> entries.add(Arrays.asList(tree(entry.key()), tree(entry.value()))));
        node.put("map", entries);
      } else if (value instanceof WebSet set) {
        List<Object> values = new ArrayList<>();
        set.values().forEach(element -> values.add(tree(element)));
        node.put("set", values);
      } else if (value instanceof BufferView view) {
        node.put("view", view.kind());
        Tree.put(node, "of", tree(view.buffer()));
        node.put("at", view.byteOffset());
        if (view.recordedLength() != null) {
          node.put("length", view.recordedLength());
        }
      } else if (value instanceof Boxed boxed) {
        Tree.put(node, "boxed", tree(boxed.primitive()));
      } else {
        return false;
      }
      return true;
    }

    private boolean leaf(Map<String, Object> node, Object value) {
      if (value instanceof WebDate date) {
        node.put("date", Double.isNaN(date.time()) ? "NaN" : (Object) date.time());
      } else if (value instanceof Instant instant) {
        node.put("date", (double) instant.toEpochMilli());
      } else if (value instanceof RegExp regexp) {
        node.put("regexp", List.of(regexp.source(), regexp.flags()));
        if (regexp.lastIndex() != 0) {
          node.put("lastIndex", regexp.lastIndex());
        }
      } else if (value instanceof BufferLike buffer) {
        buffer(node, buffer);
      } else if (value instanceof Symbol symbol) {
        Tree.put(node, "symbol", symbol.description());
      } else if (value instanceof ScriptFunction function) {
        node.put("function", function.label());
      } else {
        return false;
      }
      return true;
    }

    private void buffer(Map<String, Object> node, BufferLike buffer) {
      byte[] bytes = new byte[buffer.byteLength()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = buffer.at(i);
      }
      node.put("buffer", HexFormat.of().formatHex(bytes));
      if (buffer.resizable()) {
        node.put("max", buffer.maxByteLength());
      }
      if (buffer instanceof SharedArrayBuffer) {
        node.put("shared", true);
      } else if (((ArrayBuffer) buffer).detached()) {
        node.put("detached", true);
      }
    }

    private void exception(Map<String, Object> node, Throwable exception) {
      if (exception instanceof DOMException dom) {
        node.put("domException", dom.name());
        node.put("code", dom.code());
        node.put("message", Tree.string(String.valueOf(dom.getMessage())));
        return;
      }
      String kind =
          exception instanceof WebTypeError
              ? "TypeError"
              : exception instanceof WebRangeError ? "RangeError" : exception.getClass().getName();
      node.put("error", kind);
      node.put("props", List.of(List.of("message", String.valueOf(exception.getMessage()))));
    }

    Map<String, Object> event(Event event) {
      shown.put(event, true);
      Map<String, Object> node = Tree.of("#", identities.of(event), "event", interfaceOf(event));
      attribute(node, "type", event::getType);
      attribute(node, "target", event::getTarget);
      attribute(node, "currentTarget", event::getCurrentTarget);
      attribute(node, "eventPhase", event::getEventPhase);
      attribute(node, "bubbles", event::getBubbles);
      attribute(node, "cancelable", event::getCancelable);
      attribute(node, "composed", event::getComposed);
      attribute(node, "defaultPrevented", event::getDefaultPrevented);
      attribute(node, "isTrusted", event::getIsTrusted);
      attribute(node, "timeStamp", event::getTimeStamp);
      attribute(node, "composedPath", () -> event.composedPath().size());
      if (event instanceof MessageEvent message) {
        attribute(node, "data", message::getData);
        attribute(node, "origin", message::getOrigin);
        attribute(node, "lastEventId", message::getLastEventId);
        attribute(node, "source", message::getSource);
        attribute(node, "ports", message::getPorts);
      } else if (event instanceof ErrorEvent error) {
        attribute(node, "message", error::getMessage);
        attribute(node, "filename", error::getFilename);
        attribute(node, "lineno", error::getLineno);
        attribute(node, "error", error::getError);
      }
      return node;
    }

    /** An attribute that cannot be read is shown so: the implementation's fault, and no reason to see nothing. */
    private void attribute(Map<String, Object> node, String name, Supplier<@Nullable Object> read) {
      Object shownValue;
      try {
        shownValue = tree(read.get());
      } catch (RuntimeException | Error e) {
        shownValue = Tree.of("unreadable", String.valueOf(e));
      }
      Tree.put(node, name, shownValue);
    }
  }

  /** The interface that a platform object shows: the binding's own that it implements most specifically. */
  private static String interfaceOf(Object value) {
    if (value instanceof WindowProxy) {
      return "Window";
    }
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> candidate : type.getInterfaces()) {
        if (candidate.getPackageName().equals("dev.portspec.api")) {
          return candidate.getSimpleName();
        }
      }
    }
    return value.getClass().getName();
  }

  /** Whether a list refuses to be changed; the lists that clones consist of are known not to. */
  private static boolean isFrozen(List<?> list) {
    if (list instanceof ArrayList) {
      return false;
    }
    return refuses(() -> {
          list.add(null);
          list.remove(list.size() - 1);
        })
        && (list.isEmpty() || refuses(() -> setAgain(list)));
  }

  private static <T extends @Nullable Object> void setAgain(List<T> list) {
    list.set(0, list.get(0));
  }

  private static boolean refuses(Runnable change) {
    try {
      change.run();
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }
}
