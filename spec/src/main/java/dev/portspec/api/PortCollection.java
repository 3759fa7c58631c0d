package dev.portspec.api;

/**
 * A set of ports, weakly held, as Web Messaging drafted it from 2012 to 2015. Null is refused everywhere, with a {@link
 * WebTypeError}.
 */
public interface PortCollection {
  /** Puts a port at the end, unless it is there. */
  void add(MessagePort port);

  /** Takes a port out, if it is there. */
  void remove(MessagePort port);

  /** Takes all ports out. */
  void clear();

  /** Calls back for each port that is in the collection now; an exception of the callback ends that, and comes out. */
  void iterate(PortCollectionCallback callback);
}
