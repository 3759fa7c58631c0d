package dev.portspec.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.portspec.api.BufferView;
import dev.portspec.api.PlainObject;
import dev.portspec.api.WebMap;
import dev.portspec.harness.run.Portspec;
import dev.portspec.reference.ReferenceProvider;
import dev.portspec.spi.Capability;
import dev.portspec.spi.MessagingProvider;
import dev.portspec.spi.Reporter;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.SubjectWorld;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A fault that is planted in structuredClone is found, and what is left of what was drawn is just what it needs. */
class PlantedFaultTest {
  @TempDir Path reports;

  @BeforeEach
  void reportElsewhere() {
    System.setProperty("portspec.reports", reports.toString());
  }

  @AfterEach
  void reportAsBefore() {
    System.clearProperty("portspec.reports");
  }

  @Test
  void minusZeroIsFoundAlone() throws IOException {
    String failure = failureOf("ValueProperties#everyPrimitiveArrives", PlantedFaultTest::withoutMinusZero);

    assertThat(failure)
        .contains("sc.ser.primitives: clone, a number", "structuredClone(-0)", "-Dportspec.seed=20261125");
    assertThat(failure.split("structuredClone\\(")).hasSize(2);
    assertThat(Files.readString(reports.resolve("planted").resolve("index.html"))).contains("structuredClone(-0)");
  }

  @Test
  void aViewThatBeginsAtTheWrongByteIsFoundAlone() {
    String failure = failureOf("ValueProperties#everyViewArrives", PlantedFaultTest::withoutOffset);

    assertThat(failure)
        .contains("sc.ser.view-over-buffer: clone, the offset of a view")
        .contains("structuredClone(new Uint8Array(new Uint8Array([0]).buffer, 1, 0))");
  }

  @Test
  void aSharingThatIsLostInAMapIsFoundWithTwoObjects() {
    String failure =
        failureOf("GraphProperties#theCloneSharesWhatTheOriginalShares", PlantedFaultTest::withValuesOfTheirOwn);

    assertThat(failure)
        .contains("sc.ser.shared-identity: clone, a plain object that is reached twice")
        .contains("const o1 = {};")
        .contains("structuredClone(new Map([[o1, o1]]))")
        .doesNotContain("o2");
  }

  private static @Nullable Object withoutMinusZero(@Nullable Object clone) {
    return clone instanceof Double number && number == 0 ? (Object) 0.0 : clone;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object withoutOffset(@Nullable Object clone) {
    if (clone instanceof List<?> list) {
      ((List<Object>) list).replaceAll(element -> element instanceof List<?> ? element : withoutOffset(element));
    }
    return clone instanceof BufferView view
        ? new BufferView(view.kind(), view.buffer(), 0, view.recordedLength())
        : clone;
  }

  private static @Nullable Object withValuesOfTheirOwn(@Nullable Object clone) {
    takeApart(clone, Collections.newSetFromMap(new IdentityHashMap<>()));
    return clone;
  }

  /** Plain objects that are values of a Map get copies there, however deep it stands. */
  private static void takeApart(@Nullable Object value, Set<Object> seen) {
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof List<?> list) {
      list.forEach(element -> takeApart(element, seen));
    } else if (value instanceof PlainObject object) {
      object.ownKeys().forEach(key -> takeApart(object.stored(key), seen));
    } else if (value instanceof WebMap map) {
      for (WebMap.Entry entry : map.entries()) {
        takeApart(entry.value(), seen);
        if (entry.value() instanceof PlainObject object) {
          PlainObject own = new PlainObject();
          object.ownKeys().forEach(key -> own.define(key, object.stored(key)));
          map.set(entry.key(), own);
        }
      }
    }
  }

  /** What a user reads when the property fails. */
  private static String failureOf(String property, UnaryOperator<@Nullable Object> fault) {
    Portspec.use(new Planted(fault));
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(
                    selectMethod("dev.portspec.catalogue.sc." + property
                        + "(dev.portspec.harness.World, dev.portspec.harness.generate.Draw)"))
                .configurationParameter("jqwik.database", "")
                .build(),
            summary);
    assertThat(summary.getSummary().getFailures()).hasSize(1);
    return String.valueOf(summary.getSummary().getFailures().get(0).getException().getMessage());
  }

  /** The reference, but for what structuredClone returns. */
  private record Planted(UnaryOperator<@Nullable Object> fault) implements MessagingProvider {
    @Override
    public String name() {
      return "planted";
    }

    @Override
    public String version() {
      return "";
    }

    @Override
    public Set<Capability> capabilities() {
      return new ReferenceProvider().capabilities();
    }

    @Override
    public SubjectWorld openWorld(Reporter reporter) {
      SubjectWorld world = new ReferenceProvider().openWorld(reporter);
      SubjectRealm realm = wrapped(SubjectRealm.class, world.window());
      return (SubjectWorld) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SubjectWorld.class},
          (proxy, method, args) -> method.getName().equals("window") ? realm : invoke(world, method, args));
    }

    private <T> T wrapped(Class<T> type, T realm) {
      return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
          (proxy, method, args) -> {
            Object result = invoke(realm, method, args);
            return method.getName().equals("structuredClone") ? fault.apply(result) : result;
          }));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args)
        throws Throwable {
      try {
        return method.invoke(target, args);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
