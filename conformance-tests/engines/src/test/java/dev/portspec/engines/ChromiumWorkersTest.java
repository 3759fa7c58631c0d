package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Workers of the Chromium of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.chromium", names = {"chromium", "chromium-browser", "google-chrome"})
class ChromiumWorkersTest extends SharedWorkersOnAnEngine {
  ChromiumWorkersTest() {
    super(new ChromiumLauncher());
  }
}
