package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.BufferLike;
import dev.portspec.api.BufferView;
import dev.portspec.api.SharedArrayBuffer;
import dev.portspec.reference.CloningVariation.ClonedBy;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import java.util.Map;
import java.util.Objects;

/** What goes wrong when buffers that are not listed are cloned, and the views of buffers. */
final class BufferMutants {
  private BufferMutants() {}

  @Mutant(killedBy = "sc.ser.arraybuffer-copy")
  static final class SharesTheBytes extends ClonedBy<ArrayBuffer> {
    SharesTheBytes() {
      super(ArrayBuffer.class, buffer -> !buffer.detached(), buffer -> () -> buffer);
    }
  }

  @Mutant(killedBy = "sc.ser.arraybuffer-copy")
  static final class CopiesTheBytesLate extends ClonedBy<ArrayBuffer> {
    CopiesTheBytesLate() {
      super(ArrayBuffer.class, buffer -> !buffer.detached() && !buffer.resizable(),
          buffer -> () -> new ArrayBuffer(buffer.toByteArray()));
    }
  }

  @Mutant(killedBy = "sc.ser.arraybuffer-copy")
  static final class MovesWhatIsNotListed extends ClonedBy<ArrayBuffer> {
    MovesWhatIsNotListed() {
      super(ArrayBuffer.class, buffer -> !buffer.detached(), buffer -> {
        ArrayBuffer moved = buffer.transfer();
        return () -> moved;
      });
    }
  }

  @Mutant(killedBy = "sc.ser.arraybuffer-detached-throws")
  static final class ClonesDetachedBuffers extends ClonedBy<ArrayBuffer> {
    ClonesDetachedBuffers() {
      super(ArrayBuffer.class, ArrayBuffer::detached, buffer -> () -> new ArrayBuffer(new byte[0]));
    }
  }

  @Mutant(killedBy = "sc.ser.resizable-kept")
  static final class FixesTheLength extends ReceivedAs<ArrayBuffer> {
    FixesTheLength() {
      super(ArrayBuffer.class, ArrayBuffer::resizable, buffer -> new ArrayBuffer(buffer.toByteArray()));
    }
  }

  @Mutant(killedBy = "sc.ser.resizable-kept")
  static final class ForgetsTheMaximum extends ReceivedAs<ArrayBuffer> {
    ForgetsTheMaximum() {
      super(ArrayBuffer.class, buffer -> buffer.resizable() && buffer.byteLength() < buffer.maxByteLength(),
          buffer -> new ArrayBuffer(buffer.toByteArray(), buffer.byteLength()));
    }
  }

  @Mutant(killedBy = "sc.ser.sab-shared")
  static final class CopiesSharedMemory extends ClonedBy<SharedArrayBuffer> {
    CopiesSharedMemory() {
      super(SharedArrayBuffer.class, buffer -> !buffer.resizable(),
          buffer -> () -> new SharedArrayBuffer(bytes(buffer)));
    }
  }

  @Mutant(killedBy = "sc.ser.sab-shared")
  static final class HandsTheSharedBufferOver extends ClonedBy<SharedArrayBuffer> {
    HandsTheSharedBufferOver() {
      super(SharedArrayBuffer.class, buffer -> true, buffer -> () -> buffer);
    }
  }

  @Mutant(killedBy = "sc.ser.sab-growable")
  static final class DoesNotGrowWithTheOriginal extends ClonedBy<SharedArrayBuffer> {
    DoesNotGrowWithTheOriginal() {
      super(SharedArrayBuffer.class, SharedArrayBuffer::resizable,
          buffer -> () -> new SharedArrayBuffer(bytes(buffer), buffer.maxByteLength()));
    }
  }

  @Mutant(killedBy = "sc.ser.view-over-buffer")
  static final class ClonesTheViewedPartOnly extends ReceivedAs<BufferView> {
    ClonesTheViewedPartOnly() {
      super(BufferView.class, view -> view.recordedLength() != null && length(view) < view.buffer().byteLength(),
          view -> new BufferView(view.kind(), part(view), 0, view.recordedLength()));
    }

    private static int length(BufferView view) {
      return Objects.requireNonNullElse(view.recordedLength(), 0) * view.bytesPerElement();
    }

    private static BufferLike part(BufferView view) {
      byte[] part = new byte[length(view)];
      System.arraycopy(bytes(view.buffer()), view.byteOffset(), part, 0, part.length);
      return new ArrayBuffer(part);
    }
  }

  @Mutant(killedBy = "sc.ser.view-over-buffer")
  static final class ForgetsTheOffset extends ReceivedAs<BufferView> {
    ForgetsTheOffset() {
      super(BufferView.class, view -> view.byteOffset() > 0,
          view -> new BufferView(view.kind(), view.buffer(), 0, view.recordedLength()));
    }
  }

  @Mutant(killedBy = "sc.ser.typed-array-kind")
  static final class ForgetsThatItClamps extends ReceivedAs<BufferView> {
    ForgetsThatItClamps() {
      super(BufferView.class, view -> view.kind().equals("Uint8ClampedArray"),
          view -> new BufferView("Uint8Array", view.buffer(), view.byteOffset(), view.recordedLength()));
    }
  }

  @Mutant(killedBy = "sc.ser.typed-array-kind")
  static final class MakesTypedArraysOfDataViews extends ReceivedAs<BufferView> {
    MakesTypedArraysOfDataViews() {
      super(BufferView.class, view -> view.kind().equals("DataView"),
          view -> new BufferView("Uint8Array", view.buffer(), view.byteOffset(), view.recordedLength()));
    }
  }

  @Mutant(killedBy = "sc.ser.view-length-tracking")
  static final class StopsTracking extends ReceivedAs<BufferView> {
    StopsTracking() {
      super(BufferView.class, view -> view.recordedLength() == null, view -> {
        int length = (view.buffer().byteLength() - view.byteOffset()) / view.bytesPerElement();
        return new BufferView(view.kind(), view.buffer(), view.byteOffset(), length);
      });
    }
  }

  @Mutant(killedBy = "sc.ser.view-length-tracking")
  static final class BeginsToTrack extends ReceivedAs<BufferView> {
    BeginsToTrack() {
      super(BufferView.class, view -> view.recordedLength() != null && view.buffer().resizable(),
          view -> new BufferView(view.kind(), view.buffer(), view.byteOffset(), null));
    }
  }

  @Mutant(killedBy = "sc.ser.views-share-buffer")
  static final class CopiesTheBufferForEachView extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord view(BufferView view) {
          if (!(view.buffer() instanceof ArrayBuffer buffer)
              || isOutOfBounds(view) || remembered(buffer) instanceof SerializedRecord.Transferred) {
            return super.view(view);
          }
          exercise();
          return new SerializedRecord.View(buffer(buffer), view.kind(), view.byteOffset(), view.recordedLength());
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.view-out-of-bounds-throws")
  static final class ClonesViewsBeyondTheirBuffers extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        boolean isOutOfBounds(BufferView view) {
          if (super.isOutOfBounds(view) && remembered(view.buffer()) == null) {
            exercise();
            return false;
          }
          return super.isOutOfBounds(view);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.view-oob-even-if-listed")
  static final class TrustsViewsOfListedBuffers extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        boolean isOutOfBounds(BufferView view) {
          if (super.isOutOfBounds(view) && remembered(view.buffer()) != null) {
            exercise();
            return false;
          }
          return super.isOutOfBounds(view);
        }
      };
    }
  }

  private static byte[] bytes(BufferLike buffer) {
    byte[] bytes = new byte[buffer.byteLength()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = buffer.at(i);
    }
    return bytes;
  }

  @Mutant(killedBy = "sc.ser.view-out-of-bounds-throws")
  static final class ClonesDataViewsBeyondTheirBuffers extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        boolean isOutOfBounds(BufferView view) {
          if (view.kind().equals("DataView") && super.isOutOfBounds(view)) {
            exercise();
            return false;
          }
          return super.isOutOfBounds(view);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.sab-shared")
  static final class CopiesSharedMemoryThatIsViewed extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        SerializedRecord view(BufferView view) {
          if (view.buffer() instanceof SharedArrayBuffer buffer && !buffer.resizable()) {
            exercise();
            byte[] bytes = bytes(buffer);
            remember(buffer, new SerializedRecord.Leaf(() -> new SharedArrayBuffer(bytes)));
          }
          return super.view(view);
        }
      };
    }
  }

  @Mutant(killedBy = "bc.task.deserialize-per-destination")
  static final class GivesAllReceiversOneBuffer extends ClonedBy<ArrayBuffer> {
    GivesAllReceiversOneBuffer() {
      super(ArrayBuffer.class, buffer -> !buffer.detached() && !buffer.resizable(), buffer -> {
        ArrayBuffer clone = new ArrayBuffer(buffer.toByteArray());
        return () -> clone;
      });
    }
  }
}
