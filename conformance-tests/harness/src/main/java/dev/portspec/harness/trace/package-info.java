/** What was seen: the log of a world, narrowed and asked. */
@NullMarked
package dev.portspec.harness.trace;

import org.jspecify.annotations.NullMarked;
