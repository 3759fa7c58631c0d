package dev.portspec.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what somebody may have meant who wrote an id that does not exist. */
final class NearMatches {
  private static final int MOST = 3;

  private NearMatches() {}

  /** The nearest of the known words, nearest first; none that differs in more than about a third of the word. */
  static List<String> of(String word, Collection<String> known) {
    int farthest = Math.max(2, word.length() / 3);
    return known.stream()
        .map(candidate -> Map.entry(candidate, distance(word, candidate)))
        .filter(entry -> entry.getValue() <= farthest)
        .sorted(Comparator.comparing(Map.Entry<String, Integer>::getValue))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /** Levenshtein's distance: how many characters must be inserted, deleted or replaced. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
