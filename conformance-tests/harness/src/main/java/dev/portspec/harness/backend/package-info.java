/**
 * How scripts reach an implementation and what comes back: one {@link dev.portspec.harness.backend.Backend} for Java
 * objects in this process, one for whatever speaks the wire protocol.
 *
 * <p>Scripts and observations are trees of plain Java values, exactly as JSON has them: {@code Map<String, Object>} in
 * order, {@code List<Object>}, {@code String}, {@code Number}, {@code Boolean}, {@code null}. The JSON Schema of the
 * wire protocol, in the module {@code spec}, describes both.
 */
@NullMarked
package dev.portspec.harness.backend;

import org.jspecify.annotations.NullMarked;
