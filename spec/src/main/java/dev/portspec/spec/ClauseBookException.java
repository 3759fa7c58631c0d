package dev.portspec.spec;

/** The clause book is wrong: the message begins with the file and, where there is one, the line. */
public final class ClauseBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClauseBookException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }

  ClauseBookException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
