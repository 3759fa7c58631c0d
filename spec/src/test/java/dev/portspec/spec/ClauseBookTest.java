package dev.portspec.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The book itself: nothing of the inventory is lost, and whatever it refers to exists. */
class ClauseBookTest {
  private final ClauseBook book = ClauseBook.load();

  @Test
  void everyRowOfTheInventoryIsInTheBookOrInItsHistory() throws IOException {
    Set<String> dropped = matches("^- `([a-z0-9.-]+)` (?:dropped|merged)", "HISTORY.md");

    assertThat(inventory()).filteredOn(id -> !isInBook(id)).allSatisfy(id -> assertThat(dropped).contains(id));
    assertThat(dropped).noneMatch(this::isInBook);
  }

  @Test
  void everyClauseIsOfTheInventoryOrInTheHistory() throws IOException {
    Set<String> known = new TreeSet<>(inventory());
    known.addAll(matches("`([a-z0-9.-]+)`", "HISTORY.md"));

    assertThat(book.clauses()).extracting(Clause::id).allSatisfy(id -> assertThat(known).contains(id));
  }

  @Test
  void everyIssueThatAClauseNamesIsWritten() throws IOException {
    Set<String> issues = matches("^## ([a-z0-9-]+)$", "ISSUES.md");

    assertThat(book.clauses())
        .filteredOn(clause -> clause.contested() != null)
        .isNotEmpty()
        .allSatisfy(clause -> assertThat(issues).contains(clause.contested().issue()));
    assertThat(book.clauses())
        .filteredOn(clause -> clause.reading() != null)
        .isNotEmpty()
        .allSatisfy(clause -> assertThat(issues).contains(clause.reading()));
  }

  @Test
  void everyContestedClauseIsNamedByItsIssue() throws IOException {
    String text = Files.readString(Path.of("ISSUES.md"));

    assertThat(book.clauses())
        .filteredOn(clause -> clause.contested() != null && !clause.contested().isVolatile())
        .allSatisfy(clause -> assertThat(text).contains("`" + clause.id() + "`"));
  }

  @ParameterizedTest
  @EnumSource(Area.class)
  void everyAreaHasClauses(Area area) {
    assertThat(book.clauses(area)).isNotEmpty().allSatisfy(clause -> assertThat(clause.area()).isEqualTo(area));
  }

  @Test
  void everyClauseThatTheIssuesNameIsInTheBook() throws IOException {
    String areas = Stream.of(Area.values()).map(Area::id).collect(Collectors.joining("|"));

    assertThat(matches("`((?:" + areas + ")\\.[a-z0-9.-]+[a-z0-9])`", "ISSUES.md"))
        .allSatisfy(id -> assertThat(book.clause(id)).isNotNull());
  }

  @Test
  void anUnknownIdIsAnsweredWithTheNearestOnes() {
    assertThatThrownBy(() -> book.clause("channel.ctor.two-port"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such clause: 'channel.ctor.two-port'; did you mean channel.ctor.two-ports?");
    assertThatThrownBy(() -> book.clause("nothing like it"))
        .hasMessage("no such clause: 'nothing like it'; look it up in spec/clauses");
  }

  @Test
  void theBookOnTheClassPathIsReadOnce() {
    assertThat(ClauseBook.load()).isSameAs(book);
  }

  private boolean isInBook(String id) {
    return book.clauses().stream().anyMatch(clause -> clause.id().equals(id));
  }

  private static List<String> inventory() throws IOException {
    try (InputStream in = ClauseBookTest.class.getResourceAsStream("inventory.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }
  }

  private static Set<String> matches(String regex, String file) throws IOException {
    return Pattern.compile(regex, Pattern.MULTILINE)
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
