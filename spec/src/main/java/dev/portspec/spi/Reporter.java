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
}
