/** Event handler attributes: HTML, 8.1.8. */
@NullMarked
package dev.portspec.catalogue.handler;

import org.jspecify.annotations.NullMarked;
