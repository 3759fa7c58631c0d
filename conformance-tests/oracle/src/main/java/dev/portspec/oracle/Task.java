package dev.portspec.oracle;

/**
 * A task of the reference, as a {@link dev.portspec.reference.Chooser} names it.
 *
 * @param agent whose
 * @param source the agent and the task source
 * @param about the data of a message that is a string or a number; empty for anything else
 */
record Task(String agent, String source, String about) {
  static final String BEFORE_SOURCE = ": ";
  private static final String BEFORE_DATA = " = ";

  static Task named(String name) {
    int data = name.indexOf(BEFORE_DATA);
    String source = data < 0 ? name : name.substring(0, data);
    String about = data < 0 ? "" : name.substring(data + BEFORE_DATA.length());
    return new Task(name.substring(0, name.indexOf(BEFORE_SOURCE)), source, about);
  }

  boolean isScript() {
    return source.endsWith(": script");
  }

  /** Whether it runs the top-level script of a worker. */
  boolean isStart() {
    return source.endsWith(": start");
  }

  /** Whether it is the oldest of the messages to all ports of an agent that were never shipped. */
  boolean isOfUnshippedPorts() {
    return source.endsWith(": unshipped ports");
  }
}
