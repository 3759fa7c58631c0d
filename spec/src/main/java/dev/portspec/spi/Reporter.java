package dev.portspec.spi;

/** Is told what reached "report an exception". */
@FunctionalInterface
public interface Reporter {
  /**
   * An exception was not caught.
   *
   * @param exception what was thrown, the very object
   */
  void reported(SubjectRealm realm, Throwable exception);

  /**
   * An exception that a worker did not handle reached the realm that made the worker; its value is withheld.
   *
   * @param message as the error event at the realm's global has it
   */
  default void reportedOfWorker(SubjectRealm realm, String message) {}
}
