package dev.portspec.reference;

import dev.portspec.api.ArrayBuffer;
import dev.portspec.api.BufferView;
import dev.portspec.api.WebMap;
import dev.portspec.api.WebSet;
import dev.portspec.reference.CloningVariation.ClonedBy;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import dev.portspec.reference.CloningVariation.SerializedAs;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong with much, and with nothing. */
final class SizeMutants {
  private static final int MANY = 1_000;

  private SizeMutants() {}

  @Mutant(killedBy = "port.post.ports-all-transferred")
  static final class LosesTheNinthPort extends PortVariation {
    @Override
    void fire(VariedPort port, String type, @Nullable Object data, List<ReferencePort> ports) {
      if (ports.size() > 8) {
        exercise();
      }
      super.fire(port, type, data, ports.subList(0, Math.min(8, ports.size())));
    }
  }

  @Mutant(killedBy = "event.add.appends")
  static final class CallsTenListenersOnly extends Variation {
    @Override
    ReferencePort newPort(ReferenceRealm realm) {
      return new ReferencePort(realm) {
        @Override
        void append(RegisteredListener listener) {
          if (eventListenerList.size() < 10) {
            super.append(listener);
          } else {
            exercise();
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-length")
  @SuppressWarnings("rawtypes")
  static final class CutsLongArrays extends SerializedAs<List> {
    CutsLongArrays() {
      super(List.class, list -> list.size() > MANY, list -> list.subList(0, MANY));
    }
  }

  /** Collections that are cut. */
  private abstract static class Cutting extends Variation {
    @Override
    final ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<@Nullable Object> copiedList(WebMap map) {
          return ofMap(keysAndValues(map)).iterator();
        }

        @Override
        Iterator<@Nullable Object> copiedList(WebSet set) {
          return ofSet(set.values()).iterator();
        }
      };
    }

    List<@Nullable Object> ofMap(List<@Nullable Object> keysAndValues) {
      return keysAndValues;
    }

    List<@Nullable Object> ofSet(List<@Nullable Object> values) {
      return values;
    }

    final List<@Nullable Object> cut(List<@Nullable Object> values, int length) {
      if (values.size() <= length) {
        return values;
      }
      exercise();
      return values.subList(0, length);
    }
  }

  @Mutant(killedBy = "sc.ser.map")
  static final class CutsLargeMaps extends Cutting {
    @Override
    List<@Nullable Object> ofMap(List<@Nullable Object> keysAndValues) {
      return cut(keysAndValues, 2 * MANY);
    }
  }

  @Mutant(killedBy = "sc.ser.set")
  static final class CutsLargeSets extends Cutting {
    @Override
    List<@Nullable Object> ofSet(List<@Nullable Object> values) {
      return cut(values, MANY);
    }
  }

  @Mutant(killedBy = "sc.ser.arraybuffer-copy")
  static final class CutsLargeBuffers extends ClonedBy<ArrayBuffer> {
    private static final int LENGTH = 65_536;

    CutsLargeBuffers() {
      super(ArrayBuffer.class, buffer -> buffer.byteLength() > LENGTH,
          buffer -> () -> new ArrayBuffer(Arrays.copyOf(buffer.toByteArray(), LENGTH)));
    }
  }

  @Mutant(killedBy = "sc.ser.arraybuffer-copy")
  static final class TakesEmptyBuffersForDetached extends Variation {
    @Override
    StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
      return new StructuredSerializer(realm, memory) {
        @Override
        @Nullable SerializedRecord leaf(Object value) {
          if (value instanceof ArrayBuffer buffer && buffer.byteLength() == 0 && !buffer.detached()) {
            exercise();
            return refuse(value);
          }
          return super.leaf(value);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.wt.buffer-detached")
  static final class LeavesEmptyBuffersAttached extends Variation {
    @Override
    TransferSerializer newTransferSerializer(ReferenceRealm realm) {
      return new TransferSerializer(realm) {
        @Override
        Object transfer(Object transferable) {
          if (transferable instanceof ArrayBuffer buffer && buffer.byteLength() == 0) {
            exercise();
            return new ArrayBuffer(new byte[0]);
          }
          return super.transfer(transferable);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.view-over-buffer")
  static final class WidensEmptyViews extends ReceivedAs<BufferView> {
    WidensEmptyViews() {
      super(BufferView.class,
          view -> Integer.valueOf(0).equals(view.recordedLength()) && view.buffer().byteLength() > 0,
          view -> new BufferView(view.kind(), view.buffer(), 0, view.buffer().byteLength() / view.bytesPerElement()));
    }
  }
}
