package dev.portspec.api;

/** A shared worker, seen from one of those that are connected to it. */
public interface SharedWorker extends AbstractWorker {
  MessagePort getPort();
}
