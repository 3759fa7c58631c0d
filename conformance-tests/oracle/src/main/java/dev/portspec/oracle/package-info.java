/**
 * Judges what was seen by the reference: is there a sequence of legal choices under which the reference shows the same?
 *
 * <p>It needs no expectation written by hand, so it can judge generated scenarios, and the checks themselves.
 */
@NullMarked
package dev.portspec.oracle;

import org.jspecify.annotations.NullMarked;
