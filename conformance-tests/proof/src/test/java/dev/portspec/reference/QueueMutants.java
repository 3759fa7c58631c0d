package dev.portspec.reference;

import dev.portspec.api.EventListener;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong in a port message queue. */
final class QueueMutants {
  private QueueMutants() {}

  @Mutant(killedBy = "port.queue.initially-empty")
  static final class GreetsItself extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      ReferencePort port = super.newPort(realm);
      realm.locked(() -> port.portMessageQueue().add("", self -> {
        exercise();
        self.fire("message", "welcome", List.of());
      }));
      return port;
    }
  }

  @Mutant(killedBy = "port.queue.initially-disabled")
  static final class StartsWithTheFirstMessage extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void add(String about, Consumer<ReferencePort> steps) {
          super.add(about, steps);
          if (!enabled()) {
            exercise();
            setEnabled(true);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.queue.enabled-is-permanent")
  static final class StopsWithoutAHandler extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void setOnmessage(@Nullable EventListener handler) {
          super.setOnmessage(handler);
          if (handler == null) {
            exercise();
          }
          realm.locked(() -> portMessageQueue().setEnabled(handler != null));
        }
      };
    }
  }

  @Mutant(killedBy = "port.queue.enabled-source")
  static final class ServesOnlyWhatWaitedAtTheStart extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        void add(String about, Consumer<ReferencePort> steps) {
          if (enabled() && isEmpty()) {
            exercise();
            setEnabled(false);
          }
          super.add(about, steps);
        }
      };
    }
  }

  @Mutant(killedBy = "port.queue.fifo")
  static final class LastInFirstOut extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new ReorderedQueue(owner) {
        @Override
        void add(String about, Consumer<ReferencePort> steps) {
          if (waiting() > 0) {
            exercise();
          }
          insert(0, about, steps);
        }
      };
    }
  }

  @Mutant(killedBy = "port.queue.fifo-multi-sender-task")
  static final class LaterTasksOvertake extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new ReorderedQueue(owner) {
        private int ofThisTask;

        @Override
        void add(String about, Consumer<ReferencePort> steps) {
          if (ofThisTask == 0) {
            owner.realm().loop().queueMicrotask(() -> ofThisTask = 0);
          }
          if (waiting() > ofThisTask) {
            exercise();
          }
          insert(ofThisTask++, about, steps);
        }
      };
    }
  }
}
