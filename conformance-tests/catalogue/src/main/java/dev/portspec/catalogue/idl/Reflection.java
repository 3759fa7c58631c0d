package dev.portspec.catalogue.idl;

import static dev.portspec.harness.Vocabulary.js;
import static dev.portspec.harness.Vocabulary.list;

import dev.portspec.harness.Realm;
import dev.portspec.harness.Value;
import org.jspecify.annotations.Nullable;

/** JavaScript's own words for what interfaces look like: {@code Object} and {@code Reflect}, as expressions. */
final class Reflection {
  private Reflection() {}

  /** The interface prototype object. */
  static Value prototype(Realm realm, String type) {
    return realm.global().get(type).get("prototype");
  }

  /** Calls a function with another {@code this}. */
  static Value apply(Realm realm, Value function, @Nullable Object receiver, @Nullable Object... args) {
    return realm.global().get("Reflect").call("apply", function, receiver, list(args));
  }

  /** Runs the getter that an object has or inherits, with another {@code this}. */
  static Value read(Realm realm, Value holder, String attribute, @Nullable Object receiver) {
    return realm.global().get("Reflect").call("get", holder, attribute, receiver);
  }

  /** Runs the setter that an object has or inherits, with another {@code this}. */
  static Value write(Realm realm, Value holder, String attribute, @Nullable Object value, @Nullable Object receiver) {
    return realm.global().get("Reflect").call("set", holder, attribute, value, receiver);
  }

  /** What kind of property of its own an object has, in words; "absent" where it has none. */
  static Object property(Value holder, Object key) {
    return js("""
        const found = Object.getOwnPropertyDescriptor(args[0], args[1]);
        if (found === undefined) {
          return "absent";
        }
        const kind = "value" in found
          ? "value: " + typeof found.value
          : "get: " + typeof found.get + ", set: " + typeof found.set;
        return [kind, ...["writable", "enumerable", "configurable"].filter((name) => found[name])].join(", ");
        """, holder, key);
  }

  /** Whether an object has a property of its own. */
  static Value hasOwn(Realm realm, Value object, Object key) {
    return realm.global().get("Object").call("hasOwn", object, key);
  }

  /** Its prototype. */
  static Value prototypeOf(Realm realm, Value object) {
    return realm.global().get("Reflect").call("getPrototypeOf", object);
  }
}
