package dev.portspec.harness.run;

import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.run.CheckResult.Declared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The divergences of an implementation that somebody has read against the standard and listed. */
public final class Deviations {
  private static final List<String> REQUIRED = List.of("check", "clause", "step", "outcome", "versions");

  private final List<Entry> entries;

  private Deviations(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * One of them.
   *
   * @param check which check fails
   * @param clause the clause whose assertion fails
   * @param step the step of the standard that it diverges from, in words
   * @param outcome what is seen, as {@link CheckResult#outcome} has it
   * @param versions of the implementation that it was seen on; a trailing {@code *} stands for anything
   * @param link to a report upstream; null where none is known
   */
  public record Entry(
      String check,
      String clause,
      String step,
      String outcome,
      List<String> versions,
      @Nullable String link) {
    boolean covers(String version) {
      return versions.stream()
          .anyMatch(v -> v.endsWith("*") ? version.startsWith(v.substring(0, v.length() - 1)) : v.equals(version));
    }
  }

  /** No deviations. */
  public static Deviations none() {
    return new Deviations(List.of());
  }

  /**
   * The list of every engine on the class path, by the engine's name: what one of them does is set beside the rest.
   *
   * @throws IllegalStateException if an entry lacks something; the message says which
   */
  public static Map<String, Deviations> ofEveryEngine() {
    Map<String, Deviations> lists = new TreeMap<>();
    for (BackendFactory engine : ServiceLoader.load(BackendFactory.class)) {
      String resource = engine.deviations();
      if (resource != null) {
        lists.put(engine.name(), load(resource));
      }
    }
    return lists;
  }

  /**
   * Reads them from the class path.
   *
   * @throws IllegalStateException if an entry lacks something; the message says which
   */
  public static Deviations load(String resource) {
    try (InputStream in = Deviations.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no list of deviations on the class path: " + resource);
      }
      return read(resource, new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Deviations read(String resource, @Nullable Object yaml) {
    List<Entry> entries = new ArrayList<>();
    if (yaml instanceof Map<?, ?> file && file.get("deviations") instanceof List<?> list) {
      for (Object item : list) {
        entries.add(entry(resource, (Map<?, ?>) item));
      }
      return new Deviations(entries);
    }
    throw new IllegalStateException("%s: expected a list named 'deviations'".formatted(resource));
  }

  private static Entry entry(String resource, Map<?, ?> item) {
    for (String field : REQUIRED) {
      if (item.get(field) == null) {
        throw new IllegalStateException("%s: an entry has no '%s': %s".formatted(resource, field, item));
      }
    }
    return new Entry(
        String.valueOf(item.get("check")),
        String.valueOf(item.get("clause")),
        String.valueOf(item.get("step")),
        String.valueOf(item.get("outcome")),
        ((List<?>) item.get("versions")).stream().map(String::valueOf).toList(),
        item.get("link") == null ? null : String.valueOf(item.get("link")));
  }

  public List<Entry> entries() {
    return entries;
  }

  /** What is listed of a check, at whatever version. */
  public List<Entry> of(String check) {
    return entries.stream().filter(entry -> entry.check().equals(check)).toList();
  }

  /**
   * What the list says of a result. A list speaks for the versions that it names: at any other version of the
   * implementation a failure is a difference to report, and breaks no build.
   */
  Declared judge(CheckResult result, String version) {
    if (result.verdict() == Verdict.HARNESS_ERROR) {
      return Declared.NO; // nothing was learnt of the implementation
    }
    boolean fails = result.verdict() == Verdict.FAIL;
    if (!entries.isEmpty() && entries.stream().noneMatch(entry -> entry.covers(version))) {
      return !fails ? Declared.NO : isAmong(of(result.check()), result) ? Declared.OTHER_VERSION : Declared.NEW_VERSION;
    }
    List<Entry> here = of(result.check()).stream().filter(entry -> entry.covers(version)).toList();
    if (here.isEmpty()) {
      return Declared.NO;
    }
    return fails && isAmong(here, result) ? Declared.YES : Declared.STALE;
  }

  private static boolean isAmong(List<Entry> entries, CheckResult result) {
    return entries.stream().anyMatch(entry -> entry.outcome().equals(result.outcome()));
  }
}
