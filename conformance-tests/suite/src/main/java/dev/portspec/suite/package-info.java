/** The suite that a user runs: one dependency, one class. */
package dev.portspec.suite;
