package dev.portspec.engines;

/** Scripts on the Node of this machine. */
@NeedsProgram(property = "portspec.node", names = "node")
class NodeScriptsTest extends ScriptsOnAnEngine {
  NodeScriptsTest() {
    super(new NodeLauncher());
  }
}
