/**
 * A conformance run: one subject, many checks, a verdict for each, and a journal that survives the process.
 */
@NullMarked
package dev.portspec.harness.run;

import org.jspecify.annotations.NullMarked;
