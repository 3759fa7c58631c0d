/** From a run's record to what people read: pages, text, {@code summary.json} and Allure. */
@NullMarked
package dev.portspec.reporting;

import org.jspecify.annotations.NullMarked;
