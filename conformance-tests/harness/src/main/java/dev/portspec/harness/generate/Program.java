package dev.portspec.harness.generate;

import dev.portspec.harness.Realm;
import dev.portspec.harness.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A program over channels, ports and workers, to run in any world: tasks of the window one after the other, with
 * functions that take messages and do more. Every function shows, under its label, the data of each message that it is
 * called with; every post of ports is an attempt, under a label with its message.
 *
 * <p>What is seen says nothing of right or wrong by itself: somebody has to judge it.
 *
 * <p><b>Threads:</b> one property, one thread.
 *
 * @see Programs
 */
public final class Program {
  /** What the label of an attempt to post ports begins with; its message is the rest. */
  public static final String POST = "post ";

  private final List<Task> tasks = new ArrayList<>();
  private final TreeMap<Integer, Integer> channels = new TreeMap<>();
  private final TreeMap<Integer, Block> workers = new TreeMap<>();
  private final Map<PortName, PortName> before = new LinkedHashMap<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final List<Taken> steps = new ArrayList<>();
  private int messages;

  Program() {}

  private record Task(boolean settled, Block block) {}

  private record Taken(
      Action action,
      PortName port,
      @Nullable Handler function,
      @Nullable String message,
      List<PortName> list,
      @Nullable Handler owner) {}

  /**
   * A step of a program that names a port, in the order in which they are written; those in a function come when it is
   * called.
   *
   * @param port the name of the port that it uses
   * @param function the label of the function that it sets, adds or removes; null where it does none of that
   * @param message what it posts, which no other post has; null where it posts nothing
   * @param list the names of the ports in its transfer list; empty where it has no list
   * @param within the label of the function in which it stands; null where it stands in a task
   */
  public record Step(
      Action action,
      String port,
      @Nullable String function,
      @Nullable String message,
      List<String> list,
      @Nullable String within) {}

  /**
   * A function of a program.
   *
   * @param label under which it shows the data of messages
   * @param port the name of the port that it was set at first, or added to
   */
  public record Receiver(String label, String port) {}

  /** Begins a task, once everything is at rest or as soon as the one before has ended. */
  Block begin(boolean settled) {
    Block block = new Block(0, null);
    tasks.add(new Task(settled, block));
    return block;
  }

  /** Notes that a worker is started, in the first task; returns its script. */
  Block start(int worker) {
    return workers.computeIfAbsent(worker, agent -> new Block(agent, null));
  }

  /** Notes what a step does; {@code function} is what it sets, adds or removes, {@code owner} in whose call. */
  void add(Action action, PortName port, @Nullable Handler function, @Nullable Handler owner) {
    steps.add(new Taken(action, port, function, null, List.of(), owner));
  }

  void add(Handler handler) {
    handlers.add(handler);
  }

  /** Notes that a step posts, and gives it a message. */
  String send(Action action, PortName sender, List<PortName> list, @Nullable Handler owner) {
    String message = "m" + ++messages;
    steps.add(new Taken(action, sender, null, message, List.copyOf(list), owner));
    return message;
  }

  /** Notes that a channel is used, so that it is made. */
  void use(PortName name) {
    if (!name.isReceived() && name.block() == null && !name.isImplicit()) {
      channels.put(name.number(), name.agent());
    }
  }

  /** Notes that a name is used before anything may have been received: it is that of another port then. */
  void use(PortName name, PortName first) {
    if (before.putIfAbsent(name, first) == null) {
      use(first);
    }
  }

  /** A name as scripts have it: channels are numbered as they are made. */
  String text(PortName name) {
    if (name.isReceived()) {
      return "r" + name.number();
    } else if (name.isImplicit()) {
      return "w" + -name.number() + ".port" + name.end();
    }
    int number = name.block() == null ? channels.headMap(name.number()).size() + 1 : name.number();
    return (name.block() == null ? "c" : "inner c") + number + ".port" + name.end();
  }

  private List<String> texts(List<PortName> names) {
    return names.stream().map(this::text).toList();
  }

  /** Its steps that name ports, as they were drawn. */
  public List<Step> steps() {
    return steps.stream().map(this::step).toList();
  }

  private Step step(Taken step) {
    return new Step(
        step.action(), text(step.port()), label(step.function()), step.message(), texts(step.list()), label(step.owner()));
  }

  private @Nullable String label(@Nullable Handler handler) {
    return handler == null ? null : handler.label(this);
  }

  /** Its functions that take messages. */
  public List<Receiver> receivers() {
    return handlers.stream().map(each -> new Receiver(each.label(this), text(each.port()))).toList();
  }

  /** Runs it in the first window of a world and its workers, up to its last task, and not what that leads to. */
  public void run(World world) {
    Performance performance = new Performance(this, world.window());
    handlers.forEach(performance::define);
    boolean begun = false;
    for (Task task : tasks) {
      if (!task.block().isEmpty() || !begun && !workers.isEmpty()) {
        if (begun && task.settled()) {
          world.settle();
        }
        run(task.block(), performance, !begun, world.window());
        begun = true;
      }
    }
  }

  private void run(Block block, Performance performance, boolean first, Realm realm) {
    realm.run(() -> {
      if (first) {
        prepare(0, performance);
        workers.forEach((worker, script) -> performance.start(worker, () -> {
          prepare(worker, performance);
          script.perform(performance);
        }));
      }
      block.perform(performance);
    });
  }

  /** Makes the channels of an agent, and gives what it may use before it has received it. */
  private void prepare(int agent, Performance performance) {
    channels.forEach((channel, home) -> {
      if (home == agent) {
        performance.make(channel, agent);
      }
    });
    before.forEach((name, other) -> {
      if (name.agent() == agent) {
        performance.port(other).keepAs(performance.port(name));
      }
    });
  }
}
