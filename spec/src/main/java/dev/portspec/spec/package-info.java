/** The clause book: what the standard asks, clause by clause, as data. */
@NullMarked
package dev.portspec.spec;

import org.jspecify.annotations.NullMarked;
