package dev.portspec.harness.generate;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets jqwik generate and shrink the decisions of a {@link Draw}. */
public final class DrawProvider implements ArbitraryProvider {
  @Override
  public boolean canProvideFor(TypeUsage type) {
    return type.isOfType(Draw.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
    Arbitrary<List<Integer>> decisions =
        // an element that lacks decisions is simple where it lacks them: short lists need no bias of their own
        Arbitraries.integers()
            .between(0, Draw.LARGEST_DECISION)
            .list()
            .ofMaxSize(Draw.MOST_DECISIONS)
            .withSizeDistribution(RandomDistribution.uniform());
    Arbitrary<List<List<Integer>>> elements = decisions.list().ofMaxSize(Draw.MOST_ELEMENTS);
    return Set.of(Combinators.combine(decisions, elements).as(Draw::new));
  }
}
