/** Dedicated workers: HTML, 10.2.6, and what the life of a worker means for its ports. */
@NullMarked
package dev.portspec.catalogue.worker;

import org.jspecify.annotations.NullMarked;
