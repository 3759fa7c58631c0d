package dev.portspec.engines;

/** Workers of the Bun of this machine. */
@NeedsProgram(property = "portspec.bun", names = "bun")
class BunWorkersTest extends WorkersOnAnEngine {
  BunWorkersTest() {
    super(new BunLauncher(), Ends.AT_ONCE);
  }
}
