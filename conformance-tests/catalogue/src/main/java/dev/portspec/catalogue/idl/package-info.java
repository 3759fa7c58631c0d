/** Arguments and interfaces: HTML, 9.4.3 and 9.4.4, and Web IDL, 3.6 (overloads) and 3.7 (interfaces), in one realm. */
@NullMarked
package dev.portspec.catalogue.idl;

import org.jspecify.annotations.NullMarked;
