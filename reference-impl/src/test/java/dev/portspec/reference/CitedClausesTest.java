package dev.portspec.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.spec.ClauseBook;
import dev.portspec.spec.Contested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clauses that stand beside the steps are clauses of the book. */
class CitedClausesTest {
  private static final Pattern COMMENT = Pattern.compile("(//|\\*).*");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\b(?:channel|met|port|mevent|sc|loop|event|handler|bc|pc|s?worker|xdoc)(?:\\.[a-z0-9-]++){1,2}+(?!\\()");

  @Test
  void everyCitedClauseIsInTheBook() throws IOException {
    Set<String> cited = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/portspec/reference"))) {
      for (Path file : files.toList()) {
        COMMENT.matcher(Files.readString(file)).results()
            .flatMap(comment -> CLAUSE.matcher(comment.group()).results())
            .map(MatchResult::group)
            .forEach(cited::add);
      }
    }
    assertThat(cited).hasSizeGreaterThan(150).allSatisfy(id -> ClauseBook.load().clause(id));
  }

  /** Which of them it is by default is the reference's; and several freedoms may add up to one outcome. */
  @ParameterizedTest
  @EnumSource
  void aFreedomHasTheOutcomesOfItsClause(Freedom freedom) {
    Contested contested = ClauseBook.load().clause(freedom.clause()).contested();
    if (contested == null) {
      assertThat(freedom.clause()).isIn("port.xfer.original-dispatch-in-flight", "port.start.on-detached");
    } else {
      assertThat(contested.outcomes().keySet()).containsAll(freedom.outcomes());
    }
  }
}
