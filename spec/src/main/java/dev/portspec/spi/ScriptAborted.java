package dev.portspec.spi;

/**
 * Unwinds the script of a worker that was terminated, out of whatever the script has called: no script can catch it, so
 * whoever runs scripts lets it pass. Whatever is done with it, the agent's next call throws another one, and nothing is
 * reported.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#abort-a-running-script">HTML, abort a running
 *     script</a>
 */
public final class ScriptAborted extends Error {
  private static final long serialVersionUID = 1L;

  /** Creates one without a stack trace. */
  public ScriptAborted() {
    super("the worker was terminated", null, false, false);
  }
}
