package dev.portspec.spec;

import java.util.Locale;

/** A section of the clause book, in the order of the standard; each is one file. */
public enum Area {
  /** HTML 2.7: structured cloning and transfer. */
  SC,
  /** HTML 8.1: the event loop. */
  LOOP,
  /** HTML 8.1: event handler attributes. */
  HANDLER,
  /** HTML 9.1: {@code MessageEvent}. */
  MEVENT,
  /** HTML 9.3: cross-document messaging, {@code window.postMessage}. */
  XDOC,
  /** HTML 9.4: {@code MessageChannel}. */
  CHANNEL,
  /** HTML 9.4: the {@code MessageEventTarget} mixin. */
  MET,
  /** HTML 9.4: {@code MessagePort}. */
  PORT,
  /** Web Messaging of 2015: {@code PortCollection}. */
  PC,
  /** HTML 9.5: {@code BroadcastChannel}. */
  BC,
  /** HTML 10: dedicated workers. */
  WORKER,
  /** HTML 10: shared workers. */
  SWORKER,
  /** DOM: listeners and dispatch. */
  EVENT,
  /** Web IDL: conversion of arguments, and the shape of interfaces. */
  IDL;

  /** The first segment of the ids of its clauses, for example {@code port}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its file, for example {@code port.yaml}. */
  public String file() {
    return id() + ".yaml";
  }
}
