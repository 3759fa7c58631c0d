package dev.portspec.engines;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * One agent's way to us: its WebSocket, and for a worker requests that it posts besides. What comes goes to an inbox,
 * and is bounded in size.
 *
 * <p>The server's thread adds to the inbox, the caller's takes; nothing else is shared. Once the connection has failed
 * it stays so, and says why.
 */
final class AgentConnection {
  private static final long MOST_WAITING = 64L << 20;
  static final int LONGEST_MESSAGE = 64 << 20;

  private final Inbox inbox;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicReference<@Nullable WebSocketChannel> socket = new AtomicReference<>();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private volatile boolean floods;

  AgentConnection(Inbox inbox) {
    this.inbox = inbox;
  }

  /** Takes the socket of the first who connects; false for anybody after that. */
  boolean open(WebSocketChannel channel) {
    if (!socket.compareAndSet(null, channel)) {
      return false;
    }
    channel.getReceiveSetter().set(new Receiver());
    channel.addCloseTask(closed -> fail("the connection broke"));
    channel.resumeReceives();
    return true;
  }

  static void refuse(WebSocketChannel channel) {
    IoUtils.safeClose(channel);
  }

  /** Sends a message; whether it arrives shows in the answer. */
  void send(String text) {
    WebSocketChannel channel = socket.get();
    if (channel != null) {
      WebSockets.sendText(text, channel, new FailureCallback());
    }
  }

  /** Takes a message that came some other way than by the socket. */
  void receive(String text) {
    if (waiting.addAndGet(text.length()) > MOST_WAITING) {
      flood();
    } else if (failure.get() == null) {
      inbox.add(new Inbox.Message(this, text.isEmpty() ? " " : text));
    }
  }

  /** Gives up an agent that sends more than anybody can read. */
  void flood() {
    floods = true;
    fail("it floods the connection: more than %d MB wait to be read".formatted(MOST_WAITING >> 20));
  }

  boolean floods() {
    return floods;
  }

  /** Makes room: a message was taken from the inbox. */
  void taken(String text) {
    waiting.addAndGet(-text.length());
  }

  /** Why nothing more will come; null while all is well. */
  @Nullable String failure() {
    return failure.get();
  }

  /** Gives the connection up; the first reason counts. */
  void fail(String reason) {
    if (failure.compareAndSet(null, reason)) {
      inbox.add(new Inbox.Message(this, ""));
      IoUtils.safeClose(socket.get());
    }
  }

  private final class Receiver extends AbstractReceiveListener {
    @Override
    protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
      String text = message.getData();
      // an acknowledgement at once: without it some engines hold back their next frame for 40 ms
      WebSockets.sendPong(ByteBuffer.allocate(0), channel, null);
      receive(text);
    }

    @Override
    protected void onError(WebSocketChannel channel, Throwable error) {
      fail("the connection broke: " + error.getMessage());
    }

    @Override
    protected long getMaxTextBufferSize() {
      return LONGEST_MESSAGE;
    }
  }

  private final class FailureCallback implements WebSocketCallback<Void> {
    @Override
    public void complete(WebSocketChannel channel, Void context) {
      // sent; the answer says the rest
    }

    @Override
    public void onError(WebSocketChannel channel, Void context, Throwable error) {
      fail("the connection broke: " + error.getMessage());
    }
  }
}
