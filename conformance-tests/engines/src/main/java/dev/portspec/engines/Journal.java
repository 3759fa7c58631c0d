package dev.portspec.engines;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file to which a worker appends its messages, one a line, where it has no way to post them.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class Journal {
  private final Path file;
  private long position;

  Journal(Path file) {
    this.file = file;
  }

  /**
   * Reads what has been written since, as far as its lines are complete.
   *
   * @return null if it is more than anybody can read
   */
  @Nullable List<String> read() {
    try {
      long size = Files.exists(file) ? Files.size(file) : 0;
      if (size - position > AgentConnection.LONGEST_MESSAGE) {
        return null;
      }
      return size > position ? read((int) (size - position)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> read(int length) throws IOException {
    List<String> lines = new ArrayList<>();
    byte[] bytes = new byte[length];
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      open.seek(position);
      open.readFully(bytes);
    }
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        lines.add(new String(bytes, start, i - start, StandardCharsets.UTF_8));
        start = i + 1;
      }
    }
    position += start;
    return lines;
  }
}
