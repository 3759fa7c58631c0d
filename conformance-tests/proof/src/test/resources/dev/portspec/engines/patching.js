/*
 * Around the patch of a mutant: what it is written with, and how often it did what the engine does not do.
 *
 * The agent has taken what it needs of the realm before this runs, and every check comes after it; in a worker, so does
 * the worker's script. What patches the window patches each frame as well. A patch keeps what it uses itself, since
 * scripts may patch built-ins too.
 */
(function (global) {
  "use strict";

  const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const { setPrototypeOf } = Reflect;
  const uncurry = (method) => (self, ...args) => apply(method, self, args);

  /** Whether this is the realm of a frame of its parent's origin: it counts there, since it goes with its world. */
  const isJoined = tallyOfParent() !== undefined;
  const tally = isJoined ? tallyOfParent() : { count: 0, failure: undefined };

  function tallyOfParent() {
    try {
      return global.parent === global ? undefined : global.parent.exercised.tally;
    } catch (e) {
      return undefined; // there is no parent, or it is of another origin
    }
  }

  /** Says that what follows is not what the engine does; gives back what it is given. */
  function exercise(value) {
    tally.count++;
    return value;
  }

  /** Changes something of the descriptor of a property. */
  function property(object, key, change) {
    const descriptor = getOwnPropertyDescriptor(object, key);
    if (descriptor === undefined) {
      throw new TypeError("there is no such property: " + String(key));
    }
    defineProperty(object, key, { ...descriptor, ...change(descriptor) });
  }

  /** A function that cannot be told from another by its name and its length, and that has no prototype either. */
  function like(original, f) {
    const made = {
      method(...args) {
        return apply(f, this, args);
      },
    }.method;
    for (const key of ["name", "length"]) {
      defineProperty(made, key, getOwnPropertyDescriptor(original, key));
    }
    return made;
  }

  /** Replaces a method by what is made of it. */
  function method(object, key, make) {
    property(object, key, ({ value }) => ({ value: like(value, make(value)) }));
  }

  /** Replaces the getter of an attribute by what is made of it. */
  function getter(object, key, make) {
    property(object, key, ({ get }) => ({ get: like(get, make(get)) }));
  }

  /** Replaces the setter of an attribute by what is made of it. */
  function setter(object, key, make) {
    property(object, key, ({ set }) => ({ set: like(set, make(set)) }));
  }

  /** Has values cloned by a function of the original, the value and the options, where there is a value. */
  function cloning(clone) {
    method(global, "structuredClone", (original) => function (value, options) {
      return arguments.length === 0 ? original() : clone(original, value, options);
    });
  }

  /** Has ports post with other arguments: those that are made of the given ones, where there are any. */
  function posting(change) {
    method(MessagePort.prototype, "postMessage", (original) => function (...args) {
      return apply(original, this, args.length === 0 ? args : change(...args));
    });
  }

  function exercised() {
    if (tally.failure) {
      throw tally.failure;
    }
    return tally.count;
  }
  exercised.tally = tally;
  defineProperty(global, "exercised", { value: exercised });

  try {
    /* the patch */
  } catch (e) {
    tally.failure = e;
  }
})(globalThis);
