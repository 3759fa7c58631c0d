/** Checks of the clauses of {@code xdoc}: HTML, "Cross-document messaging". */
@NullMarked
package dev.portspec.catalogue.xdoc;

import org.jspecify.annotations.NullMarked;
