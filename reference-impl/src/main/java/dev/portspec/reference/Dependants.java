package dev.portspec.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * What ends with the document or the worker of a realm: the ports of the realm, and the workers that it owns. A port
 * that nobody else holds is not kept.
 *
 * <p><b>Concurrency:</b> guarded by the world's lock.
 */
final class Dependants {
  private final Set<ReferencePort> ports = Collections.newSetFromMap(new WeakHashMap<>());
  private final List<ReferenceWorkerGlobalScope> workers = new ArrayList<>();

  void add(ReferencePort port) {
    ports.add(port);
  }

  void add(ReferenceWorkerGlobalScope worker) {
    workers.add(worker);
  }

  void remove(ReferenceWorkerGlobalScope worker) {
    workers.remove(worker);
  }

  boolean hasWorkers() {
    return !workers.isEmpty();
  }

  /** Lets all ports go, and returns them in the order in which they were made. */
  List<ReferencePort> takePorts() {
    List<ReferencePort> taken = new ArrayList<>(ports);
    ports.clear();
    taken.sort(Comparator.comparingInt(ReferencePort::number));
    return taken;
  }

  /** Lets all workers go, and returns them in the order in which they were made. */
  List<ReferenceWorkerGlobalScope> takeWorkers() {
    List<ReferenceWorkerGlobalScope> taken = List.copyOf(workers);
    workers.clear();
    return taken;
  }
}
