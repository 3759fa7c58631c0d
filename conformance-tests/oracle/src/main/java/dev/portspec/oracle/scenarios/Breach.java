package dev.portspec.oracle.scenarios;

/**
 * How a trace departs from all that is legal, in words that are the same each time.
 *
 * @param clause that forbids it
 * @param what was looked at
 * @param expected what was legal
 * @param seen what came
 */
record Breach(String clause, String what, String expected, String seen) {}
