/**
 * Generated scenarios: a property draws what it needs, and whoever generates and shrinks knows nothing of it. jqwik
 * does both, and stays in this package.
 */
@NullMarked
package dev.portspec.harness.generate;

import org.jspecify.annotations.NullMarked;
