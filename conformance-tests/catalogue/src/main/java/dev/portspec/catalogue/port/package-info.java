/** Message ports: HTML, 9.4.4 to 9.4.6, as far as one realm and one event loop go. */
@NullMarked
package dev.portspec.catalogue.port;

import org.jspecify.annotations.NullMarked;
