/** PortCollection: Web Messaging, broadcasting to many ports, as drafted until 2015. */
@NullMarked
package dev.portspec.catalogue.pc;

import org.jspecify.annotations.NullMarked;
