package dev.portspec.harness.inprocess;

import dev.portspec.api.AbortController;
import dev.portspec.api.AbortSignal;
import dev.portspec.api.AbstractWorker;
import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.ArrayObject;
import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.BufferLike;
import dev.portspec.api.BufferView;
import dev.portspec.api.DOMException;
import dev.portspec.api.DedicatedWorkerGlobalScope;
import dev.portspec.api.ErrorEvent;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.EventTarget;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessageEventTarget;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PortCollection;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.RegExp;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.api.SharedWorker;
import dev.portspec.api.SharedWorkerGlobalScope;
import dev.portspec.api.StructuredSerializeOptions;
import dev.portspec.api.Undefined;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import dev.portspec.api.Window;
import dev.portspec.api.WindowPostMessageOptions;
import dev.portspec.api.WindowProxy;
import dev.portspec.api.Worker;
import dev.portspec.api.WorkerGlobalScope;
import dev.portspec.spi.SubjectRealm;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of the binding's interfaces by their web names: one switch for each of construct, get, set and call. */
final class Members {
  private final RealmHost host;

  Members(RealmHost host) {
    this.host = host;
  }

  Object construct(String type, List<@Nullable Object> args) {
    SubjectRealm realm = host.realm();
    return switch (type) {
      case "MessageChannel" -> realm.newMessageChannel();
      case "MessageEvent" -> realm.newMessageEvent((String) required(args, 0), init(args));
      case "Event" -> realm.newEvent((String) required(args, 0), init(args));
      case "AbortController" -> realm.newAbortController();
      case "BroadcastChannel" -> realm.newBroadcastChannel((String) required(args, 0));
      case "PortCollection" -> realm.newPortCollection();
      case "SharedWorker" -> host.startups().newSharedWorker(
          host, (Startups.Startup) required(args, 0), args.size() > 1 ? (String) required(args, 1) : "");
      case "Worker" -> host.startups().newWorker(host, (Startups.Startup) required(args, 0));
      case "WeakRef" -> new WeakReference<>(required(args, 0));
      default -> throw new Fault("no such interface: " + type);
    };
  }

  private static Object required(List<@Nullable Object> args, int index) {
    return Objects.requireNonNull(args.get(index));
  }

  @SuppressWarnings("unchecked")
  private static MessageEventInit init(List<@Nullable Object> args) {
    if (args.size() < 2 || !(args.get(1) instanceof PlainObject members)) {
      return MessageEventInit.DEFAULTS;
    }
    return new MessageEventInit(
        Boolean.TRUE.equals(members.get("bubbles")),
        Boolean.TRUE.equals(members.get("cancelable")),
        Boolean.TRUE.equals(members.get("composed")),
        members.has("data") ? members.get("data") : null,
        members.get("origin") instanceof String origin ? origin : "",
        members.get("lastEventId") instanceof String id ? id : "",
        members.has("source") ? members.get("source") : null,
        members.get("ports") instanceof List<?> ports ? (List<MessagePort>) ports : List.of());
  }

  @Nullable Object get(@Nullable Object of, @Nullable Object key) {
    if (of instanceof List<?> list) {
      if (key instanceof Number index) {
        return index.intValue() < list.size() ? list.get(index.intValue()) : Undefined.UNDEFINED;
      }
      return "length".equals(key) ? (Object) (double) list.size() : Undefined.UNDEFINED;
    } else if (of instanceof PropertyBag bag) {
      return bag.get(Objects.requireNonNull(key));
    } else if (of instanceof Map<?, ?> map) {
      return map.containsKey(key) ? map.get(key) : Undefined.UNDEFINED;
    } else if (of instanceof Event event) {
      return event(event, String.valueOf(key));
    }
    return platform(of, String.valueOf(key));
  }

  private static @Nullable Object platform(@Nullable Object of, String key) {
    if (of instanceof SubjectRealm realm) {
      return key.equals("origin") ? realm.origin() : platform(realm.global(), key);
    } else if (of instanceof Frame frame && key.equals("contentWindow")) {
      return frame.contentWindow();
    } else if (of instanceof Window window && key.equals("parent")) {
      return window.getParent();
    } else if (of instanceof AbstractWorker worker && key.equals("onerror")) {
      return worker.getOnerror();
    } else if (of instanceof WorkerGlobalScope scope && key.equals("onerror")) {
      return scope.getOnerror();
    } else if (of instanceof SharedWorker worker && key.equals("port")) {
      return worker.getPort();
    } else if (of instanceof SharedWorkerGlobalScope scope && key.equals("onconnect")) {
      return scope.getOnconnect();
    } else if (of instanceof WorkerGlobalScope scope && key.equals("name")) {
      return scope.getName();
    } else if (of instanceof MessageChannel channel && key.equals("port1")) {
      return channel.getPort1();
    } else if (of instanceof MessageChannel channel && key.equals("port2")) {
      return channel.getPort2();
    } else if (of instanceof MessagePort port && key.equals("onclose")) {
      return port.getOnclose();
    } else if (of instanceof MessageEventTarget target && key.equals("onmessage")) {
      return target.getOnmessage();
    } else if (of instanceof MessageEventTarget target && key.equals("onmessageerror")) {
      return target.getOnmessageerror();
    } else if (of instanceof BroadcastChannel channel && key.equals("name")) {
      return channel.getName();
    } else if (of instanceof AbortController controller && key.equals("signal")) {
      return controller.getSignal();
    } else if (of instanceof AbortSignal signal && key.equals("aborted")) {
      return signal.getAborted();
    } else if (of instanceof ArrayBuffer buffer && key.equals("detached")) {
      return buffer.detached();
    } else if (of instanceof BufferLike buffer && key.equals("byteLength")) {
      return (double) buffer.byteLength();
    }
    return leaf(of, key);
  }

  private static @Nullable Object leaf(@Nullable Object of, String key) {
    if (of instanceof BufferLike buffer && key.equals("maxByteLength")) {
      return (double) buffer.maxByteLength();
    } else if (of instanceof BufferView view && key.equals("buffer")) {
      return view.buffer();
    } else if (of instanceof BufferView view && key.equals("length")) {
      return (double) length(view);
    } else if (of instanceof RegExp regExp && key.equals("lastIndex")) {
      return regExp.lastIndex();
    } else if (of instanceof DOMException exception) {
      switch (key) {
        case "name":
          return exception.name();
        case "message":
          return exception.getMessage();
        case "code":
          return (double) exception.code();
        default:
          break;
      }
    }
    throw missing(of, key);
  }

  /** Length in elements; 0 out of bounds. */
  private static int length(BufferView view) {
    if (view.isOutOfBounds()) {
      return 0;
    }
    Integer recorded = view.recordedLength();
    return recorded != null ? recorded : (view.buffer().byteLength() - view.byteOffset()) / view.bytesPerElement();
  }

  private static @Nullable Object event(Event event, String key) {
    return switch (key) {
      case "type" -> event.getType();
      case "target" -> event.getTarget();
      case "currentTarget" -> event.getCurrentTarget();
      case "eventPhase" -> (double) event.getEventPhase();
      case "bubbles" -> event.getBubbles();
      case "cancelable" -> event.getCancelable();
      case "composed" -> event.getComposed();
      case "defaultPrevented" -> event.getDefaultPrevented();
      case "isTrusted" -> event.getIsTrusted();
      case "timeStamp" -> event.getTimeStamp();
      case "data" -> message(event, key).getData();
      case "origin" -> message(event, key).getOrigin();
      case "lastEventId" -> message(event, key).getLastEventId();
      case "source" -> message(event, key).getSource();
      case "ports" -> message(event, key).getPorts();
      case "message" -> error(event, key).getMessage();
      case "error" -> error(event, key).getError();
      default -> throw missing(event, key);
    };
  }

  private static MessageEvent message(Event event, String key) {
    if (event instanceof MessageEvent message) {
      return message;
    }
    throw missing(event, key);
  }

  private static ErrorEvent error(Event event, String key) {
    if (event instanceof ErrorEvent error) {
      return error;
    }
    throw missing(event, key);
  }

  void set(@Nullable Object of, @Nullable Object key, @Nullable Object value) {
    EventListener handler = value instanceof EventListener listener ? listener : null;
    if (of instanceof SubjectRealm realm) {
      set(realm.global(), key, value);
    } else if (of instanceof AbstractWorker worker && "onerror".equals(key)) {
      worker.setOnerror(handler);
    } else if (of instanceof SharedWorkerGlobalScope scope && "onconnect".equals(key)) {
      scope.setOnconnect(handler);
    } else if (of instanceof WorkerGlobalScope scope && "onerror".equals(key)) {
      scope.setOnerror(handler);
    } else if (of instanceof ArrayObject array && "length".equals(key)) {
      set(array.elements(), key, value);
    } else if (of instanceof PropertyBag bag) {
      bag.define(Objects.requireNonNull(key), value);
    } else if (of instanceof MessageEventTarget target && "onmessage".equals(key)) {
      target.setOnmessage(handler);
    } else if (of instanceof MessageEventTarget target && "onmessageerror".equals(key)) {
      target.setOnmessageerror(handler);
    } else if (of instanceof MessagePort port && "onclose".equals(key)) {
      port.setOnclose(handler);
    } else if (of instanceof RegExp regExp && "lastIndex".equals(key) && value instanceof Number number) {
      regExp.setLastIndex(number.doubleValue());
    } else if (of instanceof List<?> list && "length".equals(key) && value instanceof Number number) {
      list.subList(number.intValue(), list.size()).clear();
    } else if (of instanceof List<?> list && key instanceof Number index) {
      setElement(list, index.intValue(), value);
    } else if (of instanceof BufferView view && key instanceof Number index && value instanceof Number number) {
      if (view.bytesPerElement() != 1) {
        throw new Fault("elements are set in views of bytes only, not of: " + view.kind());
      }
      view.buffer().set(view.byteOffset() + index.intValue(), number.byteValue());
    } else {
      throw missing(of, String.valueOf(key));
    }
  }

  /** Replaces an element, or adds one at the end. */
  @SuppressWarnings("unchecked")
  private static void setElement(List<?> list, int index, @Nullable Object value) {
    if (index > list.size()) {
      throw new Fault("elements are set in an array or at its end only, not at: " + index);
    }
    List<@Nullable Object> elements = (List<@Nullable Object>) list;
    if (index == elements.size()) {
      elements.add(value);
    } else {
      elements.set(index, value);
    }
  }

  void delete(@Nullable Object of, @Nullable Object key) {
    if (of instanceof PropertyBag bag) {
      bag.delete(Objects.requireNonNull(key));
    } else {
      throw missing(of, String.valueOf(key));
    }
  }

  @Nullable Object call(@Nullable Object of, String member, List<@Nullable Object> args) {
    if (of instanceof SubjectRealm realm) {
      return global(realm, member, args);
    } else if (of instanceof MessagePort port && member.equals("postMessage")) {
      return post(port, args);
    } else if (of instanceof WindowProxy window && member.equals("postMessage")) {
      post(window, args);
    } else if (of instanceof Frame frame && member.equals("remove")) {
      frame.remove();
    } else if (of instanceof Worker worker && member.equals("postMessage")) {
      worker.postMessage(args.get(0), transfer(args));
    } else if (of instanceof Worker worker && member.equals("terminate")) {
      host.startups().terminates(worker);
      worker.terminate();
    } else if (of instanceof DedicatedWorkerGlobalScope scope && member.equals("postMessage")) {
      scope.postMessage(args.get(0), transfer(args));
    } else if (of instanceof WorkerGlobalScope scope && member.equals("close")) {
      scope.close();
    } else if (of instanceof MessagePort port && member.equals("start")) {
      port.start();
    } else if (of instanceof MessagePort port && member.equals("close")) {
      port.close();
    } else if (of instanceof BroadcastChannel channel && member.equals("postMessage")) {
      channel.postMessage(args.get(0));
    } else if (of instanceof BroadcastChannel channel && member.equals("close")) {
      channel.close();
    } else if (of instanceof EventTarget target) {
      return target(target, member, args);
    } else if (of instanceof Event event) {
      event(event, member, args);
    } else if (of instanceof AbortController controller && member.equals("abort")) {
      controller.abort();
    } else if (of instanceof PortCollection collection) {
      collection(collection, member, args);
    } else if (of instanceof ArrayBuffer buffer && member.equals("resize")) {
      buffer.resize(((Number) required(args, 0)).intValue());
    } else if (of instanceof SharedArrayBuffer buffer && member.equals("grow")) {
      buffer.grow(((Number) required(args, 0)).intValue());
    } else if (of instanceof WebMap map && member.equals("set")) {
      map.set(args.get(0), args.get(1));
    } else if (of instanceof WebMap map && member.equals("get")) {
      return map.get(args.get(0));
    } else if (of instanceof WebMap map && member.equals("delete")) {
      map.delete(args.get(0));
    } else if (of instanceof WebSet set && member.equals("add")) {
      set.add(args.get(0));
    } else if (of instanceof WebSet set && member.equals("has")) {
      return set.has(args.get(0));
    } else if (of instanceof WebSet set && member.equals("delete")) {
      set.delete(args.get(0));
    } else if (of instanceof WeakReference<?> reference && member.equals("deref")) {
      Object referent = reference.get();
      return referent == null ? Undefined.UNDEFINED : referent;
    } else {
      throw missing(of, member);
    }
    return Undefined.UNDEFINED;
  }

  private static Object post(MessagePort port, List<@Nullable Object> args) {
    if (args.size() < 2) {
      port.postMessage(args.get(0));
    } else if (args.get(1) instanceof PlainObject options) {
      port.postMessage(args.get(0), new StructuredSerializeOptions(transferOf(options)));
    } else {
      port.postMessage(args.get(0), (List<?>) required(args, 1));
    }
    return Undefined.UNDEFINED;
  }

  private static void post(WindowProxy window, List<@Nullable Object> args) {
    if (args.size() < 2) {
      window.postMessage(args.get(0));
    } else if (args.get(1) instanceof PlainObject options) {
      String origin = options.has("targetOrigin") ? (String) options.get("targetOrigin") : "/";
      window.postMessage(args.get(0), new WindowPostMessageOptions(Objects.requireNonNull(origin), transferOf(options)));
    } else {
      List<?> transfer = args.size() < 3 ? List.of() : (List<?>) required(args, 2);
      window.postMessage(args.get(0), (String) required(args, 1), transfer);
    }
  }

  /** The transfer list, in either form; empty where there is none. */
  private static List<?> transfer(List<@Nullable Object> args) {
    Object second = args.size() < 2 ? List.of() : required(args, 1);
    return second instanceof PlainObject options ? transferOf(options) : (List<?>) second;
  }

  private static List<?> transferOf(PlainObject options) {
    return options.get("transfer") instanceof List<?> list ? list : List.of();
  }

  private @Nullable Object global(SubjectRealm realm, String member, List<@Nullable Object> args) {
    switch (member) {
      case "queueMicrotask" -> realm.queueMicrotask((Runnable) required(args, 0));
      case "setTimeout" -> realm.setTimeout((Runnable) required(args, 0));
      case "gc" -> System.gc(); // all objects of this binding are in this virtual machine
      case "structuredClone" -> {
        List<?> transfer =
            args.size() > 1 && args.get(1) instanceof PlainObject options ? transferOf(options) : List.of();
        return realm.structuredClone(args.get(0), transfer);
      }
      default -> {
        return call(realm.global(), member, args);
      }
    }
    return Undefined.UNDEFINED;
  }

  private static Object target(EventTarget target, String member, List<@Nullable Object> args) {
    switch (member) {
      case "addEventListener" -> {
        EventListener listener = (EventListener) args.get(1);
        if (args.size() > 2) {
          target.addEventListener((String) required(args, 0), listener, options((PlainObject) required(args, 2)));
        } else {
          target.addEventListener((String) required(args, 0), listener);
        }
      }
      case "removeEventListener" -> {
        boolean capture = args.size() > 2 && options((PlainObject) required(args, 2)).capture();
        target.removeEventListener((String) required(args, 0), (EventListener) args.get(1), capture);
      }
      case "dispatchEvent" -> {
        return target.dispatchEvent((Event) required(args, 0));
      }
      default -> throw missing(target, member);
    }
    return Undefined.UNDEFINED;
  }

  private static ListenerOptions options(PlainObject options) {
    return new ListenerOptions(
        Boolean.TRUE.equals(options.get("capture")),
        Boolean.TRUE.equals(options.get("once")),
        Boolean.TRUE.equals(options.get("passive")),
        options.get("signal") instanceof AbortSignal signal ? signal : null);
  }

  private static void event(Event event, String member, List<@Nullable Object> args) {
    switch (member) {
      case "preventDefault" -> event.preventDefault();
      case "stopPropagation" -> event.stopPropagation();
      case "stopImmediatePropagation" -> event.stopImmediatePropagation();
      case "initEvent" -> event.initEvent((String) required(args, 0), flag(args, 1), flag(args, 2));
      case "initMessageEvent" -> {
        // type, bubbles, cancelable, data, origin, lastEventId, source, ports: all but the first may be left out
        PlainObject members = new PlainObject();
        String[] names = {"bubbles", "cancelable", "data", "origin", "lastEventId", "source", "ports"};
        for (int i = 1; i < args.size(); i++) {
          members.define(names[i - 1], args.get(i));
        }
        message(event, member).initMessageEvent((String) required(args, 0), init(Arrays.asList("", members)));
      }
      default -> throw missing(event, member);
    }
  }

  private static boolean flag(List<@Nullable Object> args, int index) {
    return args.size() > index && Boolean.TRUE.equals(args.get(index));
  }

  /** What must not be null may be null all the same: that is the implementation's to refuse. */
  private static void collection(PortCollection collection, String member, List<@Nullable Object> args) {
    switch (member) {
      case "add" -> collection.add((MessagePort) args.get(0));
      case "remove" -> collection.remove((MessagePort) args.get(0));
      case "clear" -> collection.clear();
      case "iterate" -> collection.iterate((ScriptFunction) args.get(0));
      default -> throw missing(collection, member);
    }
  }

  /** A member that is not there is what the implementation, or its binding, lacks: no fault of the script. */
  private static RuntimeException missing(@Nullable Object of, String member) {
    String type = of == null ? "null" : of.getClass().getSimpleName();
    return new UnsupportedOperationException("no member '%s' of %s".formatted(member, type));
  }
}
