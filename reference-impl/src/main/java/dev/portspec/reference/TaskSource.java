package dev.portspec.reference;

/**
 * A task source with a task that can run now. Its methods are called with the world's lock held.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/webappapis.html#task-source">HTML, task source</a>
 */
interface TaskSource {
  /** The name of this source within its world: the same in every run that makes the same choices. */
  String name();

  /** The number of its oldest task; a lower one was queued earlier. */
  long oldest();

  /** What its oldest task is about, in a few characters; empty where there is nothing to say. */
  default String about() {
    return "";
  }

  /** Removes the oldest task and returns what it does. */
  Runnable take();
}
