/** Structured data, cloning and transfer: HTML, 2.7, as far as one realm goes. */
@NullMarked
package dev.portspec.catalogue.sc;

import org.jspecify.annotations.NullMarked;
