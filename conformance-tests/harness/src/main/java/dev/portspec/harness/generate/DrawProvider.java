package dev.portspec.harness.generate;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets jqwik generate and shrink the decisions of a {@link Draw}. */
public final class DrawProvider implements ArbitraryProvider {
  private static final int MOST_ELEMENTS = 30;
  private static final int MOST_DECISIONS = 4;
  private static final int LARGEST_DECISION = 255;

  @Override
  public boolean canProvideFor(TypeUsage type) {
    return type.isOfType(Draw.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
    Arbitrary<List<Integer>> decisions =
        Arbitraries.integers().between(0, LARGEST_DECISION).list().ofMaxSize(MOST_DECISIONS);
    Arbitrary<List<List<Integer>>> elements = decisions.list().ofMaxSize(MOST_ELEMENTS);
    return Set.of(Combinators.combine(decisions, elements).as(Draw::new));
  }
}
