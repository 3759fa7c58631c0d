/** Message channels: HTML, 9.4.2. */
@NullMarked
package dev.portspec.catalogue.channel;

import org.jspecify.annotations.NullMarked;
