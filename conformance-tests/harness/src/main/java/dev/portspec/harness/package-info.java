/**
 * What a check is written with: handles that record scripts, words for actions and values, and assertions on what was
 * seen. A check never touches an implementation.
 */
@NullMarked
package dev.portspec.harness;

import org.jspecify.annotations.NullMarked;
