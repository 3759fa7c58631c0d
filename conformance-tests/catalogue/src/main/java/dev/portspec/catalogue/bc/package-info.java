/** Broadcast channels: HTML, 9.5, as far as one realm goes. */
@NullMarked
package dev.portspec.catalogue.bc;

import org.jspecify.annotations.NullMarked;
