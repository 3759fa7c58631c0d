package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.BufferView;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What goes wrong with listed buffers, and with views of them. */
final class ListedBufferMutants {
  private ListedBufferMutants() {}

  /** Some buffers are transferred in another way. */
  private abstract static class Buffers extends Variation {
    private final Predicate<ArrayBuffer> which;
    private final UnaryOperator<ArrayBuffer> transfer;

    Buffers(Predicate<ArrayBuffer> which, UnaryOperator<ArrayBuffer> transfer) {
      this.which = which;
      this.transfer = transfer;
    }

    @Override
    final TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Object transfer(Object transferable) {
          if (!(transferable instanceof ArrayBuffer buffer) || !which.test(buffer)) {
            return super.transfer(transferable);
          }
          exercise();
          return transfer.apply(buffer);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class CopiesListedBuffers extends Buffers {
    CopiesListedBuffers() {
      super(buffer -> !buffer.resizable(), buffer -> new ArrayBuffer(buffer.toByteArray()));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class DetachesLater extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Object transfer(Object transferable) {
          if (!(transferable instanceof ArrayBuffer buffer) || buffer.resizable()) {
            return super.transfer(transferable);
          }
          exercise();
          realm.queueMicrotask(buffer::transfer);
          return new ArrayBuffer(buffer.toByteArray());
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-contents-moved")
  static final class LosesTheBytes extends Buffers {
    LosesTheBytes() {
      super(buffer -> !buffer.resizable(), buffer -> new ArrayBuffer(new byte[buffer.transfer().byteLength()]));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-resizable")
  static final class FixesTheLengthOfListedBuffers extends Buffers {
    FixesTheLengthOfListedBuffers() {
      super(ArrayBuffer::resizable, buffer -> new ArrayBuffer(buffer.transfer().toByteArray()));
    }
  }

  /** Some views of listed buffers are serialized in another way. */
  private abstract static class Views extends Variation {
    private final Predicate<BufferView> which;

    Views(Predicate<BufferView> which) {
      this.which = which;
    }

    SerializedRecord view(BufferView view, SerializedRecord moved, SerializedRecord copy) {
      return new SerializedRecord.View(copy, view.kind(), view.byteOffset(), view.recordedLength());
    }

    @Override
    final StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord view(BufferView view) {
          if (!which.test(view) || isOutOfBounds(view)
              || !(remembered(view.buffer()) instanceof SerializedRecord.Transferred moved)) {
            return super.view(view);
          }
          exercise();
          return Views.this.view(view, moved, buffer((ArrayBuffer) view.buffer()));
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.view-follows")
  static final class CopiesListedBuffersForViews extends Views {
    CopiesListedBuffersForViews() {
      super(view -> true);
    }
  }

  @Mutant(killedBy = "sc.wt.view-follows")
  static final class CopiesListedBuffersForDataViews extends Views {
    CopiesListedBuffersForDataViews() {
      super(view -> view.kind().equals("DataView"));
    }
  }

  @Mutant(killedBy = "sc.ser.view-length-tracking")
  static final class StopsTrackingListedBuffers extends Views {
    StopsTrackingListedBuffers() {
      super(view -> view.recordedLength() == null);
    }

    @Override
    SerializedRecord view(BufferView view, SerializedRecord moved, SerializedRecord copy) {
      int length = (view.buffer().byteLength() - view.byteOffset()) / view.bytesPerElement();
      return new SerializedRecord.View(moved, view.kind(), view.byteOffset(), length);
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class CopiesListedResizableBuffers extends Buffers {
    CopiesListedResizableBuffers() {
      super(ArrayBuffer::resizable, buffer -> new ArrayBuffer(buffer.toByteArray(), buffer.maxByteLength()));
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-resizable")
  static final class ForgetsTheMaximumOfListedBuffers extends Buffers {
    ForgetsTheMaximumOfListedBuffers() {
      super(ArrayBuffer::resizable, buffer -> {
        byte[] bytes = buffer.transfer().toByteArray();
        return new ArrayBuffer(bytes, bytes.length);
      });
    }
  }
}
