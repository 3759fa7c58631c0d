package dev.portspec.harness;

/** The script of shared workers: those that are made of it with one name are one. */
public final class SharedScript {
  private final Startup startup;

  SharedScript(Startup startup) {
    this.startup = startup;
  }

  Startup startup() {
    return startup;
  }
}
