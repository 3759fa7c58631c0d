package dev.portspec.api;

/** Called with each port of a {@link PortCollection}. */
@FunctionalInterface
public interface PortCollectionCallback {
  void handle(MessagePort port);
}
