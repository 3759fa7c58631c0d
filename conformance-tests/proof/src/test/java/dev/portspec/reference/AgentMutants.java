package dev.portspec.reference;

import dev.portspec.api.WebTypeError;
import dev.portspec.spi.SubjectRealm;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What goes wrong between several agents: with their loops, with ports that go from one to another, with owners. */
final class AgentMutants {
  private AgentMutants() {}

  private static boolean isWorker(ReferencePort port) {
    return port.realm().loop().worker() != null;
  }

  private static boolean isInnerWorker(ReferenceRealm realm) {
    return realm.global() instanceof ReferenceDedicatedWorkerGlobalScope global
        && global.worker.realm().loop().worker() != null;
  }

  /** A variation that does something to the ports that an agent receives. */
  private abstract static class Receiving extends Variation {
    abstract void received(ReferencePort port, PortDataHolder holder);

    final void cutIf(ReferencePort port, Predicate<ReferencePort> other) {
      if (port.entangledWith() instanceof ReferencePort partner && other.test(partner)) {
        exercise();
        port.realm().locked(() -> ChannelEnd.separate(port));
      }
    }

    @Override
    TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
      return new TransferDeserializer(targetRealm) {
        @Override
        List<Object> transferredValues(List<Object> transferDataHolders) {
          List<Object> values = super.transferredValues(transferDataHolders);
          for (int i = 0; i < values.size(); i++) {
            if (transferDataHolders.get(i) instanceof PortDataHolder holder) {
              received((ReferencePort) values.get(i), holder);
            }
          }
          return values;
        }
      };
    }
  }

  @Mutant(killedBy = "worker.ports-transfer")
  static final class EmptiesAPortThatChangesItsAgent extends Receiving {
    @Override
    void received(ReferencePort port, PortDataHolder holder) {
      if (holder.original().realm() != port.realm() && !port.portMessageQueue().isEmpty()) {
        exercise();
        port.realm().locked(port.portMessageQueue()::clear);
      }
    }
  }

  @Mutant(killedBy = "worker.ports-transfer")
  static final class CutsAPortThatLeavesAWorker extends Receiving {
    @Override
    void received(ReferencePort port, PortDataHolder holder) {
      cutIf(port, partner -> partner.realm() == holder.original().realm() && isWorker(partner));
    }
  }

  @Mutant(killedBy = "port.recv.two-agents")
  static final class LinksNoTwoWorkers extends PortVariation {
    private @Nullable ReferenceRealm first;

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      boolean amongWorkers = isWorker(port) && !WorkerVariation.isInside(port);
      first = amongWorkers && first == null ? port.realm() : first;
      if (amongWorkers && port.realm() == first) {
        exercise();
      } else {
        super.addTask(port, targetPort, serialized);
      }
    }
  }

  @Mutant(killedBy = "loop.cross-agent-order-per-sender")
  static final class ServesTheNewestOfAnotherAgentFirst extends Variation {
    @Override
    PortMessageQueue newQueue(ReferencePort owner) {
      return new PortMessageQueue(owner) {
        @Override
        MessageTask removeOldest(ArrayDeque<MessageTask> tasks) {
          boolean fromAnother =
              owner.entangledWith() instanceof ReferencePort partner && partner.realm() != owner.realm();
          if (fromAnother && tasks.size() > 1) {
            exercise();
            return tasks.removeLast();
          }
          return super.removeOldest(tasks);
        }
      };
    }
  }

  @Mutant(killedBy = "loop.one-per-agent")
  static final class HasALoopForEachWorkerObject extends PortVariation {
    private boolean serves;

    @Override
    void addTask(VariedPort port, ChannelEnd targetPort, SerializedWithTransfer serialized) {
      super.addTask(port, targetPort, serialized);
      if (WorkerVariation.isOutside(port) && !serves) {
        serves = true;
        serveAnother(port.realm().loop());
        serves = false;
      }
    }

    private void serveAnother(EventLoop loop) {
      loop.world().locking(loop::runnable).stream().findFirst().ifPresent(source -> {
        exercise();
        Runnable task = loop.world().locking(source::take);
        PostingMutants.WrongThread.elsewhere(() -> loop.run(task));
      });
    }
  }

  @Mutant(killedBy = "worker.nested")
  static final class AWorkerHasNoWorkers extends Variation {
    @Override
    ReferenceWorker newWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
      if (realm.loop().worker() != null) {
        exercise();
        throw new WebTypeError("there is no Worker in a worker");
      }
      return super.newWorker(realm, script);
    }
  }

  @Mutant(killedBy = "worker.nested")
  static final class CutsAPortThatGoesTwoWorkersDeep extends Receiving {
    @Override
    void received(ReferencePort port, PortDataHolder holder) {
      if (isInnerWorker(port.realm())) {
        cutIf(port, partner -> true);
      }
    }
  }

  @Mutant(killedBy = "worker.nested")
  static final class TheErrorsOfAnInnerWorkerEndThere extends WorkerVariation {
    @Override
    void exceptionWasNotHandled(VariedGlobal global, String message) {
      if (isInnerWorker(global.realm())) {
        exercise();
      } else {
        super.exceptionWasNotHandled(global, message);
      }
    }
  }
}
