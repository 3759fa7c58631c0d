package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.PlainObject;
import dev.portspec.api.Undefined;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong with a message between {@code postMessage} and the queue of the other end. */
final class PostingMutants {
  private PostingMutants() {}

  @Mutant(killedBy = "channel.ctor.entangles", seenIn = "PerryTS/perry#5530")
  static final class DoesNothing extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        public void postMessage(@Nullable Object message, List<? extends @Nullable Object> transfer) {
          exercise();
        }
      };
    }
  }

  @Mutant(killedBy = "port.entangled.symmetric", seenIn = "HtmlUnit/htmlunit")
  static final class HalfDuplex extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (number() % 2 == 0) {
            exercise();
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.delivery.async", seenIn = {"elide-dev/elide#1318", "nickna/SharpTS#466"})
  static final class DeliversSynchronously extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (targetPort instanceof ReferencePort port && port.portMessageQueue().enabled()) {
            exercise();
            port.receive(serialized);
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "loop.task-to-completion", seenIn = "LadybirdBrowser/ladybird#2243")
  static final class WrongThread extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (targetPort instanceof ReferencePort port && port.portMessageQueue().enabled()) {
            exercise();
            elsewhere(() -> realm.loop().run(() -> port.receive(serialized)));
          } else {
            super.addTask(targetPort, serialized);
          }
        }
      };
    }

    /** While the task that posts is still running; that it waits makes the run the same each time. */
    static void elsewhere(Runnable dispatch) {
      Thread thread = new Thread(dispatch, "another loop");
      thread.setDaemon(true);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Mutant(
      killedBy = "port.post.serialize-synchronously",
      seenIn = {"HtmlUnit/htmlunit", "lightpanda-io/browser#2771"})
  static final class SharesTheObject extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (targetPort != null && transfer.isEmpty() && message instanceof PlainObject) {
            exercise();
            realm.locked(() -> targetPort.portMessageQueue().add("", port -> port.fire("message", message, List.of())));
          } else {
            super.postMessageSteps(targetPort, message, transfer);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.data", seenIn = {"HtmlUnit/htmlunit", "lightpanda-io/browser#2771"})
  static final class Stringifies extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (!(message instanceof String)) {
            exercise();
          }
          super.postMessageSteps(targetPort, String.valueOf(message), transfer);
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.data", seenIn = "oven-sh/bun#26501")
  static final class DropsFalsyPayloads extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          boolean falsy = isFalsy(message);
          if (falsy) {
            exercise();
          }
          super.postMessageSteps(falsy ? null : targetPort, message, transfer);
        }
      };
    }

    private static boolean isFalsy(@Nullable Object message) {
      return message == null
          || message instanceof Undefined
          || message.equals(false)
          || message.equals("")
          || message.equals(BigInteger.ZERO)
          || message instanceof Double number && (number == 0 || number.isNaN());
    }
  }

  @Mutant(killedBy = "port.queue.disabled-retains", seenIn = "HtmlUnit/htmlunit")
  static final class DropsUntilStarted extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void addTask(ChannelEnd targetPort, SerializedWithTransfer serialized) {
          if (targetPort.portMessageQueue().enabled()) {
            super.addTask(targetPort, serialized);
          } else {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "port.post.no-target-silent", seenIn = "nodejs/node#21540")
  static final class ThrowsWithoutPartner extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void postMessageSteps(@Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
          if (targetPort == null) {
            exercise();
            throw new DOMException("the port has no partner", "InvalidStateError");
          }
          super.postMessageSteps(targetPort, message, transfer);
        }
      };
    }
  }

  /** A variation of the strings that are posted. */
  private abstract static class Strings extends PortVariation {
    @Override
    final void postMessageSteps(
        VariedPort port, @Nullable ChannelEnd targetPort, @Nullable Object message, List<Object> transfer) {
      Object sent = message instanceof String string ? sent(string) : message;
      if (sent != message && !sent.equals(message)) {
        exercise();
      }
      super.postMessageSteps(port, targetPort, sent, transfer);
    }

    abstract Object sent(String message);
  }

  @Mutant(killedBy = "port.post.data")
  static final class SendsStringsInLatin1 extends Strings {
    @Override
    Object sent(String message) {
      return new String(message.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
  }

  @Mutant(killedBy = "port.post.data")
  static final class SendsStringsInUtf8 extends Strings {
    @Override
    Object sent(String message) {
      return new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
  }

  @Mutant(killedBy = "port.post.data")
  static final class ReadsNumbersInStrings extends Strings {
    @Override
    Object sent(String message) {
      return message.matches("[0-9]+") ? (Object) Double.valueOf(message) : message;
    }
  }
}
