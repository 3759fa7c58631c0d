package dev.portspec.engines;

/** Scripts on the Deno of this machine. */
@NeedsProgram(property = "portspec.deno", names = "deno")
class DenoScriptsTest extends ScriptsOnAnEngine {
  DenoScriptsTest() {
    super(new DenoLauncher());
  }
}
