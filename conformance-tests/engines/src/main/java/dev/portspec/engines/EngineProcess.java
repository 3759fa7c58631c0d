package dev.portspec.engines;

import dev.portspec.harness.backend.BackendException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program that was started, with what it writes and the folder that it uses. It ends with {@link #end}, or with this
 * process: then the whole tree of processes is ended by handle, and the folder is deleted.
 */
final class EngineProcess {
  private static final int TAIL = 2_000;
  private static final int GRACE_DIVISOR = 10;

  private final Process process;
  private final Path folder;
  private final Path output;
  private final Duration patience;
  private final Thread atExit = new Thread(this::endAll, "portspec-engine-end");

  private EngineProcess(Process process, Path folder, Path output, Duration patience) {
    this.process = process;
    this.folder = folder;
    this.output = output;
    this.patience = patience;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts an engine.
   *
   * @param output the file for what it writes
   * @param patience how long to wait for the end of something that was ended
   * @throws BackendException if it cannot be started
   */
  static EngineProcess start(
      Engine engine, AgentAddress address, AgentSource agent, Path output, Duration patience) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("portspec-" + engine.name() + "-");
      Files.createDirectories(output.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(engine.command(address, agent, folder))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(engine.environment(folder));
      Process process = builder.start();
      process.getOutputStream().close();
      return new EngineProcess(process, folder, output, patience);
    } catch (IOException e) {
      if (folder != null) {
        delete(folder);
      }
      throw BackendException.ours("cannot start %s: %s".formatted(engine.name(), e.getMessage()), e);
    }
  }

  /** The folder that it uses. */
  Path folder() {
    return folder;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Calls back when the program has ended. */
  void whenEnded(Runnable callback) {
    process.onExit().thenRun(callback);
  }

  /** How it stands with the program, in words; one that is just ending is given the time to. */
  String state() {
    try {
      if (process.waitFor(patience.dividedBy(GRACE_DIVISOR).toMillis(), TimeUnit.MILLISECONDS)) {
        int code = process.exitValue();
        return code > 128 ? "it was ended by signal " + (code - 128) : "it ended with exit code " + code;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "its process still runs";
  }

  /** The last of what the program wrote, and where the whole is. */
  String outputTail() {
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
      long start = Math.max(0, file.length() - TAIL);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      String tail = new String(bytes, StandardCharsets.UTF_8).strip();
      return tail.isEmpty() ? "it wrote nothing" : "it wrote (%s):%n%s".formatted(output, tail);
    } catch (IOException e) {
      return "what it wrote cannot be read: " + e.getMessage();
    }
  }

  /** Ends the program and all that it started, and deletes its folder. */
  void end() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // this process is ending already: the hook runs or has run
    }
  }

  private void endAll() {
    // the program first: it would replace what ends before it
    List<ProcessHandle> tree = new ArrayList<>(List.of(process.toHandle()));
    tree.addAll(process.descendants().toList());
    tree.forEach(ProcessHandle::destroyForcibly);
    List<CompletableFuture<ProcessHandle>> ends = tree.stream().map(ProcessHandle::onExit).toList();
    try {
      CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("portspec: a process of an engine did not end: " + tree);
    }
    delete(folder);
  }

  /** Deletes a folder; a process that is still ending may write meanwhile, so a second pass takes what is new. */
  private static void delete(Path folder) {
    for (int pass = 0; pass < 3 && Files.exists(folder); pass++) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException | UncheckedIOException e) {
        continue; // it changed under our hands
      }
    }
  }
}
