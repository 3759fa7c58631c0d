package dev.portspec.reference;

import org.jspecify.annotations.Nullable;

/**
 * One of two things that are entangled: a port, or a port on its way.
 *
 * <p>DEVIATION: in the standard only ports are entangled, and a port that was transferred stays entangled until it is
 * received. That strands messages when both ends are on their way (gap 5), and revives a channel that was closed
 * meanwhile (gaps 2 and 3). So the data holder is entangled in place of the port that left, as in all engines.
 *
 * <p><b>Concurrency:</b> called with the world's lock held.
 */
sealed interface ChannelEnd permits ReferencePort, PortDataHolder {
  @Nullable ChannelEnd entangledWith();

  void setEntangledWith(@Nullable ChannelEnd other);

  /** The queue that takes the messages from the other end. */
  PortMessageQueue portMessageQueue();

  void setHasBeenShipped();

  // https://html.spec.whatwg.org/multipage/web-messaging.html#entangle
  static void entangle(ChannelEnd a, ChannelEnd b) {
    // 1. port.entangle.unlinks-previous, port.entangle.silent
    separate(a);
    separate(b);
    // 2. port.entangle.links, port.entangled.symmetric
    a.setEntangledWith(b);
    b.setEntangledWith(a);
  }

  // https://html.spec.whatwg.org/multipage/web-messaging.html#disentangle, steps 1 and 3
  static void separate(ChannelEnd end) {
    ChannelEnd other = end.entangledWith();
    if (other != null) {
      // port.close.disentangles
      end.setEntangledWith(null);
      other.setEntangledWith(null);
    }
  }
}
