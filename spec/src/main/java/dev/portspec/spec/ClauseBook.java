package dev.portspec.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every clause, in the order of the areas and of their files.
 *
 * <p>Threads: a book is immutable and may be shared.
 */
public final class ClauseBook {
  private final Map<String, Clause> clauses;
  private final Map<Area, String> titles;

  private ClauseBook(Map<String, Clause> clauses, Map<Area, String> titles) {
    this.clauses = Collections.unmodifiableMap(clauses);
    this.titles = Collections.unmodifiableMap(titles);
  }

  /**
   * The book that is on the class path; it is read once.
   *
   * @throws ClauseBookException if the book is wrong
   */
  public static ClauseBook load() {
    return OnClassPath.BOOK;
  }

  /**
   * Reads a book from a folder that holds one file for each area.
   *
   * @throws ClauseBookException if a file is missing, or the book is wrong
   */
  public static ClauseBook load(Path folder) {
    return read(file -> Files.newInputStream(folder.resolve(file)));
  }

  /**
   * The clause with this id.
   *
   * @throws IllegalArgumentException if there is none; the message lists the ids that look like it
   */
  public Clause clause(String id) {
    Clause clause = clauses.get(id);
    if (clause == null) {
      List<String> near = NearMatches.of(id, clauses.keySet());
      String hint = near.isEmpty() ? "look it up in spec/clauses" : "did you mean " + String.join(" or ", near) + "?";
      throw new IllegalArgumentException("no such clause: '" + id + "'; " + hint);
    }
    return clause;
  }

  /** All clauses, in the order of the book. */
  public Collection<Clause> clauses() {
    return clauses.values();
  }

  /** The clauses of one area, in the order of its file. */
  public List<Clause> clauses(Area area) {
    return clauses.values().stream().filter(clause -> clause.area() == area).collect(Collectors.toUnmodifiableList());
  }

  /** The title of an area, for example {@code Message ports}. */
  public String title(Area area) {
    return titles.getOrDefault(area, area.id());
  }

  private static ClauseBook read(Source source) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    Map<Area, String> titles = new EnumMap<>(Area.class);
    for (Area area : Area.values()) {
      ClauseReader reader = new ClauseReader(area);
      for (Clause clause : readArea(reader, area, source)) {
        clauses.put(clause.id(), clause); // an id names its area, so two files cannot share one
      }
      titles.put(area, reader.title());
    }
    return new ClauseBook(clauses, titles);
  }

  private static List<Clause> readArea(ClauseReader reader, Area area, Source source) {
    try (InputStream in = source.open(area.file())) {
      return reader.read(in);
    } catch (NoSuchFileException e) {
      throw new ClauseBookException(area.file(), "the clause book has no such file", e);
    } catch (IOException e) {
      throw new ClauseBookException(area.file(), "cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream openResource(String file) throws IOException {
    InputStream in = ClauseBook.class.getResourceAsStream("clauses/" + file);
    if (in == null) {
      throw new NoSuchFileException(file);
    }
    return in;
  }

  private interface Source {
    InputStream open(String file) throws IOException;
  }

  private static final class OnClassPath {
    static final ClauseBook BOOK = read(ClauseBook::openResource);
  }
}
