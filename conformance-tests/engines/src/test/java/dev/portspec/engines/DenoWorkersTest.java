package dev.portspec.engines;

/** Workers of the Deno of this machine. */
@NeedsProgram(property = "portspec.deno", names = "deno")
class DenoWorkersTest extends WorkersOnAnEngine {
  DenoWorkersTest() {
    super(new DenoLauncher(), Ends.AT_ONCE);
  }
}
