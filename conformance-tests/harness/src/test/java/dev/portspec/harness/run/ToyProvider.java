package dev.portspec.harness.run;

import dev.portspec.api.DOMException;
import dev.portspec.api.Event;
import dev.portspec.api.EventListener;
import dev.portspec.api.EventTarget;
import dev.portspec.api.ListenerOptions;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.SubjectWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A strings-only port over one event loop, right unless a test lets it misbehave. */
class ToyProvider implements MessagingProvider {
  /** The event loop of a new world. */
  ExecutorService newLoop() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "toy-loop");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** What the other end is given, and how. */
  void deliver(ExecutorService loop, ToyPort target, String message) {
    loop.execute(() -> target.receive(message));
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public SubjectWorld openWorld(Reporter reporter) {
    ExecutorService loop = newLoop();
    SubjectRealm realm = new ToyRealm(this, loop);
    return new SubjectWorld() {
      @Override
      public SubjectRealm window() {
        return realm;
      }

      @Override
      public void close() {
        loop.shutdownNow();
      }
    };
  }

  private record ToyRealm(ToyProvider provider, ExecutorService loop) implements SubjectRealm {
    @Override
    public void execute(Runnable task) {
      loop.execute(task);
    }

    @Override
    public MessageChannel newMessageChannel() {
      ToyPort port1 = new ToyPort(provider, loop);
      ToyPort port2 = new ToyPort(provider, loop);
      port1.other = port2;
      port2.other = port1;
      return new MessageChannel() {
        @Override
        public MessagePort getPort1() {
          return port1;
        }

        @Override
        public MessagePort getPort2() {
          return port2;
        }
      };
    }
  }

  /** One end. */
  static final class ToyPort implements MessagePort {
    private final ToyProvider provider;
    private final ExecutorService loop;
    private final List<EventListener> listeners = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private @Nullable EventListener handler;
    private @Nullable ToyPort other;
    private boolean started;

    ToyPort(ToyProvider provider, ExecutorService loop) {
      this.provider = provider;
      this.loop = loop;
    }

    @Override
    public void postMessage(@Nullable Object message, List<?> transfer) {
      if (!(message instanceof String)) {
        throw new DOMException("strings only", "DataCloneError");
      }
      if (other != null) {
        provider.deliver(loop, other, (String) message);
      }
    }

    void receive(String message) {
      if (!started) {
        waiting.add(message);
        return;
      }
      hand(new ToyEvent(message, this));
    }

    void hand(@Nullable Event event) {
      for (EventListener listener : List.copyOf(listeners)) {
        listener.handleEvent(event);
      }
      if (handler != null) {
        handler.handleEvent(event);
      }
    }

    @Override
    public void start() {
      started = true;
      List<String> messages = List.copyOf(waiting);
      waiting.clear();
      messages.forEach(message -> loop.execute(() -> receive(message)));
    }

    @Override
    public void close() {
      if (other != null) {
        other.other = null;
        other = null;
      }
    }

    @Override
    public @Nullable EventListener getOnmessage() {
      return handler;
    }

    @Override
    public void setOnmessage(@Nullable EventListener newHandler) {
      handler = newHandler;
      start();
    }

    @Override
    public @Nullable EventListener getOnmessageerror() {
      return null;
    }

    @Override
    public void setOnmessageerror(@Nullable EventListener newHandler) {}

    @Override
    public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
      if (callback != null && type.equals("message")) {
        listeners.add(callback);
      }
    }

    @Override
    public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
      listeners.remove(callback);
    }

    @Override
    public boolean dispatchEvent(Event event) {
      throw new UnsupportedOperationException("dispatchEvent");
    }
  }

  /** A message as it arrives. */
  private record ToyEvent(String data, EventTarget target) implements MessageEvent {
    @Override
    public String getType() {
      return "message";
    }

    @Override
    public EventTarget getTarget() {
      return target;
    }

    @Override
    public EventTarget getCurrentTarget() {
      return target;
    }

    @Override
    public int getEventPhase() {
      return AT_TARGET;
    }

    @Override
    public boolean getBubbles() {
      return false;
    }

    @Override
    public boolean getCancelable() {
      return false;
    }

    @Override
    public boolean getComposed() {
      return false;
    }

    @Override
    public boolean getDefaultPrevented() {
      return false;
    }

    @Override
    public boolean getIsTrusted() {
      return true;
    }

    @Override
    public double getTimeStamp() {
      return 0;
    }

    @Override
    public List<EventTarget> composedPath() {
      return List.of(target);
    }

    @Override
    public void stopPropagation() {}

    @Override
    public void stopImmediatePropagation() {}

    @Override
    public void preventDefault() {}

    @Override
    public void initEvent(String type, boolean bubbles, boolean cancelable) {}

    @Override
    public Object getData() {
      return data;
    }

    @Override
    public String getOrigin() {
      return "";
    }

    @Override
    public String getLastEventId() {
      return "";
    }

    @Override
    public @Nullable Object getSource() {
      return null;
    }

    @Override
    public List<MessagePort> getPorts() {
      return List.of();
    }

    @Override
    public void initMessageEvent(String type, MessageEventInit init) {}
  }
}
