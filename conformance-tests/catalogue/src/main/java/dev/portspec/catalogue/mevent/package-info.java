/** MessageEvent: HTML, 9.1. */
@NullMarked
package dev.portspec.catalogue.mevent;

import org.jspecify.annotations.NullMarked;
