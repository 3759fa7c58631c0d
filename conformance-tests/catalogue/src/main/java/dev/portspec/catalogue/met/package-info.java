/** The mixin MessageEventTarget: HTML, 9.4.3, at ports. */
@NullMarked
package dev.portspec.catalogue.met;

import org.jspecify.annotations.NullMarked;
