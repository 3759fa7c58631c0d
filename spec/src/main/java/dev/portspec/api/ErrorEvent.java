package dev.portspec.api;

import org.jspecify.annotations.Nullable;

/** An uncaught exception, as its global or the owner of its worker is told. */
public interface ErrorEvent extends Event {
  String getMessage();

  String getFilename();

  int getLineno();

  int getColno();

  @Nullable Object getError();
}
