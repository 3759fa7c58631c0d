package dev.portspec.api;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of the host that says itself how it is cloned: a <i>serializable object</i> of the standard.
 *
 * @see <a href="https://html.spec.whatwg.org/#serializable-objects">HTML, serializable objects</a>
 */
@FunctionalInterface
public interface HostSerializable {
  /**
   * The serialization steps, run while the message is serialized. The supplier that they return holds the serialized
   * form and is the deserialization steps: run once for each receipt, in the receiving agent.
   *
   * @throws DOMException a {@code DataCloneError} when the object cannot be cloned
   */
  Supplier<? extends @Nullable Object> serialize();
}
