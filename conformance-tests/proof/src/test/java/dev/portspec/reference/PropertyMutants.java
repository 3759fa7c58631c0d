package dev.portspec.reference;

import static dev.portspec.reference.SerializedWithTransfer.dataCloneError;

import dev.portspec.api.ArrayObject;
import dev.portspec.api.PlainObject;
import dev.portspec.api.PropertyBag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong when the properties of an object are read and created. */
final class PropertyMutants {
  private PropertyMutants() {}

  /** The list of keys is another than the reference takes. */
  private abstract static class Keys extends Variation {
    abstract List<String> keys(PropertyBag object, List<String> right);

    @Override
    final ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        Iterator<String> keys(PropertyBag object) {
          List<String> right = enumerableOwnKeys(object);
          List<String> keys = Keys.this.keys(object, right);
          if (!keys.equals(right)) {
            exercise();
          }
          return keys.iterator();
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.object-own-enumerable-string")
  static final class TakesHiddenProperties extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      return object.ownKeys().stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
  }

  @Mutant(killedBy = "sc.ser.object-own-enumerable-string")
  static final class TakesSymbolKeys extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      return object.ownKeys().stream().filter(object::isEnumerable).map(key -> nameOf(object, key)).toList();
    }

    private static String nameOf(PropertyBag object, Object key) {
      if (!(key instanceof String)) {
        object.define(key.toString(), object.stored(key));
      }
      return key.toString();
    }
  }

  @Mutant(killedBy = "sc.ser.object-own-enumerable-string")
  static final class TakesInheritedProperties extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      List<String> keys = new ArrayList<>(right);
      if (object instanceof PlainObject plain && plain.prototype() instanceof PlainObject prototype) {
        prototype.ownKeys().forEach(key -> object.define(key, prototype.stored(key)));
        keys.addAll(ContainerSerialization.enumerableOwnKeys(prototype));
      }
      return keys;
    }
  }

  @Mutant(killedBy = "sc.ser.object-key-order")
  static final class SortsTheKeys extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      return right.stream().sorted().toList();
    }
  }

  @Mutant(killedBy = "sc.ser.object-key-order")
  static final class TakesIntegerKeysLast extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      List<String> keys = new ArrayList<>(right);
      keys.removeIf(key -> key.matches("[0-9]+"));
      right.stream().filter(key -> key.matches("[0-9]+")).forEach(keys::add);
      return keys;
    }
  }

  @Mutant(killedBy = "sc.ser.object-prototype-lost")
  static final class KeepsThePrototype extends Variation {
    private final Map<SerializedRecord, Object> prototypes = new IdentityHashMap<>();

    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord object(Object value, PropertyBag object) {
          SerializedRecord serialized = super.object(value, object);
          if (object instanceof PlainObject plain && plain.prototype() != null) {
            prototypes.put(serialized, plain.prototype());
          }
          return serialized;
        }
      };
    }

    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        @Nullable Object create(SerializedRecord serialized) {
          Object clone = super.create(serialized);
          if (clone instanceof PlainObject object && prototypes.containsKey(serialized)) {
            exercise();
            object.setPrototype(prototypes.get(serialized));
          }
          return clone;
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.object-prototype-lost")
  static final class RefusesInstances extends Variation {
    @Override
    ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
      return new ContainerSerialization(serializer) {
        @Override
        SerializedRecord object(Object value, PropertyBag object) {
          if (object instanceof PlainObject plain && plain.prototype() != null) {
            exercise();
            throw dataCloneError("an instance cannot be cloned");
          }
          return super.object(value, object);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.object-proto-key")
  static final class SetsThePrototype extends Variation {
    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        void createDataProperty(PropertyBag object, String key, @Nullable Object value) {
          if (key.equals("__proto__") && object instanceof PlainObject plain) {
            exercise();
            plain.setPrototype(value);
          } else {
            super.createDataProperty(object, key, value);
          }
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.object-key-order")
  static final class CreatesPropertiesInReverse extends Variation {
    @Override
    StructuredDeserializer newDeserializer(List<Object> transferredValues) {
      return new StructuredDeserializer(transferredValues) {
        @Override
        void fill(PropertyBag object, SerializedRecord.Properties serialized) {
          SerializedRecord.Properties reverse = new SerializedRecord.Properties();
          reverse.keys.addAll(serialized.keys);
          reverse.values.addAll(serialized.values);
          if (serialized.keys.size() > 1) {
            exercise();
            Collections.reverse(reverse.keys);
            Collections.reverse(reverse.values);
          }
          super.fill(object, reverse);
        }
      };
    }
  }

  @Mutant(killedBy = "sc.ser.array-extra-props")
  static final class TakesSymbolKeysOfArrays extends Keys {
    @Override
    List<String> keys(PropertyBag object, List<String> right) {
      return object instanceof ArrayObject ? new TakesSymbolKeys().keys(object, right) : right;
    }
  }
}
