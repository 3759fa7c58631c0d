package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Scripts on the Chromium of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.chromium", names = {"chromium", "chromium-browser", "google-chrome"})
class ChromiumScriptsTest extends ScriptsOnAnEngine {
  ChromiumScriptsTest() {
    super(new ChromiumLauncher());
  }
}
