/** Generated programs that run on any implementation, and are judged by the oracle. */
@NullMarked
package dev.portspec.oracle.scenarios;

import org.jspecify.annotations.NullMarked;
