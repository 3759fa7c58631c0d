package dev.portspec.proof;

import dev.portspec.engines.PatchedEngine;
import dev.portspec.harness.run.Deviations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The mutants of clauses that only a JavaScript realm can show: engines, patched by the files in {@code patches}. */
final class ScriptMutants {
  private static final List<String> AREAS =
      List.of("bc", "event", "idl", "mevent", "pc", "port", "realm", "sc", "worker", "xdoc");
  private static final Set<String> FIELDS =
      Set.of("name", "clause", "engine", "seenIn", "onto", "patch", "patchInWorkers");

  private ScriptMutants() {}

  /** Every one, by name. */
  static Stream<Mutation> all() {
    return AREAS.stream()
        .flatMap(area -> read(area).stream())
        .map(ScriptMutants::mutation)
        .sorted(Comparator.comparing(Mutation::name));
  }

  private static List<Map<String, Object>> read(String area) {
    String resource = "patches/%s.yaml".formatted(area);
    try (InputStream in = Objects.requireNonNull(ScriptMutants.class.getResourceAsStream(resource), resource)) {
      Load yaml = new Load(LoadSettings.builder().setLabel(resource).build());
      @SuppressWarnings("unchecked") // what is missing or of another type fails where it is read
      List<Map<String, Object>> entries = (List<Map<String, Object>>) yaml.loadFromInputStream(in);
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mutation mutation(Map<String, Object> entry) {
    if (!FIELDS.containsAll(entry.keySet())) {
      throw new IllegalStateException("an entry has other fields than %s: %s".formatted(FIELDS, entry));
    }
    String clause = text(entry, "clause");
    String onto = (String) entry.getOrDefault("onto", "");
    String patch = (String) entry.getOrDefault("patch", "");
    String patchInWorkers = (String) entry.getOrDefault("patchInWorkers", "");
    PatchedEngine patched = new PatchedEngine(text(entry, "engine"), onto, patch, patchInWorkers);
    Set<String> deviations = patched.deviations().stream()
        .filter(deviation -> onto.isEmpty() || !deviation.clause().equals(clause)) // that is what is mended
        .map(Deviations.Entry::check)
        .collect(Collectors.toSet());
    return new Mutation(
        text(entry, "name"), clause, seenIn(entry.get("seenIn")), patched.control(),
        patched::open, patched::openControl, patched::exercised, deviations, patched::absence);
  }

  private static String text(Map<String, Object> entry, String field) {
    return (String) Objects.requireNonNull(entry.get(field), () -> "no %s: %s".formatted(field, entry));
  }

  private static List<String> seenIn(@Nullable Object field) {
    return field == null ? List.of() : ((List<?>) field).stream().map(String.class::cast).toList();
  }
}
