package dev.portspec.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portspec.spi.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a clause file is said with its file and line. */
class ClauseBookErrorsTest {
  private static final String GOOD =
      """
      area: met
      title: The mixin
      standard: html
      clauses:
        - id: met.first
          level: MUST
          anchor: "#one"
          requires: [transfer-ports]
          text: The first.
          observable: It is seen.
        - id: met.second.duty
          level: MUST NOT
          anchor: dom:#two
          requires: []
          text: The second.
          untestable: It is internal.
        - id: met.third
          level: MUST
          anchor: "#three"
          requires: []
          text: The third.
          observable: One of two.
          partly: Never both.
          reading: gap-6
          contested: {issue: gap-6, outcomes: {delivered: it arrives, dropped: it does not}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeTheOtherFiles() throws IOException {
    for (Area area : Area.values()) {
      write(area, "area: " + area.id() + "\ntitle: T\nstandard: html\nclauses: []\n");
    }
  }

  @Test
  void aGoodFileIsReadWhole() throws IOException {
    write(Area.MET, GOOD);

    ClauseBook book = ClauseBook.load(folder);

    assertThat(book.clauses()).hasSize(3);
    assertThat(book.clauses(Area.MET))
        .extracting(Clause::id)
        .containsExactly("met.first", "met.second.duty", "met.third");
    assertThat(book.clauses(Area.PORT)).isEmpty();
    assertThat(book.clause("met.first").requires()).containsExactly(Capability.TRANSFER_PORTS);
    assertThat(book.clause("met.second.duty").level()).isEqualTo(Level.MUST_NOT);
    assertThat(book.clause("met.second.duty").isTestable()).isFalse();
    assertThat(book.clause("met.second.duty").link())
        .isEqualTo("https://dom.spec.whatwg.org/commit-snapshots/8a5f57c61ca1de8dc21b7e114501b1b57882e935/#two");
    assertThat(book.clause("met.third").contested().outcomes()).containsOnlyKeys("delivered", "dropped");
    assertThat(book.clause("met.third").contested().isVolatile()).isFalse();
    assertThat(book.clause("met.third").partly()).isEqualTo("Never both.");
    assertThat(book.clause("met.third").reading()).isEqualTo("gap-6");
  }

  @Test
  void aVolatileClauseIsContestedAndSaysSo() throws IOException {
    write(Area.MET, GOOD.replace("contested:", "volatile:"));

    assertThat(ClauseBook.load(folder).clause("met.third").contested().isVolatile()).isTrue();
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("port.yaml"));

    assertThatThrownBy(() -> ClauseBook.load(folder))
        .isInstanceOf(ClauseBookException.class)
        .hasMessage("port.yaml: the clause book has no such file");
  }

  @Test
  void anEmptyFileIsNamed() throws IOException {
    write(Area.PORT, "");

    assertThatThrownBy(() -> ClauseBook.load(folder)).hasMessage("port.yaml:1: the file is empty");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("mistakes")
  void aMistakeIsSaidWithFileAndLine(String right, String wrong, int line, String message) throws IOException {
    assertThat(GOOD).containsOnlyOnce(right);
    write(Area.MET, GOOD.replace(right, wrong));

    assertThatThrownBy(() -> ClauseBook.load(folder))
        .isInstanceOf(ClauseBookException.class)
        .hasMessageStartingWith("met.yaml:" + line + ": ")
        .hasMessageContaining(message);
  }

  private static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("met.second.duty", "met.first", 11, "duplicate id, first at line 5: met.first"),
        arguments("met.first", "met", 5, "found: met"),
        arguments("met.first", "met.First", 5, "found: met.First"),
        arguments("met.first", "met.a.b.c.d", 5, "found: met.a.b.c.d"),
        arguments("met.first", "port.first", 5, "an id of this file begins with 'met.'; found: port.first"),
        arguments("MUST NOT", "MUSTN'T", 12, "unknown level: MUSTN'T; known: [MUST, MUST NOT"),
        arguments("transfer-ports", "teleport", 8, "no capability named 'teleport'; there are: transfer-ports,"),
        arguments("[transfer-ports]", "transfer-ports", 8, "requires must be a list"),
        arguments("    requires: [transfer-ports]\n", "", 5, "missing field: requires"),
        arguments("text: The first.", "txt: The first.", 9, "unknown field: txt"),
        arguments("The first.", "' '", 9, "text must not be empty"),
        arguments("The first.", "[a]", 9, "text must be a text"),
        arguments("    text: The first.\n", "", 5, "missing field: text"),
        arguments("\"#one\"", "one", 7, "an anchor is #fragment"),
        arguments("\"#one\"", "\"#\"", 7, "an anchor is #fragment"),
        arguments("\"#one\"", "''", 7, "anchor must not be empty"),
        arguments("dom:#", "dim:#", 13, "unknown standard: dim; known: html, dom, idl, wm"),
        arguments("dom:#", "dom#", 13, "an anchor is #fragment"),
        arguments("It is internal.", "", 16, "untestable must not be empty"),
        arguments("Never both.", "", 23, "partly must not be empty"),
        arguments("Never both.", "Never both.\n    untestable: No.", 23, "untestable or partly testable, not both"),
        arguments("untestable: It", "intent: It", 11, "or says why it is untestable: met.second.duty"),
        arguments("contested: {", "volatile: x # {", 25, "volatile must be a mapping of fields"),
        arguments("issue: gap-6, ", "", 25, "missing field: issue"),
        arguments(", dropped: it does not", "", 25, "contested needs two outcomes at least; found: [delivered]"),
        arguments("it arrives", "''", 25, "delivered must not be empty"),
        arguments("issue: gap-6", "isue: gap-6", 25, "unknown field: isue; known: issue, outcomes"),
        arguments("area: met", "area: port", 1, "the area of this file is met, not: port"),
        arguments("standard: html", "standard: htm", 3, "unknown standard: htm; known: html, dom, idl, wm"),
        arguments("title: The mixin", "title: ''", 2, "title must not be empty"),
        arguments("level: MUST NOT", "id: met.twice", 12, "field given twice: id"),
        arguments("- id: met.first", "- [ met.first", 6, "not YAML"));
  }

  private void write(Area area, String content) throws IOException {
    Files.writeString(folder.resolve(area.file()), content);
  }
}
