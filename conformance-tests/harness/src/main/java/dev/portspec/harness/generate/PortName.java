package dev.portspec.harness.generate;

import org.jspecify.annotations.Nullable;

/**
 * What a program calls a port: an end of a channel, which stays the same object, or the name under which a function
 * keeps what it receives, which is another port each time.
 *
 * <p>A channel has a level: each message that it takes has ports of the level below, so that whoever receives one can
 * use what is in it; at level 0 nobody looks at the ports of a message.
 *
 * @param number of the channel whose end it is, or of the name
 * @param end 1 or 2; 0 for the name of something received
 * @param level of its channel
 * @param block where a channel is made and alone can be named; null for one that is there from the beginning
 */
record PortName(int number, int end, int level, @Nullable Block block) {
  /** The name of what a function receives. */
  static PortName received(int number, int level) {
    return new PortName(number, 0, level, null);
  }

  boolean isReceived() {
    return end == 0;
  }

  /** Whether the two are the ends of one channel. */
  boolean isPartnerOf(PortName other) {
    return number == other.number && end + other.end == 3;
  }
}
