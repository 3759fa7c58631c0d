package dev.portspec.engines;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What came from the agents of one program, in the order of its coming, for the one thread that asks them.
 *
 * <p><b>Threads:</b> any may add, one takes.
 */
final class Inbox {
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  /**
   * One message.
   *
   * @param text empty where the connection has ended, and nothing follows
   */
  record Message(AgentConnection from, String text) {
    boolean isEnd() {
      return text.isEmpty();
    }
  }

  void add(Message message) {
    messages.add(message);
  }

  /** How many messages wait. */
  int size() {
    return messages.size();
  }

  /**
   * Takes the next message.
   *
   * @return null if none came in time
   */
  @Nullable Message next(Duration limit) throws InterruptedException {
    Message message = messages.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (message != null) {
      message.from().taken(message.text());
    }
    return message;
  }
}
