package dev.portspec.harness.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run, a line of JSON at a time, on disk before the next check begins: whatever ends this process, the journal
 * names the check that was running.
 */
final class Journal implements AutoCloseable {
  static final String FILE = "journal.jsonl";

  private final Writer out;

  Journal(Path folder) {
    try {
      Files.createDirectories(folder);
      out = Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal in: " + folder, e);
    }
  }

  void line(String kind, @Nullable Object content) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(kind, content);
    try {
      out.write(Json.write(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the journal", e);
    }
  }
}
