package dev.portspec.harness.inprocess;

import dev.portspec.api.Accessor;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PortCollectionCallback;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function of a script: whatever the binding wants to call. */
final class ScriptFunction implements EventListener, Accessor, Runnable, PortCollectionCallback {
  private final RealmHost host;
  private final Scope closure;
  private final Map<?, ?> text;
  private int calls;

  ScriptFunction(RealmHost host, Scope closure, Map<?, ?> text) {
    this.host = host;
    this.closure = closure;
    this.text = text;
  }

  String label() {
    return (String) text.get("function");
  }

  @Override
  public @Nullable Object handleEvent(@Nullable Event event) {
    // an implementation may call with nothing, and that is to be seen
    return call(event == null ? null : event.getCurrentTarget(), event);
  }

  @Override
  public @Nullable Object get() {
    return call(null);
  }

  @Override
  public void run() {
    call(null);
  }

  @Override
  public void handle(MessagePort port) {
    call(null, port);
  }

  private @Nullable Object call(@Nullable Object thisValue, @Nullable Object... args) {
    return host.inFunction(
        label(),
        () -> {
          int call = ++calls;
          host.called(this, (Number) text.get("id"), call, args.length);
          if (host.agent().isOver()) {
            return null;
          }
          Scope scope = new Scope(closure);
          scope.write("this", thisValue);
          List<?> params = (List<?>) text.get("params");
          for (int i = 0; i < params.size() && i < args.length; i++) {
            scope.write((String) params.get(i), args[i]);
          }
          List<?> bodies = (List<?>) text.get("bodies");
          List<?> body = (List<?>) bodies.get(Math.min(call, bodies.size()) - 1);
          return host.interpreter().runFunction(body, scope);
        });
  }
}
