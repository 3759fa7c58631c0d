package dev.portspec.harness.inprocess;

/** A mistake in a script: logged where it happens, thrown past every {@code try}. */
final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Fault(String message) {
    super(message, null, false, false);
  }
}
