package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portspec.api.DOMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which origin a URL has, and what is no URL. */
class TargetOriginTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x/y", "//x", " * ", "**", " / ", "?a", "#a", "null", "https://", "https://a b"})
  void whatIsNoUrlIsASyntaxError(String targetOrigin) {
    assertThatThrownBy(() -> TargetOrigin.parse(targetOrigin))
        .isInstanceOfSatisfying(DOMException.class, e -> assertThat(e.name()).isEqualTo("SyntaxError"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://window.example, https://window.example",
    "https://window.example/path?query#fragment, https://window.example",
    "https://user:password@window.example/, https://window.example",
    "HTTPS://Window.EXAMPLE, https://window.example",
    "https://window.example:443, https://window.example",
    "https://window.example:8443, https://window.example:8443",
    "http://window.example:443, http://window.example:443",
    "https://m\u00fcnchen.example, https://xn--mnchen-3ya.example",
    "wss://window.example, wss://window.example",
  })
  void onlySchemeHostAndPortCount(String targetOrigin, String serialization) {
    assertThat(TargetOrigin.parse(targetOrigin).serialization()).isEqualTo(serialization);
    assertThat(TargetOrigin.parse(targetOrigin)).isEqualTo(TargetOrigin.parse(serialization));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data:text/html,x", "about:blank", "file:///x", "javascript:0", "mailto:somebody"})
  void otherSchemesAreOpaque(String targetOrigin) {
    WebOrigin origin = TargetOrigin.parse(targetOrigin);
    assertThat(origin.serialization()).isEqualTo("null");
    assertThat(origin).isEqualTo(origin).isNotEqualTo(TargetOrigin.parse(targetOrigin));
  }

  /** The URL standard takes the first for 1.0.0.2, and refuses the others. */
  @Test
  void theParserIsOlderThanTheRulesOnNumbers() {
    assertThat(TargetOrigin.parse("https://1.2").serialization()).isEqualTo("https://1.2");
    assertThat(TargetOrigin.parse("https://1.2.3.256").serialization()).isEqualTo("https://1.2.3.256");
    assertThat(TargetOrigin.parse("https://window.example:65536").serialization())
        .isEqualTo("https://window.example:65536");
  }
}
