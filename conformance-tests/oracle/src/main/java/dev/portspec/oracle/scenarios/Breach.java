package dev.portspec.oracle.scenarios;

/**
 * How a trace departs from all that is legal.
 *
 * @param clause that forbids it
 * @param what was looked at, in words that are the same whatever the program is
 * @param seen what was wrong with it, in such words
 * @param where in this program
 * @param expected what was legal there
 */
record Breach(String clause, String what, String seen, String where, String expected) {}
