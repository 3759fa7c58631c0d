package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portspec.harness.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What PIT found, held against {@code pit-survivors.yaml}: each of its mutants is killed by the catalogue, or explained
 * there. Only the profile {@code pit} runs it, once PIT has run.
 */
class Survivors {
  private static final Path FILE = Path.of("pit-survivors.yaml");
  private static final Path REPORT = Path.of("target", "pit-reports", "mutations.xml");
  private static final Set<String> ALIVE = Set.of("SURVIVED", "NO_COVERAGE");
  private static final Set<String> SLOW = Set.of("TIMED_OUT");
  private static List<Element> mutants = List.of();

  @BeforeAll
  static void readTheReport() throws ParserConfigurationException, IOException, SAXException {
    NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(REPORT.toFile())
        .getElementsByTagName("mutation");
    mutants = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      mutants.add((Element) nodes.item(i));
    }
    String score = score();
    System.out.println(score);
    Files.writeString(Path.of("target", "pit.txt"), score + "\n");
  }

  /** A mutant counts as killed if it need not be explained. */
  private static String score() throws IOException {
    long killed = mutants.size() - explained().values().stream().mapToLong(Long::longValue).sum();
    return "PIT: %d of %d mutants of the reference are killed by the catalogue (%d %%)"
        .formatted(killed, mutants.size(), 100 * killed / mutants.size());
  }

  /** Whether a slow mutant counts as one that hangs depends on the machine: such a one may be explained or not. */
  @Test
  void eachIsExplained() throws IOException {
    Map<String, Long> alive = count(ALIVE);
    Map<String, Long> slow = count(SLOW);
    Map<String, Long> explained = explained();
    Set<String> keys = new TreeSet<>(alive.keySet());
    keys.addAll(explained.keySet());

    assertThat(keys).as("survivors; %s says why", FILE).allSatisfy(key -> {
      long found = alive.getOrDefault(key, 0L);
      assertThat(explained.getOrDefault(key, 0L)).as(key).isBetween(found, found + slow.getOrDefault(key, 0L));
    });
  }

  @Test
  void theReadmeHasTheScore() throws IOException {
    assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains(score());
  }

  /** How many mutants of each kind have one of those verdicts. */
  private static Map<String, Long> count(Set<String> verdicts) {
    return mutants.stream().filter(mutant -> verdicts.contains(mutant.getAttribute("status")))
        .collect(Collectors.groupingBy(Survivors::key, TreeMap::new, Collectors.counting()));
  }

  /** What a lambda does belongs to the method that it stands in; the compiler numbers lambdas as it likes. */
  private static String key(Element mutant) {
    String type = text(mutant, "mutatedClass").replaceFirst(".*\\.", "");
    String method = text(mutant, "mutatedMethod").replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1")
        .replaceFirst("^new$", "<init>");
    String mutator = text(mutant, "mutator").replaceFirst(".*\\.", "").replaceFirst("Mutator$", "");
    return "%s.%s %s".formatted(type, method, mutator);
  }

  private static String text(Element mutant, String name) {
    return mutant.getElementsByTagName(name).item(0).getTextContent();
  }

  /** From the file: reasons, each with methods and their mutators, some with a number ("x2"). */
  @SuppressWarnings("unchecked")
  private static Map<String, Long> explained() throws IOException {
    Map<String, Long> explained = new TreeMap<>();
    Object entries = Objects.requireNonNull(Json.read(Files.readString(FILE)));
    for (Map<String, Object> entry : (List<Map<String, Object>>) entries) {
      assertThat(entry).as("an entry of %s", FILE).containsOnlyKeys("why", "survivors");
      ((Map<String, String>) Objects.requireNonNull(entry.get("survivors"))).forEach((method, mutators) -> {
        for (String mutator : mutators.split(", ")) {
          String[] parts = mutator.split(" x");
          explained.merge(method + " " + parts[0], parts.length == 1 ? 1 : Long.parseLong(parts[1]), Long::sum);
        }
      });
    }
    return explained;
  }
}
