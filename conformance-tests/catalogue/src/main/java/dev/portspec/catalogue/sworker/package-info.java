/** Shared workers: HTML, 10.2.6, "shared workers and the SharedWorker interface". */
@NullMarked
package dev.portspec.catalogue.sworker;

import org.jspecify.annotations.NullMarked;
