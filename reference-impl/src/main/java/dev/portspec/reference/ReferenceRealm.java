package dev.portspec.reference;

import dev.portspec.api.AbortController;
import dev.portspec.api.BroadcastChannel;
import dev.portspec.api.Event;
import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEvent;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.MessagePort;
import dev.portspec.api.PortCollection;
import dev.portspec.api.SharedWorker;
import dev.portspec.api.Thrown;
import dev.portspec.api.Worker;
import dev.portspec.reference.TaskQueues.Source;
import dev.portspec.spi.Capability;
import dev.portspec.spi.SubjectRealm;
import dev.portspec.spi.UnclaimedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A realm: what scripts of a window or a worker can make and call.
 *
 * <p><b>Threads:</b> {@link #execute} may be called from any thread; everything else is for tasks of this agent, and
 * throws an {@link IllegalStateException} elsewhere.
 */
public class ReferenceRealm implements SubjectRealm {
  private final EventLoop loop;
  private final WebOrigin origin;
  private final Dependants dependants = new Dependants();
  private final ReferenceGlobal global;

  // https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-new-javascript-realm
  ReferenceRealm(
      EventLoop loop, WebOrigin origin, Function<? super ReferenceRealm, ? extends ReferenceGlobal> newGlobal) {
    this.loop = loop;
    this.origin = origin;
    this.global = newGlobal.apply(this);
  }

  EventLoop loop() {
    return loop;
  }

  /** The name of the agent, as a {@link Chooser} sees it in the names of its tasks. */
  public final String agentName() {
    return loop.name();
  }

  /** The origin of the environment settings object. */
  final WebOrigin webOrigin() {
    return origin;
  }

  @Override
  public String origin() {
    return origin.serialization();
  }

  /** The document of the window whose realm this is; null for that of a worker. */
  @Nullable Document document() {
    return null;
  }

  boolean isFullyActive() {
    return true;
  }

  /** Whether no task of this realm runs any more; asked with the world's lock held. */
  final boolean isGone() {
    return loop.destroyed() || !isFullyActive();
  }

  /** What ends with this realm; guarded by the world's lock. */
  final Dependants dependants() {
    return dependants;
  }

  /**
   * Queues a task on this agent's event loop; what was done before the call happens-before the task. It is tied to no
   * document: those who hold a function of a frame that is gone can still call it.
   */
  @Override
  public void execute(Runnable task) {
    loop.queue(Source.SCRIPT, null, () -> loop.script(this, task, this::report));
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#queue-a-global-task: loop.queue-global-task
  private void queueGlobalTask(Source source, Runnable steps) {
    loop.queue(source, document(), steps);
  }

  void queueTimer(Runnable steps) {
    queueGlobalTask(Source.TIMER, steps);
  }

  void queueDomManipulation(Runnable steps) {
    queueGlobalTask(Source.DOM_MANIPULATION, steps);
  }

  void queuePostedMessage(Runnable steps) {
    queueGlobalTask(Source.POSTED_MESSAGE, steps);
  }

  /**
   * Opens a channel to another agent: returns one end, and has the other agent run a task with the other end, which has
   * been transferred to it and is not started. It is how the first port gets anywhere, after the example of the
   * standard's shared workers.
   *
   * @param onConnect runs in the other agent
   */
  public MessagePort connect(ReferenceRealm other, Consumer<? super MessagePort> onConnect) {
    loop.checkThread("connect");
    if (other.loop.world() != loop.world()) {
      throw new IllegalArgumentException("agents of one world can be connected, not one of another: " + other);
    }
    ReferenceChannel channel = new ReferenceChannel(this);
    SerializedWithTransfer serialized = SerializedWithTransfer.of(null, List.of(channel.getPort2()), this);
    other.queueDomManipulation(
        () -> {
          ReferencePort port = serialized.deserialize(other).ports().get(0);
          other.callback(() -> onConnect.accept(port));
        });
    return channel.getPort1();
  }

  // channel.ctor.two-ports
  @Override
  public MessageChannel newMessageChannel() {
    loop.checkThread("new MessageChannel");
    return loop.world().parts().newChannel(this);
  }

  @Override
  public ReferenceGlobal global() {
    return global;
  }

  // https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#microtask-queuing
  @Override
  public void queueMicrotask(Runnable callback) {
    loop.checkThread("queueMicrotask");
    loop.queueMicrotask(() -> callback(callback));
  }

  @Override
  public void setTimeout(Runnable callback) {
    loop.checkThread("setTimeout");
    queueTimer(() -> callback(callback));
  }

  // https://html.spec.whatwg.org/multipage/structured-data.html#dom-structuredclone
  @Override
  public @Nullable Object structuredClone(@Nullable Object value, List<? extends @Nullable Object> transfer) {
    loop.checkThread("structuredClone");
    // 1. sc.api.sync, sc.api.exceptions
    SerializedWithTransfer serialized = SerializedWithTransfer.of(value, SerializedWithTransfer.sequence(transfer), this);
    // 2-3. sc.api.port, sc.api.realm
    return serialized.deserialize(this).value();
  }

  @Override
  public Event newEvent(String type, MessageEventInit init) {
    loop.checkThread("new Event");
    return ReferenceEvent.constructed(this, type, init);
  }

  @Override
  public MessageEvent newMessageEvent(String type, MessageEventInit init) {
    loop.checkThread("new MessageEvent");
    return ReferenceMessageEvent.constructed(this, type, init);
  }

  @Override
  public AbortController newAbortController() {
    loop.checkThread("new AbortController");
    return new ReferenceAbortController(this);
  }

  @Override
  public BroadcastChannel newBroadcastChannel(String name) {
    loop.checkThread("new BroadcastChannel");
    return loop.world().parts().newBroadcastChannel(this, name);
  }

  @Override
  public PortCollection newPortCollection() {
    loop.checkThread("new PortCollection");
    return loop.world().parts().newPortCollection(this);
  }

  // https://html.spec.whatwg.org/multipage/workers.html#dom-worker
  @Override
  public Worker newWorker(@Nullable Consumer<? super SubjectRealm> script) {
    loop.checkThread("new Worker");
    return loop.world().parts().newWorker(this, script);
  }

  // https://html.spec.whatwg.org/multipage/workers.html#dom-sharedworker
  @Override
  public SharedWorker newSharedWorker(String name, @Nullable Consumer<? super SubjectRealm> script) {
    loop.checkThread("new SharedWorker");
    // sworker.not-in-worker
    if (loop.worker() != null) {
      throw new UnclaimedException(Capability.SHARED_WORKERS);
    }
    return loop.world().parts().newSharedWorker(this, name, script);
  }

  /** Whether this realm's agent has ended, that of a worker or a frame, so that it runs nothing more. */
  @Override
  public boolean hasEnded() {
    return locking(loop::destroyed);
  }

  /** Calls a callback of this realm and reports what it throws. */
  void callback(Runnable code) {
    // port.queue.listener-inactive-document
    if (isFullyActive()) {
      loop.callback(this, code, this::report);
    }
  }

  // https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception
  void report(Throwable exception) {
    loop.world().reporter().reported(this, exception);
    Object error = exception instanceof Thrown thrown ? thrown.value() : exception;
    global.reportException(String.valueOf(exception.getMessage()), error);
  }

  // the same with omitError: worker.error.propagates-to-owner
  void reportOfWorker(String message) {
    loop.world().reporter().reportedOfWorker(this, message);
    global.reportException(message, null);
  }

  String decide(Freedom freedom) {
    return loop.world().scheduler().decide(freedom);
  }

  /** Says that the order of this step and what other agents do can be told. */
  void interferes() {
    loop.world().scheduler().interferes();
  }

  /** Lets other agents get further, before a step that puts an end to what they do. */
  void letOthersRun() {
    loop.world().scheduler().letOthersRun();
  }

  /** Runs steps under the world's lock. */
  void locked(Runnable steps) {
    loop.world().locked(steps);
  }

  /** Reads something under the world's lock. */
  <T> T locking(Supplier<T> reading) {
    return loop.world().locking(reading);
  }

  @Override
  public String toString() {
    return "realm of agent " + loop.name();
  }

  static <T> List<T> frozen(List<? extends T> elements) {
    return Collections.unmodifiableList(new ArrayList<>(elements));
  }
}
