package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Scripts on the Firefox of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.firefox", names = {"firefox-esr", "firefox"})
class FirefoxScriptsTest extends ScriptsOnAnEngine {
  FirefoxScriptsTest() {
    super(new FirefoxLauncher());
  }
}
