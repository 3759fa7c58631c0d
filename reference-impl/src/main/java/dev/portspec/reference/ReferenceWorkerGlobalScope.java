package dev.portspec.reference;

import dev.portspec.api.EventListener;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.WorkerGlobalScope;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The global object of a worker, with what becomes of the worker: it is run, closed or terminated, and ends. The
 * closing flag is that of its event loop, which refuses tasks once it is set.
 *
 * <p><b>Concurrency:</b> {@link #terminate} and {@link #end} are called by any agent. A script that is terminated on
 * another thread is interrupted and leaves at its next call of anything of this agent; a thread that computes on
 * regardless is left behind, and has no effects.
 *
 * <p>What is not private is a step of the standard or a slot, and may be varied: see {@link Parts}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/workers.html#the-workerglobalscope-common-interface">HTML,
 *     WorkerGlobalScope</a>
 */
abstract class ReferenceWorkerGlobalScope extends ReferenceGlobal implements WorkerGlobalScope {
  private final String name;
  private final EventHandlers eventHandlers;
  private final @Nullable ReferenceRealm owner;

  /**
   * Creates the global object of a worker's realm.
   *
   * @param owner the realm of the document or worker in the owner set; null for a shared worker, which may outlive them
   */
  ReferenceWorkerGlobalScope(ReferenceRealm realm, String name, @Nullable ReferenceRealm owner) {
    super(realm);
    this.name = name;
    this.owner = owner;
    this.eventHandlers = realm.loop().world().parts().newEventHandlers(this);
    realm.loop().setWorker(this);
  }

  final EventHandlers eventHandlers() {
    return eventHandlers;
  }

  @Override
  public final String getName() {
    return name;
  }

  @Override
  public final @Nullable EventListener getOnerror() {
    checkThread("onerror");
    return eventHandlers.get("error");
  }

  // handler.onerror-worker-vs-global
  @Override
  public final void setOnerror(@Nullable EventListener handler) {
    checkThread("onerror");
    eventHandlers.set("error", handler);
  }

  /**
   * Runs this worker in its agent, in parallel: the first task is what the standard does once the script was fetched.
   * The ports were entangled at the construction, see {@link ReferenceWorker}.
   *
   * @param worker the Worker or SharedWorker object
   * @param script null for one that cannot be fetched
   */
  // https://html.spec.whatwg.org/multipage/workers.html#run-a-worker
  final void run(
      ReferenceEventTarget worker,
      ReferencePort outsidePort,
      ReferencePort insidePort,
      @Nullable Consumer<? super SubjectRealm> script) {
    EventLoop loop = realm().loop();
    loop.queue(TaskQueues.Source.START, null, () -> {
      if (script == null) {
        failToStart(worker);
      } else {
        start(outsidePort, insidePort, script);
      }
    });
    realm().locked(() -> {
      // who was terminated on another thread starts nothing any more
      worker.realm().loop().checkNotAborted();
      if (worker.realm().isGone()) {
        loop.destroy();
        return;
      }
      if (owner != null) {
        owner.dependants().add(this);
      }
      loop.world().start(loop);
    });
  }

  // onComplete, 1. worker.construction-failure
  void failToStart(ReferenceEventTarget worker) {
    realm().interferes();
    worker.realm().queueDomManipulation(
        () -> worker.dispatch(new ReferenceEvent(worker.realm(), "error", MessageEventInit.DEFAULTS, true)));
    realm().locked(realm().loop()::close);
  }

  // onComplete, 10-13. worker.enabled-after-script, worker.script-throws-still-enabled, worker.close.in-top-level
  void start(ReferencePort outsidePort, ReferencePort insidePort, Consumer<? super SubjectRealm> script) {
    realm().loop().script(realm(), () -> script.accept(realm()), realm()::report);
    // worker.no-start-needed-outside
    enableOutsidePort(outsidePort);
    connect(insidePort);
  }

  /** Enables the outside port, whose side sees what was posted to it so far. */
  void enableOutsidePort(ReferencePort outsidePort) {
    realm().interferes();
    outsidePort.enableAtStart();
  }

  /** Enables the implicit port of a dedicated worker, or hands the script of a shared one that of a connection. */
  abstract void connect(ReferencePort insidePort);

  // https://html.spec.whatwg.org/multipage/workers.html#close-a-worker
  @Override
  public void close() {
    checkThread("close");
    realm().interferes();
    // 1-2. worker.close.discards-tasks, worker.close.closing-flag, worker.close.sent-messages-survive
    realm().locked(realm().loop()::close);
  }

  // https://html.spec.whatwg.org/multipage/workers.html#terminate-a-worker
  final void terminate() {
    EventLoop loop = realm().loop();
    boolean runsYet =
        realm().locking(loop::hasToStart) && realm().decide(Freedom.TERMINATED_BEFORE_START).equals("ran");
    realm().locked(() -> {
      // 1-2. worker.terminate.closing, worker.terminate.before-start
      if (runsYet) {
        loop.closeButStart();
      } else {
        loop.close();
        // 3.
        loop.abort();
      }
      // 4.
      emptyOutsideQueue();
    });
    if (!runsYet) {
      end();
    }
  }

  /** Empties the queue of the port that the implicit port is entangled with; called with the world's lock held. */
  void emptyOutsideQueue() {}

  /** What the standard does once the event loop of a worker was destroyed; a second time it has no effect. */
  // https://html.spec.whatwg.org/multipage/workers.html#run-a-worker, the steps after "Event loop"
  final void end() {
    EventLoop loop = realm().loop();
    List<ReferencePort> portsLeft = new ArrayList<>();
    List<ReferenceWorkerGlobalScope> workersLeft = new ArrayList<>();
    boolean isTheFirst = realm().locking(() -> {
      if (loop.destroyed()) {
        return false;
      }
      loop.destroy();
      portsLeft.addAll(realm().dependants().takePorts());
      workersLeft.addAll(realm().dependants().takeWorkers());
      if (owner != null) {
        owner.dependants().remove(this);
      }
      return true;
    });
    if (!isTheFirst) {
      return;
    }
    realm().interferes();
    // worker.end.disentangles-ports, worker.ports-list
    portsLeft.forEach(ReferencePort::endWithWorker);
    // worker.orphan-may-close: as soon as their owner is gone, and by the right to terminate those that go on
    workersLeft.forEach(ReferenceWorkerGlobalScope::terminate);
    // last, so that whoever settles waits for all of this
    realm().locked(() -> loop.world().forget(loop));
  }
}
