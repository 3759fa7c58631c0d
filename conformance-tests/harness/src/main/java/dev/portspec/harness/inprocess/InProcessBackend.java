package dev.portspec.harness.inprocess;

import dev.portspec.harness.backend.Backend;
import dev.portspec.harness.backend.BackendWorld;
import dev.portspec.harness.backend.Subject;
import dev.portspec.spi.MessagingProvider;
import java.security.CodeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Reaches an implementation in Java in this process. */
public final class InProcessBackend implements Backend {
  private final MessagingProvider provider;
  private final Guard guard;
  private final Subject subject;
  private final AtomicInteger late = new AtomicInteger();

  /**
   * A back end for a provider.
   *
   * @param arrival the longest wait for an answer
   */
  public InProcessBackend(MessagingProvider provider, Duration arrival) {
    this.provider = provider;
    this.guard = new Guard(arrival);
    this.subject =
        guard.call(
            "the provider's name, version and capabilities",
            () ->
                new Subject(
                    provider.name(),
                    provider.version(),
                    where(provider.getClass()),
                    Subject.Binding.JAVA,
                    Set.copyOf(provider.capabilities())));
  }

  private static String where(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String file = source == null ? "" : source.getLocation().getPath();
    return type.getName() + (file.isEmpty() ? "" : " in " + file.substring(file.lastIndexOf('/', file.length() - 2) + 1));
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public BackendWorld openWorld() {
    return new InProcessWorld(provider, guard, late);
  }

  @Override
  public int lateObservations() {
    return late.get();
  }

  @Override
  public void close() {
    guard.close();
  }
}
