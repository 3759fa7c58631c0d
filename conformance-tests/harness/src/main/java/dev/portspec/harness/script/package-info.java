/**
 * Scripts as data: what the handles of a test record, and how two values are compared. Nothing here knows an
 * implementation.
 */
@NullMarked
package dev.portspec.harness.script;

import org.jspecify.annotations.NullMarked;
