/** The catalogue: one package for each area of the clause book, a class for a behaviour, a method for a check. */
@NullMarked
package dev.portspec.catalogue;

import org.jspecify.annotations.NullMarked;
