package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.ListenerOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reference as it is, which takes down what is done to a port in which state. */
public final class ObservedPorts extends Variation {
  private final Set<Met> met = new HashSet<>();

  /** Where a port is. */
  public enum Where {
    IN_THE_WINDOW, IN_A_WORKER
  }

  /** What was done to a port, in which state, and where. */
  public record Met(Did did, State state, Where where) {
    @Override
    public String toString() {
      return did + " " + state + " " + where;
    }
  }

  /** What is done to a port. */
  public enum Did {
    POST, SEND_PORTS, BE_SENT, START, CLOSE, SET_ONMESSAGE, UNSET_ONMESSAGE, ADD_LISTENER, REMOVE_LISTENER
  }

  /** The state of a port, as its slots have it; the first that fits. */
  public enum State {
    CLOSED, IN_FLIGHT, RECEIVED_ELSEWHERE, PARTNER_CLOSED, PARTNER_IN_FLIGHT, RECEIVED_WITH_MESSAGES, RECEIVED,
    RECEIVED_AND_ENABLED, DISABLED_WITH_MESSAGES, ENABLED_WITH_MESSAGES, ENABLED, FRESH
  }

  /** What was done in which states. */
  public Set<Met> met() {
    return met;
  }

  @Override
  PortMessageQueue newQueue(ReferencePort owner) {
    return new PortMessageQueue(owner) {
      @Override
      void moveAllTasksTo(PortMessageQueue other) {
        super.moveAllTasksTo(other);
        ((Observed) owner).state = State.RECEIVED_ELSEWHERE;
        ofQueues.get(other).received = true;
      }
    };
  }

  private final Map<PortMessageQueue, Observed> ofQueues = new IdentityHashMap<>();

  @Override
  ReferencePort newPort(ReferenceRealm realm) {
    Observed port = new Observed(realm);
    ofQueues.put(port.portMessageQueue(), port);
    return port;
  }

  private final class Observed extends ReferencePort {
    private @Nullable State state;
    private boolean received;

    Observed(ReferenceRealm realm) {
      super(realm);
    }

    private void did(Did what) {
      Where where = realm().loop().worker() == null ? Where.IN_THE_WINDOW : Where.IN_A_WORKER;
      met.add(new Met(what, state(), where));
    }

    private State state() {
      if (state != null) {
        return state;
      } else if (entangledWith() == null) {
        return State.PARTNER_CLOSED;
      } else if (entangledWith() instanceof PortDataHolder) {
        return State.PARTNER_IN_FLIGHT;
      }
      boolean empty = portMessageQueue().isEmpty();
      boolean enabled = portMessageQueue().enabled();
      if (received) {
        return enabled ? State.RECEIVED_AND_ENABLED : empty ? State.RECEIVED : State.RECEIVED_WITH_MESSAGES;
      } else if (enabled) {
        return empty ? State.ENABLED : State.ENABLED_WITH_MESSAGES;
      }
      return empty ? State.FRESH : State.DISABLED_WITH_MESSAGES;
    }

    @Override
    public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
      did(transfer.isEmpty() ? Did.POST : Did.SEND_PORTS);
      for (Object each : new ArrayList<>(transfer)) {
        if (each instanceof Observed port) {
          port.did(Did.BE_SENT);
        }
      }
      super.postMessage(message, transfer);
    }

    @Override
    PortDataHolder transfer() {
      PortDataHolder holder = super.transfer();
      state = State.IN_FLIGHT;
      return holder;
    }

    @Override
    public void start() {
      did(Did.START);
      super.start();
    }

    @Override
    public void close() {
      did(Did.CLOSE);
      super.close();
      state = State.CLOSED;
    }

    @Override
    public void setOnmessage(@Nullable EventListener handler) {
      did(handler == null ? Did.UNSET_ONMESSAGE : Did.SET_ONMESSAGE);
      super.setOnmessage(handler);
    }

    @Override
    public void addEventListener(String type, @Nullable EventListener callback, ListenerOptions options) {
      did(Did.ADD_LISTENER);
      super.addEventListener(type, callback, options);
    }

    @Override
    public void removeEventListener(String type, @Nullable EventListener callback, boolean capture) {
      did(Did.REMOVE_LISTENER);
      super.removeEventListener(type, callback, capture);
    }
  }
}
