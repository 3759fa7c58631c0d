package dev.portspec.harness;

/** Assertions on objects that are watched: whether a collection of garbage took them. */
public final class WatchedAssert {
  private final Watched watched;

  WatchedAssert(Watched watched) {
    this.watched = watched;
  }

  /**
   * Not kept by that in which they differ from the others, which are made alike and of which nothing else holds any:
   * once all of the others are gone, some of these are as well.
   *
   * <p>An implementation that does not collect the others on demand is not judged.
   */
  public void areNotKeptUnlike(Watched others) {
    others.collectAll();
    boolean someGone = watched.collectUntil(1);
    Judge.that(
        "collected of " + watched.size(), someGone, "some, like the %d others".formatted(others.size()), "none");
  }
}
