package dev.portspec.harness.generate;

import org.jspecify.annotations.Nullable;

/**
 * What a program calls a port: an end of a channel, which stays the same object, or the name under which a function
 * keeps what it receives, which is another port each time.
 *
 * <p>A channel has a level: each message that it takes has ports of the level below, so that whoever receives one can
 * use what is in it; at level 0 nobody looks at the ports of a message.
 *
 * <p>The implicit ports of a worker are called so as well, though nobody can send, start or close them: posts and
 * handlers are those of the Worker, and of the global inside.
 *
 * @param number of the channel whose end it is, or of the name; that of the worker below 0
 * @param end 1 or 2; 0 for the name of something received
 * @param level of its channel
 * @param block where a channel is made and alone can be named; null for one that is there from the beginning
 * @param agent in which it stands for something: 0 for the window, or the number of a worker
 */
record PortName(int number, int end, int level, @Nullable Block block, int agent) {
  /** The name of what a function receives. */
  static PortName received(int number, int level, int agent) {
    return new PortName(number, 0, level, null, agent);
  }

  /** A worker as its owner sees it. */
  static PortName outside(int worker, int level) {
    return new PortName(-worker, 1, level, null, 0);
  }

  /** A worker as it sees itself. */
  static PortName inside(int worker, int level) {
    return new PortName(-worker, 2, level, null, worker);
  }

  boolean isImplicit() {
    return number < 0;
  }

  boolean isReceived() {
    return end == 0;
  }

  /** Whether the two are the ends of one channel. */
  boolean isPartnerOf(PortName other) {
    return number == other.number && end + other.end == 3;
  }
}
