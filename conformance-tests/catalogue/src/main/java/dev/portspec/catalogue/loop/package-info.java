/** Event loops, tasks and microtasks: HTML, 8.1.7, as far as one agent goes. */
@NullMarked
package dev.portspec.catalogue.loop;

import org.jspecify.annotations.NullMarked;
