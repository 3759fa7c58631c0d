package dev.portspec.api;

/** A set of ports, weakly held, as Web Messaging drafted it from 2012 to 2015. */
public interface PortCollection {
  void add(MessagePort port);

  void remove(MessagePort port);

  void clear();

  /** Calls back for each port that is in the collection now. */
  void iterate(PortCollectionCallback callback);
}
