package dev.portspec.proof;

import dev.portspec.spec.Clause;
import dev.portspec.spec.ClauseBook;
import java.util.List;

/**
 * What happened to a mutant.
 *
 * @param killedBy the checks that failed by an assertion of the mutant's clause
 * @param bystanders checks that failed too, though by no assertion of the mutant's clause
 */
record Kill(Mutation mutant, List<String> killedBy, List<String> bystanders) {
  Kill {
    killedBy = List.copyOf(killedBy);
    bystanders = List.copyOf(bystanders);
  }

  Clause clause() {
    return ClauseBook.load().clause(mutant.clause());
  }
}
