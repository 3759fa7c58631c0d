package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Frames of the Firefox of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.firefox", names = {"firefox-esr", "firefox"})
class FirefoxFramesTest extends FramesOnAnEngine {
  FirefoxFramesTest() {
    super(new FirefoxLauncher());
  }
}
