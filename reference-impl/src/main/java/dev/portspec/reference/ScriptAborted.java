package dev.portspec.reference;

/**
 * Unwinds the script of a worker that was terminated. Whatever the script does with it, the agent's next call throws
 * another one, and nothing is reported.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#abort-a-running-script">HTML, abort a running
 *     script</a>
 */
final class ScriptAborted extends Error {
  private static final long serialVersionUID = 1L;

  ScriptAborted() {
    super("the worker was terminated", null, false, false);
  }
}
