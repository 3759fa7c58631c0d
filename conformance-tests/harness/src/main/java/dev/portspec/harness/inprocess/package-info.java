/**
 * Runs scripts on Java objects in this process, behind {@link dev.portspec.spi.MessagingProvider}.
 *
 * <p>One host for each agent has the names, the identities and the log; the interpreter walks actions, one class
 * evaluates expressions, one reads and calls members, one shows values.
 */
@NullMarked
package dev.portspec.harness.inprocess;

import org.jspecify.annotations.NullMarked;
