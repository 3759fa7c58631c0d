/** Event listeners and dispatch: DOM, 2; and the reporting of exceptions: HTML, 8.1. */
@NullMarked
package dev.portspec.catalogue.event;

import org.jspecify.annotations.NullMarked;
