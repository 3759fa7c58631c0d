package dev.portspec.oracle;

import dev.portspec.harness.backend.Observation;
import dev.portspec.reference.Chooser;

/** Decides one run of the reference, and is told what it shows. */
interface Course extends Chooser {
  /** Takes the next observation; what it throws ends the function that made it. */
  void observed(Observation observation);

  /** A script of an agent has ended so: {@code ended}, {@code threw} or {@code fault}. */
  void answered(String agent, String asSeen, String now);

  /** Whether this run need not go on. */
  boolean isOver();
}
