/** From a run's record to Allure's results and its page. */
@NullMarked
package dev.portspec.reporting.allure;

import org.jspecify.annotations.NullMarked;
