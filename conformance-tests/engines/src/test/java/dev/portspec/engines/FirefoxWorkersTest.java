package dev.portspec.engines;

import org.junit.jupiter.api.Tag;

/** Workers of the Firefox of this machine. */
@Tag("slow")
@NeedsProgram(property = "portspec.firefox", names = {"firefox-esr", "firefox"})
class FirefoxWorkersTest extends SharedWorkersOnAnEngine {
  FirefoxWorkersTest() {
    super(new FirefoxLauncher());
  }
}
