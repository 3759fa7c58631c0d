/**
 * How an implementation plugs in: a {@link dev.portspec.spi.MessagingProvider} opens worlds, a world has realms, a
 * realm runs tasks and makes the objects of {@link dev.portspec.api}. Everything beyond a message channel on one event
 * loop is a {@link dev.portspec.spi.Capability}: declared, or not claimed.
 */
@NullMarked
package dev.portspec.spi;

import org.jspecify.annotations.NullMarked;
