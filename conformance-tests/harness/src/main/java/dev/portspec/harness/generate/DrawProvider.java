package dev.portspec.harness.generate;

import dev.portspec.harness.run.PropertyRun;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets jqwik generate and shrink the decisions of a {@link Draw}. */
public final class DrawProvider implements ArbitraryProvider {
  /** One property after the other, as jqwik runs them. */
  private static volatile Random random = new Random(PropertyRun.seed());

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
    return Set.of(new Seeded(Combinators.combine(decisions, elements).as(Draw::new)));
  }

  /** Begins the sequence of the seed of the run. */
  static void begin() {
    random = new Random(PropertyRun.seed());
  }

  /** Draws by the seed of the run, whatever jqwik's own is: an annotation cannot be told at run time. */
  private record Seeded(Arbitrary<Draw> drawn) implements Arbitrary<Draw> {
    @Override
    public RandomGenerator<Draw> generator(int size) {
      RandomGenerator<Draw> generator = drawn.generator(size);
      return ignored -> generator.next(random);
    }

    @Override
    public EdgeCases<Draw> edgeCases(int most) {
      return drawn.edgeCases(most);
    }
  }
}
