package dev.portspec.engines;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.backend.BackendWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;

/** Prints how long a small check takes on an engine: a world, a script, four turns. Run by hand: {@code Measure node}. */
final class Measure {
  private static final List<?> SCRIPT =
      Json5.list(
          """
          {do: 'new', name: 'c', interface: 'MessageChannel', args: []},
          {do: 'set', of: {get: 'port2', of: {var: 'c'}}, key: 'onmessage', value: {function: 'f', id: 1, root: true,
            params: ['e'], bodies: [[{do: 'observe', label: 'event', value: {var: 'e'}}]]}},
          {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: ['a']},
          {do: 'call', of: {get: 'port1', of: {var: 'c'}}, member: 'postMessage', args: ['b']}
          """);

  private Measure() {}

  public static void main(String[] args) throws Exception {
    Path work = Files.createTempDirectory("measure");
    for (BackendFactory factory : ServiceLoader.load(BackendFactory.class)) {
      if (Arrays.asList(args).contains(factory.name())) {
        measure(factory, work);
      }
    }
  }

  private static void measure(BackendFactory factory, Path work) {
    long begin = System.nanoTime();
    Backend backend = factory.open(work, Duration.ofSeconds(10));
    System.out.printf("%s: start %d ms%n", factory.name(), millis(begin));
    for (int round = 0; round < 8; round++) {
      int worlds = 500;
      long start = System.nanoTime();
      int seen = 0;
      for (int i = 0; i < worlds; i++) {
        BackendWorld world = backend.openWorld();
        world.run("window", SCRIPT);
        for (int turn = 0; turn < 4; turn++) {
          world.turn();
        }
        seen += world.observations().size();
        world.close();
      }
      double each = (System.nanoTime() - start) / 1e6 / worlds;
      System.out.printf("  %.2f ms a world, %.1f lines seen%n", each, seen / (double) worlds);
    }
    long end = System.nanoTime();
    backend.close();
    System.out.printf("  end %d ms%n", millis(end));
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }
}
