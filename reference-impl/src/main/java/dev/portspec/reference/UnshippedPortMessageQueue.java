package dev.portspec.reference;

import java.util.Comparator;
import java.util.List;

/**
 * The unshipped port message queue of an event loop: a virtual source of the tasks of its enabled ports that were
 * never shipped, in the order in which they were posted, whatever the port.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#unshipped-port-message-queue">HTML, unshipped
 *     port message queue</a>
 */
record UnshippedPortMessageQueue(String loop, List<PortMessageQueue> ports) implements TaskSource {
  @Override
  public String name() {
    return loop + ": unshipped ports";
  }

  @Override
  public long oldest() {
    return first().oldest();
  }

  @Override
  public String about() {
    return first().about();
  }

  // port.unshipped.not-twice: the task leaves the queue of its port
  @Override
  public Runnable take() {
    return first().take();
  }

  // port.unshipped.global-order, port.unshipped.late-enable-order
  private PortMessageQueue first() {
    return ports.stream().min(Comparator.comparingLong(PortMessageQueue::oldest)).orElseThrow();
  }
}
