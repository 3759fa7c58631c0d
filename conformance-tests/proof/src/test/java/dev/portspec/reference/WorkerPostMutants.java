package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What goes wrong when somebody posts to a worker, or a worker to its owner. */
final class WorkerPostMutants {
  private WorkerPostMutants() {}

  @Mutant(killedBy = "worker.post.delegates", seenIn = "dart-lang/sdk#35730")
  static final class PostsToAWorkerWithoutTheList extends WorkerVariation {
    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      exercise();
      super.post(worker, message, List.of());
    }
  }

  @Mutant(killedBy = "worker.post.delegates")
  static final class ClonesForAWorkerLater extends WorkerVariation {
    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      exercise();
      worker.realm().queueMicrotask(() -> super.post(worker, message, transfer));
    }
  }

  @Mutant(killedBy = "worker.post.delegates")
  static final class DropsWhatAWorkerCannotTake extends WorkerVariation {
    @Override
    void post(VariedWorker worker, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      try {
        super.post(worker, message, transfer);
      } catch (DOMException refused) {
        exercise();
      }
    }
  }

  @Mutant(killedBy = "worker.global-post.delegates")
  static final class PostsFromAWorkerWithoutTheList extends WorkerVariation {
    @Override
    void post(VariedGlobal global, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      exercise();
      super.post(global, message, List.of());
    }
  }

  @Mutant(killedBy = "worker.global-post.delegates")
  static final class ClonesForTheOwnerLater extends WorkerVariation {
    @Override
    void post(VariedGlobal global, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      exercise();
      global.realm().queueMicrotask(() -> super.post(global, message, transfer));
    }
  }

  @Mutant(killedBy = "worker.global-post.delegates")
  static final class DropsWhatTheOwnerCannotTake extends WorkerVariation {
    @Override
    void post(VariedGlobal global, @Nullable Object message, List<? extends @Nullable Object> transfer) {
      try {
        super.post(global, message, transfer);
      } catch (DOMException refused) {
        exercise();
      }
    }
  }

  /** By the letter, see gap 11. */
  @Mutant(killedBy = "worker.early-post-kept")
  static final class DropsWhatComesBeforeTheStart extends WorkerVariation {
    @Override
    void start(VariedGlobal global, Consumer<? super SubjectRealm> script) {
      exercise();
      global.realm().locked(global.insidePort().portMessageQueue()::clear);
      super.start(global, script);
    }
  }
}
