package dev.portspec.harness.generate;

import dev.portspec.harness.Target;
import dev.portspec.harness.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A program that gets one step after another, as they are drawn. */
final class ProgramWriter {
  private static final int HIGHEST_LEVEL = 2;
  private static final int MOST_WORKERS = 2;

  private final Program program = new Program();
  private final List<Action> choices = new ArrayList<>();
  private final List<PortName> names = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final Set<PortName> gone = new HashSet<>();
  private final boolean transfers;
  private final int width;
  private Block task = program.begin(false);
  private int channels;
  private int received;
  private int microtasks;
  private int workers;

  ProgramWriter(Set<Action> actions, Draw draw) {
    actions.forEach(action -> choices.addAll(Collections.nCopies(weight(action), action)));
    transfers = actions.contains(Action.TRANSFER);
    width = transfers ? 1 + draw.below(2) : 1;
    channel(0, null, 0);
    if (transfers) {
      channel(1, null, 0);
    }
    if (actions.contains(Action.WORKER) && draw.below(4) > 0) {
      worker(draw);
    }
    // the second end of each channel, and what comes there, often has a function from the beginning
    for (PortName name : List.copyOf(names)) {
      if (name.end() == 2 && !name.isImplicit() && draw.below(4) > 1 - name.level()) {
        set(Action.ONMESSAGE, used(name, task), newHandler(name, draw), task);
      }
    }
  }

  /** How often an action is drawn, against the others. */
  private static int weight(Action action) {
    return switch (action) {
      case POST, TRANSFER -> 5;
      case ONMESSAGE -> 4;
      case TASK, LISTEN, WORKER -> 3;
      case START, CLOSE, UNLISTEN, UNSET -> 2;
      default -> 1;
    };
  }

  Program program() {
    return program;
  }

  /** Writes a step. What is decided first are the action and the place, so that neither depends on what else is. */
  boolean step(Draw draw) {
    Action action = choices.get(draw.below(256) % choices.size());
    int inner = draw.below(256);
    // a window with workers leaves most to them
    int ofTask = workers == 0 ? 2 : 1;
    Block block = inner % 3 < ofTask || blocks.isEmpty() ? task : blocks.get(inner / 3 % blocks.size());
    switch (action) {
      case POST -> post(block, draw);
      case TRANSFER -> transfer(target(block, draw, 2), block, draw);
      case MISTRANSFER -> mistransfer(block, draw);
      case ONMESSAGE, LISTEN -> handle(action, block, draw);
      case UNLISTEN -> unlisten(block, draw);
      case START, CLOSE -> call(action, port(block, draw, 1), block);
      case UNSET -> call(action, target(block, draw, 1), block);
      case TASK -> task = program.begin(draw.below(3) != 2);
      case CHANNEL -> channel(block, draw);
      case MICROTASK -> microtask(block);
      case WORKER -> worker(draw);
      case END -> end(block, draw);
    }
    return true;
  }

  // ports

  private void channel(int level, @Nullable Block block, int agent) {
    channels++;
    names.add(new PortName(channels, 1, level, block, agent));
    names.add(new PortName(channels, 2, level, block, agent));
  }

  /** In a task it is there from the beginning, so that any step can name it; elsewhere it stays in its block. */
  private void channel(Block block, Draw draw) {
    int level = transfers ? draw.below(HIGHEST_LEVEL + 1) : 0;
    boolean isInner = blocks.contains(block);
    channel(level, isInner ? block : null, block.agent());
    int made = channels;
    if (isInner) {
      block.add(performance -> performance.make(made, block.agent()));
    }
  }

  private List<PortName> visible(Block block, Predicate<PortName> wanted) {
    return names.stream()
        .filter(name -> name.agent() == block.agent() && (name.block() == null || name.block() == block))
        .filter(wanted)
        .toList();
  }

  /** The ports that a script can hold; every agent has a channel. */
  private List<PortName> ports(Block block) {
    if (visible(block, name -> !name.isImplicit() && !name.isReceived()).isEmpty()) {
      channel(0, null, block.agent());
    }
    return visible(block, name -> !name.isImplicit());
  }

  /** Any port. */
  private PortName port(Block block, Draw draw, int simplest) {
    return oneOf(ports(block), block, draw, simplest);
  }

  /** Anything that posts and takes messages. */
  private PortName target(Block block, Draw draw, int simplest) {
    return oneOf(visible(block, name -> true), block, draw, simplest);
  }

  /**
   * One of these, most often one that was neither sent nor closed; in a function the simplest is what it has received,
   * and elsewhere the one of this index.
   */
  private PortName oneOf(List<PortName> ports, Block block, Draw draw, int simplest) {
    int which = draw.below(256);
    Handler owner = block.owner();
    List<PortName> live = ports.stream().filter(name -> !gone.contains(name)).toList();
    List<PortName> from = live.isEmpty() || which % 8 == 7 ? ports : live;
    List<PortName> own = owner == null ? List.of() : owner.received().stream().filter(from::contains).toList();
    PortName chosen =
        which % 8 < 5 && !own.isEmpty()
            ? own.get(which / 8 % own.size())
            : from.get((which / 8 + Math.max(0, from.indexOf(ports.get(simplest % ports.size())))) % from.size());
    return used(chosen, block);
  }

  /** Until something is received, its name is that of an end of a channel of the same level. */
  private PortName used(PortName name, Block block) {
    Handler owner = block.owner();
    program.use(name);
    if (name.isReceived() && (owner == null || !owner.received().contains(name))) {
      program.use(name, substitute(name));
    }
    return name;
  }

  private PortName substitute(PortName received) {
    Predicate<PortName> fits = other -> other.agent() == received.agent()
        && other.block() == null
        && !other.isReceived()
        && !other.isImplicit()
        && other.level() == received.level();
    if (names.stream().noneMatch(fits)) {
      channel(received.level(), null, received.agent());
    }
    return names.stream().filter(fits).toList().get(1);
  }

  // posts

  private void post(Block block, Draw draw) {
    if (visible(block, name -> name.level() == 0).isEmpty()) {
      channel(0, null, block.agent());
    }
    post(oneOf(visible(block, name -> name.level() == 0), block, draw, 0), block);
  }

  private void post(PortName sender, Block block) {
    String message = program.send(Action.POST, sender, List.of(), block.owner());
    block.add(performance -> performance.target(sender).postMessage(message));
  }

  private void transfer(PortName sender, Block block, Draw draw) {
    boolean isAny = sender.level() == 0;
    Predicate<PortName> fits = name -> !name.isImplicit()
        && (isAny ? !name.equals(sender) && !name.isPartnerOf(sender) : name.level() == sender.level() - 1);
    Predicate<PortName> canGo = name -> name.agent() == block.agent() && !name.isImplicit()
        && name.level() < sender.level() && !gone.contains(name);
    if (names.stream().noneMatch(canGo)) {
      channel(Math.max(0, sender.level() - 1), null, block.agent());
    }
    List<PortName> fit = visible(block, fits);
    List<PortName> list = new ArrayList<>();
    int length = sender.level() == 0 ? 1 + draw.below(2) : length(sender);
    for (int i = 0; i < length; i++) {
      List<PortName> others = fit.stream().filter(name -> !list.contains(name)).toList();
      if (!others.isEmpty()) {
        list.add(oneOf(others, block, draw, 1));
      }
    }
    send(Action.TRANSFER, sender, list, block);
    gone.addAll(list);
    receive(sender, block, draw);
    post(list, block, draw);
  }

  /** Now and then somebody waits at the other end for what was sent. */
  private void receive(PortName sender, Block block, Draw draw) {
    List<PortName> partner = visible(block, name -> name.isPartnerOf(sender) && name.level() > 0);
    if (!partner.isEmpty() && draw.coin()) {
      set(Action.ONMESSAGE, used(partner.get(0), block), newHandler(partner.get(0), draw), block);
    }
  }

  /** Now and then something is posted to what was sent. */
  private void post(List<PortName> list, Block block, Draw draw) {
    List<PortName> partners =
        visible(block, name -> name.level() == 0 && list.stream().anyMatch(name::isPartnerOf));
    if (!partners.isEmpty() && draw.coin()) {
      post(used(partners.get(0), block), block);
    }
  }

  /** How many ports a message has that is sent to, or taken from, a port of that level. */
  private int length(PortName port) {
    return port.level() == 0 ? 0 : port.level() == 1 ? width : 1;
  }

  /** None of these messages ever arrives: they are refused, or dropped because their target is in the list. */
  private void mistransfer(Block block, Draw draw) {
    PortName sender = port(block, draw, 0);
    PortName other = oneOf(ports(block).stream().filter(name -> !name.equals(sender)).toList(), block, draw, 0);
    List<PortName> partner = visible(block, name -> name.isPartnerOf(sender));
    List<PortName> list = new ArrayList<>();
    switch (draw.below(3)) {
      case 0 -> list.add(sender);
      case 1 -> list.addAll(partner.isEmpty() ? List.of(sender) : partner);
      default -> list.add(other);
    }
    if (list.contains(other) || draw.coin()) {
      list.add(other);
    }
    list.forEach(name -> used(name, block));
    send(Action.MISTRANSFER, sender, list, block);
  }

  private void send(Action action, PortName sender, List<PortName> list, Block block) {
    String message = program.send(action, sender, list, block.owner());
    block.add(
        performance -> Vocabulary.attempt(
            Program.POST + message,
            () -> performance.target(sender).postMessage(
                message, Vocabulary.transferring(list.stream().map(performance::port).toArray()))));
  }

  // what takes messages

  private void handle(Action action, Block block, Draw draw) {
    PortName port = dispatching(block, draw);
    boolean again = draw.below(4) == 3;
    int which = draw.below(256);
    List<Handler> known = known(block, each -> each.port().level() == port.level());
    Handler handler = again && !known.isEmpty() ? known.get(which % known.size()) : newHandler(port, draw);
    set(action, port, handler, block);
    if (action == Action.LISTEN && draw.coin() && !port.isImplicit()) {
      call(Action.START, port, block);
    }
  }

  private void unlisten(Block block, Draw draw) {
    List<Handler> known = known(block, each -> true);
    if (!known.isEmpty()) {
      Handler handler = known.get(draw.below(256) % known.size());
      boolean isThere = draw.below(4) != 3;
      List<PortName> ports =
          visible(block, name -> isThere ? name.equals(handler.port()) : name.level() == handler.port().level());
      if (!ports.isEmpty()) {
        set(Action.UNLISTEN, oneOf(ports, block, draw, 0), handler, block);
      }
    }
  }

  private void set(Action action, PortName port, Handler handler, Block block) {
    Handler owner = block.owner();
    if (owner != null) {
      owner.uses(handler);
    }
    program.add(action, port, handler, owner);
    block.add(performance -> {
      Target target = performance.target(port);
      switch (action) {
        case ONMESSAGE -> target.onmessage(performance.reaction(handler));
        case LISTEN -> target.addEventListener("message", performance.reaction(handler));
        default -> target.removeEventListener("message", performance.reaction(handler));
      }
    });
  }

  /** Any port; in a function sometimes that which it was set at. */
  private PortName dispatching(Block block, Draw draw) {
    Handler owner = block.owner();
    int own = draw.below(4);
    boolean isVisible = owner != null && visible(block, name -> name.equals(owner.port())).size() == 1;
    PortName any = target(block, draw, 1);
    return owner != null && isVisible && own == 3 ? used(owner.port(), block) : any;
  }

  /** The functions that can stand in a block: a function cannot stand in itself. */
  private List<Handler> known(Block block, Predicate<Handler> wanted) {
    Handler owner = block.owner();
    return handlers.stream()
        .filter(each -> each.port().agent() == block.agent() && (owner == null || !each.reaches(owner)))
        .filter(wanted)
        .toList();
  }

  /** A new function, which takes what the ports that it receives get as well, every other time. */
  private Handler newHandler(PortName port, Draw draw) {
    Handler handler = newHandler(port);
    for (PortName each : handler.received()) {
      if (draw.coin()) {
        Handler ofReceived = newHandler(each);
        handler.handle(each, ofReceived);
        program.add(Action.ONMESSAGE, each, ofReceived, handler);
      }
    }
    return handler;
  }

  private Handler newHandler(PortName port) {
    List<PortName> taken = new ArrayList<>();
    for (int i = 0; i < length(port); i++) {
      taken.add(PortName.received(++received, port.level() - 1, port.agent()));
    }
    int ordinal = 1 + (int) handlers.stream().filter(each -> each.port().equals(port)).count();
    Handler handler = new Handler(port, ordinal, taken);
    handlers.add(handler);
    program.add(handler);
    names.addAll(taken);
    // most functions are not called twice, and what is received is worth more than a look
    blocks.addAll(Collections.nCopies(taken.isEmpty() ? 2 : 5, handler.calls().get(0)));
    blocks.add(handler.calls().get(1));
    return handler;
  }

  // and the rest

  private void call(Action action, PortName port, Block block) {
    program.add(action, port, null, block.owner());
    if (action == Action.CLOSE) {
      gone.add(port);
    }
    block.add(performance -> {
      switch (action) {
        case START -> performance.port(port).start();
        case CLOSE -> performance.port(port).close();
        default -> performance.target(port).onmessage(null);
      }
    });
  }

  private void microtask(Block block) {
    Block inner = new Block(block.agent(), block.owner());
    String label = "microtask " + ++microtasks;
    blocks.add(inner);
    block.add(
        performance -> Vocabulary.microtask(
            label,
            () -> {
              Vocabulary.mark(label);
              inner.perform(performance);
            }));
  }

  /** A worker that is there from the beginning; most often both sides take messages, and it has got ports. */
  private void worker(Draw draw) {
    if (workers == MOST_WORKERS) {
      return;
    }
    workers++;
    int level = transfers && draw.below(4) > 0 ? 1 : 0;
    PortName outside = PortName.outside(workers, level);
    PortName inside = PortName.inside(workers, level);
    Block script = program.start(workers);
    names.add(outside);
    names.add(inside);
    program.add(Action.WORKER, outside, null, null);
    blocks.addAll(Collections.nCopies(8, script));
    if (draw.below(4) != 3) {
      set(Action.ONMESSAGE, inside, newHandler(inside, draw), script);
    }
    if (draw.below(4) != 3) {
      set(Action.ONMESSAGE, outside, newHandler(outside, draw), task);
    }
    if (level > 0 && draw.coin()) {
      transfer(outside, task, draw);
    }
  }

  /** The window terminates any worker, and a worker closes itself. */
  private void end(Block block, Draw draw) {
    if (workers > 0) {
      int worker = block.agent() == 0 ? 1 + draw.below(workers) : block.agent();
      program.add(Action.END, PortName.outside(worker, 0), null, block.owner());
      block.add(performance -> performance.end(worker, block.agent()));
    }
  }
}
