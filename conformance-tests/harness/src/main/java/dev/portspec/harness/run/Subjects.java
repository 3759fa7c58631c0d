package dev.portspec.harness.run;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendFactory;
import dev.portspec.harness.inprocess.InProcessBackend;
import dev.portspec.spi.MessagingProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the implementation to test. It is never chosen by accident. */
final class Subjects {
  /** Found on the class path of this repository; a user's project tests it only by name. */
  private static final String REFERENCE = "reference";

  private final Map<String, MessagingProvider> providers = new TreeMap<>();
  private final Map<String, BackendFactory> factories = new TreeMap<>();

  Subjects() {
    for (MessagingProvider provider : ServiceLoader.load(MessagingProvider.class)) {
      providers.put(provider.name(), provider);
    }
    for (BackendFactory factory : ServiceLoader.load(BackendFactory.class)) {
      factories.put(factory.name(), factory);
    }
  }

  /** A back end and the deviations known of it. */
  record Chosen(Backend backend, @Nullable String deviations) {}

  /**
   * Chooses.
   *
   * @param name as it was asked for; null where nobody asked
   * @param handed what was handed over with {@code Portspec.use}; null where nothing was
   * @throws IllegalStateException if there is no answer, or more than one; the message says what to do
   */
  Chosen choose(@Nullable String name, @Nullable MessagingProvider handed, Path work) {
    if (name != null) {
      return byName(name, handed, work);
    }
    if (handed != null) {
      return inProcess(handed);
    }
    List<MessagingProvider> found = new ArrayList<>(providers.values());
    found.removeIf(provider -> provider.name().equals(REFERENCE));
    if (found.size() == 1) {
      return inProcess(found.get(0));
    }
    String names = String.join(", ", found.stream().map(MessagingProvider::name).toList());
    throw new IllegalStateException(
        found.isEmpty()
            ? "no implementation to test: call Portspec.use(new YourProvider()) in @BeforeSuite, name it in"
                + " META-INF/services/dev.portspec.spi.MessagingProvider, or set -Dportspec.implementation; found: "
                + names()
            : "several implementations to test: name one with -Dportspec.implementation=…; found: " + names);
  }

  private Chosen byName(String name, @Nullable MessagingProvider handed, Path work) {
    if (handed != null && handed.name().equals(name)) {
      return inProcess(handed);
    }
    if (providers.containsKey(name)) {
      return inProcess(providers.get(name));
    }
    BackendFactory factory = factories.get(name);
    if (factory == null) {
      throw new IllegalStateException("no implementation named '%s'; found: %s".formatted(name, names()));
    }
    return new Chosen(factory.open(work, Budget.arrival()), factory.deviations());
  }

  private static Chosen inProcess(MessagingProvider provider) {
    return new Chosen(new InProcessBackend(provider, Budget.arrival()), null);
  }

  private String names() {
    List<String> names = new ArrayList<>(providers.keySet());
    names.addAll(factories.keySet());
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
