package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Frames of the Chromium of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.chromium", names = {"chromium", "chromium-browser", "google-chrome"})
class ChromiumFramesTest extends FramesOnAnEngine {
  ChromiumFramesTest() {
    super(new ChromiumLauncher());
  }
}
