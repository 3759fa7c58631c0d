package dev.portspec.reference;

import dev.portspec.api.Hole;
import dev.portspec.api.PropertyBag;
import dev.portspec.api.Undefined;
import dev.portspec.reference.CloningVariation.ReceivedAs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong when arrays are cloned. */
final class ArrayMutants {
  private ArrayMutants() {}

  @Mutant(killedBy = "sc.ser.array-length")
  static final class CutsTrailingHolesOff extends ReceivedAs<Object> {
    CutsTrailingHolesOff() {
      super(Object.class, clone -> clone instanceof List<?> list && endsInHole(list), clone -> {
        List<?> list = (List<?>) clone;
        while (endsInHole(list)) {
          list.remove(list.size() - 1);
        }
        return list;
      });
    }

    private static boolean endsInHole(List<?> list) {
      return !list.isEmpty() && list.get(list.size() - 1) == Hole.HOLE;
    }
  }

  @Mutant(killedBy = "sc.ser.array-holes")
  static final class FillsHoles extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements serialized = (SerializedRecord.Elements) super.array(value, elements, others);
          if (elements.contains(Hole.HOLE)) {
            exercise();
            Arrays.fill(serialized.elements, Undefined.UNDEFINED);
          }
          return serialized;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-extra-props")
  static final class TakesElementsOnly extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          if (others != null && !enumerableOwnKeys(others).isEmpty()) {
            exercise();
          }
          return super.array(value, elements, null);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-length-early")
  static final class ReadsTheLengthLast extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements[] serialized = new SerializedRecord.Elements[1];
          // below its elements on the stack, so after them
          serializer.open(() -> {
            if (elements.size() != serialized[0].elements.length) {
              exercise();
              serialized[0].elements = Arrays.copyOf(serialized[0].elements, elements.size());
            }
            return false;
          });
          serialized[0] = (SerializedRecord.Elements) super.array(value, elements, others);
          return serialized[0];
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-holes")
  static final class MakesHolesOfUndefined extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        boolean hasOwnProperty(List<?> elements, int index) {
          if (super.hasOwnProperty(elements, index) && elements.get(index) == Undefined.UNDEFINED) {
            exercise();
            return false;
          }
          return super.hasOwnProperty(elements, index);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-length-early")
  static final class GrowsWithTheArray extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements[] serialized = new SerializedRecord.Elements[1];
          serializer.open(() -> {
            int length = serialized[0].elements.length;
            if (elements.size() > length) {
              exercise();
              serialized[0].elements = Arrays.copyOf(serialized[0].elements, elements.size());
              Arrays.fill(serialized[0].elements, length, elements.size(), Hole.HOLE);
            }
            return false;
          });
          serialized[0] = (SerializedRecord.Elements) super.array(value, elements, others);
          return serialized[0];
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.key-list-fixed")
  static final class TakesElementsThatAreAddedLate extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        BitSet indices(List<?> elements) {
          BitSet right = super.indices(elements);
          if (right.cardinality() < elements.size()) {
            exercise();
            right.set(0, elements.size());
          }
          return right;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.deleted-key-skipped")
  static final class MakesUndefinedOfDeletedElements extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord array(Object value, List<?> elements, @Nullable PropertyBag others) {
          SerializedRecord.Elements serialized = (SerializedRecord.Elements) super.array(value, elements, others);
          indices(elements).stream().forEach(index -> serialized.elements[index] = Undefined.UNDEFINED);
          return serialized;
        }

        @Override
        boolean hasOwnProperty(List<?> elements, int index) {
          if (!super.hasOwnProperty(elements, index)) {
            exercise();
          }
          return super.hasOwnProperty(elements, index);
        }
      };
    }
  }
}
