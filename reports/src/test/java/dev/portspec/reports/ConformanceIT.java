package dev.portspec.reports;

import dev.portspec.suite.ConformanceSuite;

/** The run of this repository: against the implementation that {@code -Dportspec.implementation} names. */
class ConformanceIT extends ConformanceSuite {}
