package dev.portspec.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A port message queue in which a message can be put before others that wait. */
class ReorderedQueue extends PortMessageQueue {
  private final List<Consumer<ReferencePort>> waiting = new ArrayList<>();

  ReorderedQueue(ReferencePort owner) {
    super(owner);
  }

  final int waiting() {
    return waiting.size();
  }

  /** Puts a message where so many come before it. */
  final void insert(int before, String about, Consumer<ReferencePort> steps) {
    waiting.add(before, steps);
    super.add(about, port -> waiting.remove(0).accept(port));
  }

  @Override
  void add(String about, Consumer<ReferencePort> steps) {
    insert(waiting(), about, steps);
  }
}
