/**
 * The reference implementation of the Channel Messaging API: the smallest one that is correct, in the standard's own
 * words and steps. Start at {@link dev.portspec.reference.ReferenceWorld}.
 *
 * <p>Fields are the standard's slots, methods its algorithms; beside a step stands the id of the clause that it meets.
 * {@code DEVIATION:} marks where the letter of the standard is known to be defective and another outcome is taken;
 * {@link dev.portspec.reference.Freedom} lists what is left open.
 */
@NullMarked
package dev.portspec.reference;

import org.jspecify.annotations.NullMarked;
