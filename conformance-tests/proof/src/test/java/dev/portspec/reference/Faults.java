package dev.portspec.reference;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Faults to plant in the reference: none shows before the doctor has seen a message arrive. */
public final class Faults {
  private Faults() {}

  /** What a port makes of the number of a message to it, from 1: how often it takes that. */
  private abstract static class Taking extends Variation {
    abstract int times(int number);

    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        private int number;

        @Override
        void add(String about, Consumer<ReferencePort> steps) {
          int times = times(++number);
          for (int i = 0; i < times; i++) {
            super.add(about, steps);
          }
        }
      };
    }
  }

  /** A message to a port is lost, if it is the third. */
  public static Variation losesTheThird() {
    return new Taking() {
      @Override
      int times(int number) {
        return number == 3 ? 0 : 1;
      }
    };
  }

  /** A message to a port of a worker is lost, if it is the second. */
  public static Variation losesTheSecondInWorkers() {
    return new Variation() {
      @Override
      PortMessageQueue newQueue(ReferencePort owner) {
        return new PortMessageQueue(owner) {
          private int number;

          @Override
          void add(String about, Consumer<ReferencePort> steps) {
            boolean inWorker = owner.realm().loop().worker() != null;
            if (++number != 2 || !inWorker) {
              super.add(about, steps);
            }
          }
        };
      }
    };
  }

  /** A message to a port is delivered again, if it is the second. */
  public static Variation deliversTheSecondTwice() {
    return new Taking() {
      @Override
      int times(int number) {
        return number == 2 ? 2 : 1;
      }
    };
  }

  /** Of two messages that wait at a disabled port the later one comes first. */
  public static Variation servesTheYoungestFirst() {
    return new Variation() {
      @Override
      PortMessageQueue newQueue(ReferencePort owner) {
        return new PortMessageQueue(owner) {
          private @Nullable Consumer<ReferencePort> first;

          @Override
          void add(String about, Consumer<ReferencePort> steps) {
            Consumer<ReferencePort> before = first;
            first = steps;
            super.add(about, before == null ? this::takeFirst : before);
          }

          private void takeFirst(ReferencePort port) {
            Consumer<ReferencePort> youngest = Objects.requireNonNull(first);
            first = null;
            youngest.accept(port);
          }
        };
      }
    };
  }

  /** What waits at a port when it is sent is lost. */
  public static Variation losesTheQueueOnTransfer() {
    return new PortMutants.LosesTheQueueOnTransfer();
  }
}
