package dev.portspec.engines;

/** Scripts on the Bun of this machine. */
@NeedsProgram(property = "portspec.bun", names = "bun")
class BunScriptsTest extends ScriptsOnAnEngine {
  BunScriptsTest() {
    super(new BunLauncher());
  }
}
