package dev.portspec.harness.generate;

import dev.portspec.api.Hole;
import dev.portspec.harness.World;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws values as messages have them: graphs of objects of every kind that the subject claims, with sharing and
 * cycles.
 *
 * <pre>{@code
 * @ConformanceProperty
 * @Verifies({"sc.ser.map", "sc.ser.shared-identity"})
 * void everyMapArrives(World world, @Generated Draw draw) {
 *   Graph graph = Values.claimedBy(world).graph(draw);
 *   Realm window = world.window();
 *
 *   window.run(() -> observe("clone", window.structuredClone(graph.made())));
 *
 *   assertThat(world.settle().observed("clone")).isCloneLike(graph.cloned());
 * }
 * }</pre>
 *
 * <p>A graph is a list of steps, each of which puts something new, or something that is there already, into what is
 * there: so a counterexample shrinks by leaving out steps, and by simpler kinds, places and contents. The draw is
 * biased to the boundary: primitive values, lengths and offsets come from tables of what lies at an edge of some
 * representation, every third step or so puts something in a second time, and places are often odd (a hole, an
 * index-like key, a key of a Map that is the value itself). What the subject does not claim is never drawn; where
 * nothing else is left, a string is.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Values {
  private static final int MOST_STEPS = 24;

  /** How often a kind is drawn, against the others. */
  private static final int[] WEIGHTS = weights();

  private final Predicate<Capability> claimed;
  private final Set<Kind> kinds;

  private Values(Predicate<Capability> claimed, Set<Kind> kinds) {
    this.claimed = claimed;
    this.kinds = kinds;
  }

  /** Values of every kind that the subject of a world claims. */
  public static Values claimedBy(World world) {
    return claimed(world::claims);
  }

  /** Values of every kind for which these capabilities suffice. */
  static Values claimed(Predicate<Capability> claimed) {
    Set<Kind> kinds = EnumSet.of(Kind.STRING);
    for (Kind kind : Kind.values()) {
      if (kind.needs().stream().allMatch(claimed)) {
        kinds.add(kind);
      }
    }
    return new Values(claimed, kinds);
  }

  /** The same, but of these kinds only. */
  public Values only(Kind... wanted) {
    Set<Kind> kept = EnumSet.copyOf(kinds);
    kept.retainAll(Arrays.asList(wanted));
    return new Values(claimed, kept);
  }

  /** The same, but of none of these kinds. */
  public Values without(Kind... unwanted) {
    Set<Kind> kept = EnumSet.copyOf(kinds);
    kept.removeAll(Arrays.asList(unwanted));
    return new Values(claimed, kept);
  }

  /** The kinds that are drawn. */
  public Set<Kind> kinds() {
    return EnumSet.copyOf(kinds);
  }

  /** A single value that holds nothing, for an element of a drawn list. */
  public Graph value(Draw element) {
    Growing growing = new Growing();
    growing.step(element);
    return new Graph(growing.root);
  }

  /** A graph; the simplest is an empty string. Takes the lists of the draw up to where it ends. */
  public Graph graph(Draw draw) {
    Growing growing = new Growing();
    draw.listOf(MOST_STEPS, step -> growing.step(step));
    return new Graph(growing.root);
  }

  private static int[] weights() {
    int[] weights = new int[Kind.values().length];
    Arrays.fill(weights, 2);
    for (Kind often : List.of(Kind.OBJECT, Kind.ARRAY, Kind.MAP, Kind.VIEW, Kind.NUMBER)) {
      weights[often.ordinal()] = 3;
    }
    for (Kind seldom : List.of(Kind.BOOLEAN, Kind.NULL, Kind.UNDEFINED)) {
      weights[seldom.ordinal()] = 1;
    }
    return weights;
  }

  /** A graph that gets one step after another. */
  private final class Growing {
    private static final int TOWER = 100;

    private final List<Kind> choices = new ArrayList<>();
    private final List<Node> objects = new ArrayList<>();
    private final List<Node> containers = new ArrayList<>();
    private @Nullable Object root = "";
    private boolean begun;

    Growing() {
      for (Kind kind : kinds) {
        for (int i = 0; i < WEIGHTS[kind.ordinal()]; i++) {
          choices.add(kind);
        }
      }
      if (choices.isEmpty()) {
        choices.add(Kind.STRING);
      }
    }

    /** What is decided first are the kind and the place, so that neither depends on what the contents need. */
    boolean step(Draw draw) {
      boolean again = draw.below(4) == 1 && !objects.isEmpty();
      int which = draw.below(256);
      int holder = draw.below(256);
      int place = draw.below(256);
      if (again) {
        put(objects.get(which % objects.size()), holder, place);
      } else {
        Kind kind = choices.get(which % choices.size());
        put(kind.isObject() ? made(kind, draw) : new Samples(draw, claimed).primitive(kind), holder, place);
      }
      return true;
    }

    private Node made(Kind kind, Draw draw) {
      List<Node> buffers =
          objects.stream().filter(node -> node.kind == Kind.BUFFER || node.kind == Kind.SHARED_BUFFER).toList();
      Node node = new Samples(draw, claimed).object(kind, buffers);
      if (node.content instanceof Node buffer && !objects.contains(buffer)) {
        objects.add(buffer);
      }
      objects.add(node);
      return node;
    }

    private void put(@Nullable Object value, int holder, int place) {
      if (!begun) {
        root = value;
        begun = true;
      } else {
        if (containers.isEmpty() && kinds.contains(Kind.ARRAY)) {
          Node list = new Node(Kind.ARRAY);
          list.parts.add(Node.Part.element(root));
          objects.add(list);
          containers.add(list);
          root = list;
        }
        Node chosen = chosen(holder, value);
        if (chosen == null) {
          return;
        }
        into(chosen, value, place);
      }
      if (value instanceof Node node && node.kind.isContainer() && !containers.contains(node)) {
        containers.add(innermost(node, place));
      }
    }

    /**
     * What an error holds is left behind, or is carried along as an implementation likes: so nothing that holds
     * something else is put there, save another error, once. None where there is nothing else to put it into.
     */
    private @Nullable Node chosen(int holder, @Nullable Object value) {
      boolean ends = !(value instanceof Node node) || !node.kind.isContainer() || isNewError(node);
      List<Node> fit = containers.stream().filter(node -> ends || node.kind != Kind.ERROR).toList();
      return fit.isEmpty() ? null : fit.get(holder % fit.size());
    }

    private boolean isNewError(Node node) {
      return node.kind == Kind.ERROR && !containers.contains(node);
    }

    /** Now and then an array is the outermost of many. */
    private Node innermost(Node node, int place) {
      Node last = node;
      int levels = node.kind == Kind.ARRAY && node.parts.isEmpty() && place % 16 == 15 ? TOWER : 0;
      for (int i = 0; i < levels; i++) {
        Node inner = new Node(Kind.ARRAY);
        last.parts.add(Node.Part.element(inner));
        last = inner;
      }
      return last;
    }

    private void into(Node holder, @Nullable Object value, int place) {
      switch (holder.kind) {
        case OBJECT -> {
          boolean hidden = place % 16 == 15 && claimed.test(Capability.PROPERTY_ATTRIBUTES);
          String key = Samples.key(place / 2);
          String free = holder.has(key) ? "k" + holder.parts.size() : key;
          holder.define(new Node.Part(free, value, hidden ? Node.Place.HIDDEN : Node.Place.PROPERTY));
        }
        case ARRAY -> intoArray(holder, value, place);
        case MAP -> intoMap(holder, value, place);
        case SET -> holder.add(value);
        case ERROR -> holder.define(Node.Part.property(place % 2 == 0 ? "cause" : "x", value));
        default -> throw new IllegalStateException("holds nothing: " + holder.kind);
      }
    }

    /** Elements stand before other properties, wherever they come in time. */
    private void intoArray(Node array, @Nullable Object value, int place) {
      int elements = (int) array.parts.stream().filter(part -> part.place() == Node.Place.ELEMENT).count();
      switch (place % 8) {
        case 5 -> {
          array.parts.add(elements, Node.Part.element(value));
          array.parts.add(elements + 1, Node.Part.element(Hole.HOLE));
        }
        case 6 -> {
          array.parts.add(elements, Node.Part.element(Hole.HOLE));
          array.parts.add(elements + 1, Node.Part.element(value));
        }
        case 7 -> array.define(Node.Part.property(Samples.keyOfArray(place / 8), value));
        default -> array.parts.add(elements, Node.Part.element(value));
      }
    }

    private void intoMap(Node map, @Nullable Object value, int place) {
      switch (place % 4) {
        case 1 -> map.set(value, "v");
        case 2 -> map.set(value, value);
        case 3 -> map.set((double) map.parts.size(), value);
        default -> map.set("k" + map.parts.size(), value);
      }
    }
  }

  @Override
  public String toString() {
    return "values of " + kinds;
  }
}
