package dev.portspec.engines;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One agent of a program, as far as is known of it. A worker's agent is announced by its owner, begins, runs its
 * top-level script, connects, and may end at any time: it closes itself, or is terminated, or its owner ends.
 *
 * <p><b>Threads:</b> used by one thread at a time.
 */
final class Agent {
  private final String name;
  private final int world;
  private AgentConnection connection;
  private final @Nullable Journal journal;
  private @Nullable Agent owner;
  private @Nullable Map<String, Object> hello;
  private @Nullable Map<String, Object> answer;
  private int requests;
  private boolean bound;
  private boolean doubtful;
  private boolean announced;
  private boolean closing;
  private boolean ended;
  private boolean failed;
  private boolean terminated;
  private boolean unexplained;
  private boolean gone;

  /**
   * An agent of which nothing is known.
   *
   * @param world in which it began; 0 for one that outlives worlds
   * @param journal the file that it writes; null if it writes none
   */
  Agent(String name, int world, AgentConnection connection, @Nullable Journal journal) {
    this.name = name;
    this.world = world;
    this.connection = connection;
    this.journal = journal;
  }

  String name() {
    return name;
  }

  int world() {
    return world;
  }

  AgentConnection connection() {
    return connection;
  }

  @Nullable Journal journal() {
    return journal;
  }

  /** It has spoken, over this connection. */
  void bind(AgentConnection connection) {
    this.connection = connection;
    bound = true;
  }

  /** Whether it has spoken. */
  boolean isBound() {
    return bound;
  }

  /** Its owner said that it started. */
  void announce(Agent owner) {
    this.owner = owner;
    announced = true;
  }

  /** It may be that there is none: the engine may have found one of that name that was about to end. */
  void doubt() {
    doubtful = true;
  }

  /** Whether nothing is wrong if it is never heard of, or no more. */
  boolean maySayNothing() {
    return doubtful || isEnding() || isUnexplained();
  }

  /** Whether its owner said that. */
  boolean hasOwner() {
    return owner != null;
  }

  /** It said so itself. */
  void begin() {
    announced = true;
  }

  /** Its first message over the socket; null as long as it is not connected. */
  @Nullable Map<String, Object> hello() {
    return hello;
  }

  void greet(Map<String, Object> hello) {
    this.hello = hello;
  }

  /** The number of its next request, whose answer is due from now on. */
  int request() {
    answer = null;
    return ++requests;
  }

  int requests() {
    return requests;
  }

  /** The answer to its last request; null as long as that is due. */
  @Nullable Map<String, Object> answer() {
    return answer;
  }

  void answer(Map<String, Object> answer) {
    this.answer = answer;
  }

  /** It said that it closes itself; lines may follow. */
  void close() {
    closing = true;
  }

  /** It, or its engine's way, says that no line follows. */
  void end() {
    ended = true;
  }

  /** Its owner heard that its script failed: if it is not connected, it never will be. */
  void fail() {
    failed = true;
  }

  /** Its owner terminated it. */
  void terminate() {
    terminated = true;
  }

  /** Nothing more is heard of it. */
  void leave() {
    gone = true;
    connection.fail("it has ended");
  }

  /** Its connection has ended, and it is not known why. Where an exception ends a worker, its owner hears of that. */
  void leaveUnexplained() {
    leave();
    unexplained = true;
  }

  /** Whether its end is still to be explained. */
  boolean isUnexplained() {
    return unexplained && !failed && !closing && !terminated && !hasLostOwner();
  }

  /** It ended, and why is not going to be known. */
  void leaveItAtThat() {
    unexplained = false;
  }

  boolean isGone() {
    return gone;
  }

  /** Whether it runs tasks, as far as is known. */
  boolean isLiving() {
    return hello != null && !gone;
  }

  /** Whether it ends, or its owner does, by all that was said. */
  boolean isEnding() {
    return closing || ended || terminated || hasLostOwner();
  }

  private boolean hasLostOwner() {
    return owner != null && (owner.gone || owner.isEnding());
  }

  /** Whether it has ended, though no connection shows it: it had none yet. */
  boolean hasEndedUnseen() {
    return !gone && announced && hello == null && (closing ? ended : failed || terminated || hasLostOwner());
  }

  /** Whether it is about to connect, or its connection about to end. */
  boolean isUnsettled() {
    if (gone || !announced) {
      return isUnexplained();
    }
    return hello == null || closing || ended || terminated;
  }

  @Override
  public String toString() {
    return name;
  }
}
