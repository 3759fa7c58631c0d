/*
 * The interpreter of scripts for every JavaScript realm, and the agent's end of the wire protocol.
 *
 * host         once for an agent: the log, the identities, the names
 * realm        a function of a global: its own built-ins, taken before the first script, and the interpreter
 * workers      those that a realm starts, and what is told of them
 * frames       those of its windows that a realm has, and what is told of them
 * connection   the agent's WebSocket, and the answers to the harness
 * journal      in a worker, and in a frame that is an agent: its log leaves at once, since it may be ended at any time
 *
 * Scripts may patch built-ins, so what the interpreter needs while a script runs is kept from before the first one.
 *
 * A worker runs this same function, with a second argument that says who it is and what its top-level script does. So
 * does a frame: of its parent's origin it joins the agent of its parent, and else it is an agent as a worker is.
 */
(function agent(global, start) {
  "use strict";

  const PROTOCOL = 1;
  const LISTED = 10000; // elements of an array that are listed one by one
  const DEPTH = 200; // levels of a value that are shown
  const NODES = 200000; // parts of a value that are shown
  const BYTES = 1 << 22; // bytes of a buffer that are shown
  const PATIENCE = 300; // timers that a broadcast of ours may take
  const MISSES = 3; // broadcasts of ours that may not arrive until we send no more
  const HOSTS = { __proto__: null, same: "127.0.0.1", other: "localhost" }; // two names of this machine, two origins
  const JOINT = "portspec"; // the property of a frame's element by which its document finds its agent

  const { apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
    global.Reflect;
  const { setPrototypeOf } = global.Reflect;
  const { isFrozen } = global.Object;
  const { isArray } = global.Array;
  const { isView } = global.ArrayBuffer;
  const { stringify, parse } = global.JSON;
  const { min } = global.Math;
  const own = global.Object.prototype.hasOwnProperty;
  const has = (object, key) => apply(own, object, [key]);
  const uncurry = (method) => (self, ...args) => apply(method, self, args);
  const getter = (prototype, key) => {
    const descriptor = prototype && getOwnPropertyDescriptor(prototype, key);
    return descriptor && descriptor.get ? uncurry(descriptor.get) : undefined;
  };
  const append = (list, value) =>
    defineProperty(list, list.length, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });

  // ---------------------------------------------------------------- host: one for an agent

  function createHost() {
    const weakGet = uncurry(WeakMap.prototype.get);
    const weakSet = uncurry(WeakMap.prototype.set);
    const mapGet = uncurry(Map.prototype.get);
    const mapSet = uncurry(Map.prototype.set);
    const identities = new WeakMap();
    const symbolIdentities = new Map();
    const labels = new WeakMap();
    const faults = new WeakMap();
    const interfaces = new WeakMap(); // a prototype, and whose it is
    const realms = { __proto__: null };
    let lastIdentity = 0;

    const host = {
      __proto__: null,
      realms,
      realmCount: 0,
      /** The realm that the others joined; it stays. */
      root: undefined,
      /** The names and functions of the current world; the outermost scope of everything in it. */
      table: undefined,
      pending: [],
      /** How many lines there ever were. */
      logged: 0,
      /** Which world ran last: where an exception is reported that nobody caught. */
      running: 0,
      flush: undefined,
      /** In a worker: what was seen leaves before anything is done that others can see. */
      sync: () => {},
      /** In a worker: told that the realm is about to close itself. */
      closing: undefined,
      /** The scripts of workers by their addresses. */
      scripts: { __proto__: null },
      /** The frames of all realms. */
      frames: [],
      /** How many documents are on their way, and what is to be done once none is. */
      loading: 0,
      whenLoaded: undefined,
      /** Whether lines leave at once. */
      hasJournal: false,
      /** Whether the old world is being closed: an engine that dispatches in close() then does so for us alone. */
      isTidying: false,

      identityOf(value) {
        const table = typeof value === "symbol" ? symbolIdentities : identities;
        const known = typeof value === "symbol" ? mapGet(table, value) : weakGet(table, value);
        if (known !== undefined) {
          return known;
        }
        const fresh = ++lastIdentity;
        if (typeof value === "symbol") {
          mapSet(table, value, fresh);
        } else {
          weakSet(table, value, fresh);
        }
        return fresh;
      },

      setLabel(f, label) {
        weakSet(labels, f, label);
      },
      labelOf(f) {
        return weakGet(labels, f) || "";
      },

      setInterface(prototype, entry) {
        if (weakGet(interfaces, prototype) === undefined) {
          weakSet(interfaces, prototype, entry);
        }
      },
      /** The nearest known prototype of a value. */
      interfaceOf(value) {
        let prototype = getPrototypeOf(value);
        for (let i = 0; prototype !== null && i < 1000; i++) {
          const entry = weakGet(interfaces, prototype);
          if (entry !== undefined) {
            return entry;
          }
          prototype = getPrototypeOf(prototype);
        }
        return undefined;
      },
      isInterface(prototype) {
        return weakGet(interfaces, prototype);
      },

      /** Our own mistake: passes every `try`. */
      fault(words, realm, position) {
        const error = new Error(words);
        weakSet(faults, error, words);
        if (position.inFunction) {
          host.log(realm, position.world, { __proto__: null, fault: words, at: position.at });
        }
        return error;
      },
      faultOf(error) {
        return (typeof error === "object" && error !== null && weakGet(faults, error)) || undefined;
      },

      /** Adds a line to the log; `body` is complete but for its number and realm. */
      log(realm, world, body) {
        const line = { __proto__: null, n: ++host.table.lines, in: realm.name };
        if (world !== host.table.world) {
          line.world = world;
        }
        const keys = ownKeys(body);
        for (let i = 0; i < keys.length; i++) {
          line[keys[i]] = body[keys[i]];
        }
        append(host.pending, line);
        host.logged++;
        if (host.flush) {
          host.flush();
        }
        return line;
      },

      /** What has been seen since the last message. */
      take() {
        const seen = host.pending;
        host.pending = [];
        for (let i = 0; i < seen.length; i++) {
          if (seen[i].settle) {
            seen[i].settle(seen[i]);
            delete seen[i].settle;
          }
        }
        return seen;
      },

      /** The frame whose element that is; undefined where there is none. */
      frameOf(element) {
        for (let i = 0; i < host.frames.length; i++) {
          if (host.frames[i].element === element && !host.frames[i].isGone) {
            return host.frames[i];
          }
        }
        return undefined;
      },

      /** A frame's document is about to go, and with it what is in it. */
      unload(frame, world) {
        if (frame.isGone) {
          return;
        }
        frame.isGone = true;
        if (frame.isAgent) {
          host.log(frame.parent, world, { __proto__: null, terminates: frame.name });
          return;
        }
        realms[frame.name].workers.end(world);
        for (let i = 0; i < host.frames.length; i++) {
          if (host.frames[i].parent === realms[frame.name]) {
            host.unload(host.frames[i], world);
          }
        }
      },

      /** Begins a world: the table is empty, and the old world's ports, channels and settings are gone. */
      open(world) {
        const old = host.table;
        for (let i = 0; i < host.pending.length; i++) {
          if (host.pending[i].world === undefined) {
            host.pending[i].world = old.world;
          }
        }
        host.table = newTable(world);
        host.running = world;
        host.isTidying = true;
        for (let i = 0; i < host.frames.length; i++) {
          host.frames[i].remove(); // first: nobody in them is to see how the rest is tidied up
        }
        host.frames = [];
        host.loading = 0;
        for (const name in realms) {
          realms[name].leaveWorld();
          if (realms[name] !== host.root) {
            deleteProperty(realms, name);
          }
        }
        host.realmCount = 1;
        host.isTidying = false;
      },
    };

    function newTable(world) {
      return {
        __proto__: null,
        world,
        lines: 0,
        vars: { __proto__: null },
        functions: { __proto__: null },
        parent: null,
        isCall: false,
        usesTimers: false,
        usesBroadcast: false,
      };
    }
    host.table = newTable(0);
    return host;
  }

  // ---------------------------------------------------------------- realm: what it has

  const LANGUAGE = [
    "Object Function Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Date RegExp Boolean Number",
    "String BigInt Symbol Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError",
    "ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array",
    "Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array",
  ]
    .join(" ")
    .split(" ");
  const PLATFORM = [
    "MessageChannel MessagePort MessageEvent BroadcastChannel Event EventTarget ErrorEvent CloseEvent CustomEvent",
    "AbortController AbortSignal DOMException Worker SharedWorker PortCollection",
  ]
    .join(" ")
    .split(" ");

  /** Tells the prototypes of a realm apart, whatever a script does to constructors later. */
  function registerInterfaces(host, realm, scope) {
    const register = (name, value, kind) => {
      if (typeof value === "function" && typeof value.prototype === "object" && value.prototype !== null) {
        host.setInterface(value.prototype, { __proto__: null, name, kind, realm });
      }
    };
    LANGUAGE.forEach((name) => register(name, scope[name], "language"));
    PLATFORM.forEach((name) => register(name, scope[name], "platform"));
    Object.getOwnPropertyNames(scope).forEach((name) => {
      const descriptor = getOwnPropertyDescriptor(scope, name);
      if (/^[A-Z]/.test(name) && "value" in descriptor) {
        register(name, descriptor.value, "platform");
      }
    });
  }

  /** What the realm can do, by looking at it. */
  function capabilitiesOf(scope) {
    const port = scope.MessagePort.prototype;
    const buffer = scope.ArrayBuffer.prototype;
    const hasDocument = typeof scope.document === "object";
    const claims = {
      "transfer-ports": true,
      numbers: true,
      undefined: true,
      "lists-objects": true,
      onmessageerror: "onmessageerror" in port,
      "transfer-options": true,
      "structured-clone": typeof scope.structuredClone === "function",
      "synthetic-events": typeof scope.MessageEvent === "function" && "dispatchEvent" in port,
      "listener-options": "addEventListener" in port,
      "handler-get": "onmessage" in port,
      "broadcast-channel": typeof scope.BroadcastChannel === "function",
      "port-collection": typeof scope.PortCollection === "function",
      "close-event": "onclose" in port,
      microtasks: typeof scope.queueMicrotask === "function",
      tasks: typeof scope.setTimeout === "function",
      "exception-reports": true,
      "global-error-event": firesErrorEvents(scope),
      gc: typeof scope.gc === "function",
      accessors: true,
      "property-attributes": true,
      bigint: typeof scope.BigInt === "function",
      date: true,
      "map-set": true,
      buffers: true,
      views: true,
      "resizable-buffers": "resizable" in buffer,
      "shared-buffers": typeof scope.SharedArrayBuffer === "function",
      errors: true,
      "dom-exception": typeof scope.DOMException === "function",
      regexp: true,
      wrappers: true,
      symbols: true,
      workers: typeof scope.Worker === "function",
      "nested-workers": typeof scope.Worker === "function", // each engine with the one has had the other for years
      "shared-workers": typeof scope.SharedWorker === "function",
      document: hasDocument,
      frames: hasDocument,
      origins: hasDocument,
      navigation: hasDocument,
      "realm-of-objects": hasDocument, // elsewhere nothing makes a second realm
      "web-idl": true,
      javascript: true,
    };
    return Object.keys(claims).filter((name) => claims[name]);
  }

  // ---------------------------------------------------------------- realm: what is seen

  /** A function that shows any value in the grammar of the wire, calling no code of a script. */
  function createShow(host, scope) {
    const typed = getPrototypeOf(scope.Uint8Array.prototype);
    const sharedPrototype = scope.SharedArrayBuffer && scope.SharedArrayBuffer.prototype;
    const brand = {
      mapSize: getter(scope.Map.prototype, "size"),
      setSize: getter(scope.Set.prototype, "size"),
      time: uncurry(scope.Date.prototype.getTime),
      source: getter(scope.RegExp.prototype, "source"),
      bufferLength: getter(scope.ArrayBuffer.prototype, "byteLength"),
      sharedLength: getter(sharedPrototype, "byteLength"),
      exceptionName: getter(scope.DOMException && scope.DOMException.prototype, "name"),
      window: getter(scope, "window"),
    };
    const exceptionCode = getter(scope.DOMException && scope.DOMException.prototype, "code");
    const exceptionMessage = getter(scope.DOMException && scope.DOMException.prototype, "message");
    const regexpFlags = getter(scope.RegExp.prototype, "flags");
    const kindOfView = getter(typed, scope.Symbol.toStringTag);
    const viewOf = {
      buffer: getter(typed, "buffer"),
      offset: getter(typed, "byteOffset"),
      length: getter(typed, "length"),
      byteLength: getter(typed, "byteLength"),
      validate: uncurry(typed.indexOf),
    };
    const dataViewOf = {
      buffer: getter(scope.DataView.prototype, "buffer"),
      offset: getter(scope.DataView.prototype, "byteOffset"),
      length: getter(scope.DataView.prototype, "byteLength"),
      byteLength: getter(scope.DataView.prototype, "byteLength"),
      validate: getter(scope.DataView.prototype, "byteLength"),
    };
    const bufferMax = getter(scope.ArrayBuffer.prototype, "maxByteLength");
    const resizable = getter(scope.ArrayBuffer.prototype, "resizable");
    const resize = scope.ArrayBuffer.prototype.resize && uncurry(scope.ArrayBuffer.prototype.resize);
    const sharedMax = getter(sharedPrototype, "maxByteLength");
    const growable = getter(sharedPrototype, "growable");
    const { Uint8Array } = scope;
    const setBytes = uncurry(typed.set);
    const eachOfMap = uncurry(scope.Map.prototype.forEach);
    const eachOfSet = uncurry(scope.Set.prototype.forEach);
    const tagOf = uncurry(scope.Object.prototype.toString);
    const boxes = ["Number", "String", "Boolean", "BigInt", "Symbol"].map((name) =>
      uncurry(scope[name].prototype.valueOf),
    );
    const symbolDescription = getter(scope.Symbol.prototype, "description");
    const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/;
    const eventName = /Event$/;
    const errorName = /Error$/;
    const test = uncurry(scope.RegExp.prototype.test);
    const charCodeAt = uncurry(scope.String.prototype.charCodeAt);
    const toText = scope.String;
    const toStringTag = scope.Symbol.toStringTag;
    const wellKnown = { __proto__: null };
    Object.getOwnPropertyNames(scope.Symbol)
      .filter((name) => typeof scope.Symbol[name] === "symbol")
      .forEach((name) => (wellKnown[scope.Symbol[name]] = "@@" + name));
    const hex = [];
    for (let i = 0; i < 256; i++) {
      hex[i] = (i < 16 ? "0" : "") + i.toString(16);
    }
    const errorNoise = set("stack fileName lineNumber columnNumber line column originalLine originalColumn sourceURL");

    function set(words) {
      const members = { __proto__: null };
      words.split(" ").forEach((word) => (members[word] = true));
      return members;
    }

    /** The brand of a value is what its internal slots say, not what its prototype says. */
    function is(check, value) {
      if (check === undefined) {
        return false;
      }
      try {
        check(value);
        return true;
      } catch (e) {
        return false; // no such internal slot: that is the answer
      }
    }

    function string(value) {
      if (!test(lone, value)) {
        return value;
      }
      const units = [];
      for (let i = 0; i < value.length; i++) {
        append(units, charCodeAt(value, i));
      }
      return { __proto__: null, string: units };
    }

    function symbol(value) {
      const known = wellKnown[value];
      const description = known === undefined ? symbolDescription(value) : known;
      return {
        __proto__: null,
        "#": host.identityOf(value),
        symbol: description === undefined ? "" : string(description),
      };
    }

    function number(value) {
      if (value !== value || value === Infinity || value === -Infinity) {
        return { __proto__: null, number: toText(value) };
      }
      return value === 0 && 1 / value < 0 ? { __proto__: null, number: "-0" } : value;
    }

    function show(value, cx) {
      if (++cx.nodes > NODES) {
        return { __proto__: null, unreadable: "too many parts" };
      }
      switch (typeof value) {
        case "undefined":
          return { __proto__: null, undefined: true };
        case "boolean":
          return value;
        case "number":
          return number(value);
        case "string":
          return string(value);
        case "bigint":
          return { __proto__: null, bigint: toText(value) };
        case "symbol":
          return symbol(value);
        default:
          return value === null ? null : composite(value, cx);
      }
    }

    function composite(value, cx) {
      const identity = host.identityOf(value);
      if (cx.shown[identity]) {
        return { __proto__: null, ref: identity };
      }
      if (cx.depth >= DEPTH) {
        return { __proto__: null, unreadable: "nested more than " + DEPTH + " levels" };
      }
      cx.shown[identity] = true;
      cx.depth++;
      const node = { __proto__: null, "#": identity };
      try {
        describe(node, value, cx);
        return node;
      } catch (e) {
        return { __proto__: null, unreadable: reason(e) };
      } finally {
        cx.depth--;
      }
    }

    function reason(e) {
      try {
        return string("reading it threw " + toText(e));
      } catch (again) {
        return "reading it threw what cannot be shown";
      }
    }

    function describe(node, value, cx) {
      if (typeof value === "function") {
        node.function = host.labelOf(value);
        return;
      }
      const entry = host.interfaceOf(value);
      if (isArray(value)) {
        array(node, value, cx);
      } else if (entry === undefined ? is(brand.window, value) : entry.name === "Window") {
        node.platform = "Window"; // of no realm: it stands for one document after another, and may be of another origin
        return;
      } else if (entry !== undefined && entry.kind === "platform" && entry.name !== "DOMException") {
        platform(node, value, entry, cx);
      } else if (!leaf(node, value, entry === undefined ? "" : entry.name, cx)) {
        plain(node, value, cx);
      }
      if (host.realmCount > 1 && entry !== undefined) {
        node.in = entry.realm.name;
      }
    }

    /** Values with internal slots; false where there are none. */
    function leaf(node, value, name, cx) {
      switch (name) {
        case "Map":
          return is(brand.mapSize, value) && map(node, value, cx);
        case "Set":
          return is(brand.setSize, value) && members(node, value, cx);
        case "ArrayBuffer":
          return is(brand.bufferLength, value) && buffer(node, value, false, cx);
        case "SharedArrayBuffer":
          return is(brand.sharedLength, value) && buffer(node, value, true, cx);
        case "DOMException":
          return is(brand.exceptionName, value) && exception(node, value, cx);
        case "BigInt":
          return is(boxes[3], value) && boxed(node, value, boxes[3], cx);
        case "Symbol":
          return is(boxes[4], value) && boxed(node, value, boxes[4], cx);
        case "Promise":
        case "WeakRef":
        case "WeakMap":
        case "WeakSet":
        case "FinalizationRegistry":
          node.platform = name;
          return true;
        default:
          return isView(value) ? view(node, value, cx) : builtIn(node, value, name, cx);
      }
    }

    /** The kinds that the language itself tells apart, unless the object says otherwise. */
    function builtIn(node, value, name, cx) {
      if (has(value, toStringTag)) {
        return false;
      }
      switch (tagOf(value)) {
        case "[object Error]":
          return error(node, value, name, cx);
        case "[object Date]":
          return date(node, value, cx);
        case "[object RegExp]":
          return regexp(node, value, cx);
        case "[object Number]":
          return boxed(node, value, boxes[0], cx);
        case "[object String]":
          return boxed(node, value, boxes[1], cx);
        case "[object Boolean]":
          return boxed(node, value, boxes[2], cx);
        default:
          return false;
      }
    }

    /** Own properties as the wire has them: key, value, and attributes where they are not the default. */
    function properties(value, skip, cx) {
      const list = [];
      const keys = ownKeys(value);
      for (let i = 0; i < keys.length; i++) {
        if (!skip(keys[i])) {
          append(list, property(value, keys[i], cx));
        }
      }
      return list;
    }

    function property(value, key, cx) {
      const descriptor = getOwnPropertyDescriptor(value, key);
      const attributes = { __proto__: null };
      const accessor = has(descriptor, "get");
      if (!descriptor.enumerable) {
        attributes.enumerable = false;
      }
      if (!descriptor.configurable && !cx.frozen) {
        attributes.configurable = false;
      }
      if (!accessor && !descriptor.writable && !cx.frozen) {
        attributes.writable = false;
      }
      const entry = [typeof key === "symbol" ? symbol(key) : string(key)];
      append(entry, accessor ? { __proto__: null, accessor: true } : show(descriptor.value, inner(cx)));
      if (ownKeys(attributes).length > 0) {
        append(entry, attributes);
      }
      return entry;
    }

    function inner(cx) {
      cx.frozen = false;
      return cx;
    }

    function frozen(value, node) {
      const is = isFrozen(value);
      if (is) {
        node.frozen = true;
      }
      return is;
    }

    function plain(node, value, cx) {
      const list = [];
      const keys = ownKeys(value);
      const still = isFrozen(value);
      node.object = list;
      for (let i = 0; i < keys.length; i++) {
        cx.frozen = still;
        append(list, property(value, keys[i], cx));
      }
      const prototype = getPrototypeOf(value);
      const entry = prototype === null ? undefined : host.isInterface(prototype);
      if (entry === undefined || entry.name !== "Object") {
        node.prototype = show(prototype, inner(cx));
      }
      frozen(value, node);
    }

    function array(node, value, cx) {
      const list = [];
      const length = getOwnPropertyDescriptor(value, "length").value;
      node.array = list;
      const listed = min(length, LISTED);
      for (let i = 0; i < listed; i++) {
        const descriptor = getOwnPropertyDescriptor(value, i);
        append(list, descriptor === undefined ? { __proto__: null, hole: true } : element(descriptor, cx));
      }
      if (length > listed) {
        node.length = length;
      }
      const still = frozen(value, node);
      const isIndex = (key) => typeof key === "string" && "" + (key >>> 0) === key;
      const isListed = (key) => key === "length" || (isIndex(key) && key >>> 0 < listed);
      extras(node, value, isListed, still, cx);
    }

    function element(descriptor, cx) {
      return has(descriptor, "get") ? { __proto__: null, accessor: true } : show(descriptor.value, cx);
    }

    function extras(node, value, skip, still, cx) {
      const list = [];
      const keys = ownKeys(value);
      for (let i = 0; i < keys.length; i++) {
        if (!skip(keys[i])) {
          cx.frozen = still;
          append(list, property(value, keys[i], cx));
        }
      }
      if (list.length > 0) {
        node.props = list;
      }
      return true;
    }

    const nothing = () => false;

    function map(node, value, cx) {
      node.map = [];
      eachOfMap(value, (v, k) => {
        const entry = [show(k, cx)];
        append(entry, show(v, cx));
        append(node.map, entry);
      });
      return extras(node, value, nothing, false, cx);
    }

    function members(node, value, cx) {
      node.set = [];
      eachOfSet(value, (v) => append(node.set, show(v, cx)));
      return extras(node, value, nothing, false, cx);
    }

    function date(node, value, cx) {
      const time = brand.time(value);
      node.date = time === time ? time : "NaN";
      return extras(node, value, nothing, false, cx);
    }

    function regexp(node, value, cx) {
      node.regexp = [string(brand.source(value)), regexpFlags(value)];
      const last = getOwnPropertyDescriptor(value, "lastIndex").value;
      if (last !== 0) {
        node.lastIndex = show(last, cx);
      }
      return extras(node, value, (key) => key === "lastIndex", false, cx);
    }

    function boxed(node, value, valueOf, cx) {
      const content = valueOf(value);
      node.boxed = show(content, cx);
      const length = typeof content === "string" ? content.length : -1;
      return extras(node, value, (key) => length >= 0 && (key === "length" || key >>> 0 < length), false, cx);
    }

    function error(node, value, name, cx) {
      node.error = test(errorName, name) ? name : "Error";
      const list = [];
      const keys = ownKeys(value);
      for (let i = 0; i < keys.length; i++) {
        if (typeof keys[i] === "symbol" || !errorNoise[keys[i]]) {
          const entry = property(value, keys[i], cx);
          append(list, [entry[0], entry[1]]);
        }
      }
      if (list.length > 0) {
        node.props = list;
      }
      return true;
    }

    function exception(node, value, cx) {
      node.domException = string(brand.exceptionName(value));
      node.code = exceptionCode(value);
      node.message = string(exceptionMessage(value));
      return extras(node, value, (key) => typeof key === "symbol" || errorNoise[key] === true, false, cx);
    }

    function isDetached(value) {
      if (brand.bufferLength(value) !== 0) {
        return false;
      }
      try {
        return new Uint8Array(value).length !== 0;
      } catch (e) {
        return true; // a view of a detached buffer cannot be made
      }
    }

    function buffer(node, value, shared, cx) {
      const length = shared ? brand.sharedLength(value) : brand.bufferLength(value);
      if (length > BYTES) {
        throw new Error("it has " + length + " bytes, and " + BYTES + " are shown");
      }
      node.buffer = "";
      if (!shared && isDetached(value)) {
        node.detached = true;
        return extras(node, value, nothing, false, cx);
      }
      const bytes = new Uint8Array(value);
      let text = "";
      for (let i = 0; i < length; i++) {
        text += hex[bytes[i]];
      }
      node.buffer = text;
      if (shared) {
        node.shared = true;
      }
      if (shared ? growable && growable(value) : resizable && resizable(value)) {
        node.max = shared ? sharedMax(value) : bufferMax(value);
      }
      return extras(node, value, nothing, false, cx);
    }

    function view(node, value, cx) {
      const kind = kindOfView(value);
      const of = kind === undefined ? dataViewOf : viewOf;
      const holder = of.buffer(value);
      node.view = kind === undefined ? "DataView" : kind;
      node.of = show(holder, cx);
      node.at = of.offset(value);
      if (!tracksLength(value, holder, of)) {
        node.length = of.length(value);
      }
      const length = kind === undefined ? 0 : of.length(value);
      const isElement = (key) => typeof key === "string" && key >>> 0 < length;
      return length > LISTED ? true : extras(node, value, isElement, false, cx);
    }

    /** Nothing says whether a view tracks the length of its buffer: resize the buffer, look, and undo it. */
    function tracksLength(value, holder, of) {
      if (!is(brand.bufferLength, holder) || !resizable || !resizable(holder)) {
        return false;
      }
      const size = brand.bufferLength(holder);
      const saved = new Uint8Array(size);
      setBytes(saved, new Uint8Array(holder));
      const length = of.length(value);
      // without its last byte a view of fixed length is out of bounds, and one that tracks is shorter
      resize(holder, length > 0 ? of.offset(value) + of.byteLength(value) - 1 : bufferMax(holder));
      const tracks = length > 0 ? is(of.validate, value) : of.length(value) > 0;
      resize(holder, size);
      setBytes(new Uint8Array(holder), saved);
      return tracks;
    }

    function platform(node, value, entry, cx) {
      const name = entry.name;
      if (!cx.asEvent || cx.depth > 1 || !test(eventName, name)) {
        node.platform = name;
        return;
      }
      node.event = name;
      event(node, value, cx);
      if (name === "MessageEvent") {
        attribute(node, value, "data", null, cx);
        attribute(node, value, "origin", "string", cx);
        attribute(node, value, "lastEventId", "string", cx);
        attribute(node, value, "source", "object", cx);
        ports(node, value, cx);
      } else if (name === "ErrorEvent") {
        attribute(node, value, "message", "string", cx);
        attribute(node, value, "filename", "string", cx);
        attribute(node, value, "lineno", "number", cx);
        attribute(node, value, "error", null, cx);
      }
    }

    function event(node, value, cx) {
      attribute(node, value, "type", "string", cx);
      attribute(node, value, "target", "object", cx);
      attribute(node, value, "currentTarget", "object", cx);
      attribute(node, value, "eventPhase", "number", cx);
      attribute(node, value, "bubbles", "boolean", cx);
      attribute(node, value, "cancelable", "boolean", cx);
      attribute(node, value, "composed", "boolean", cx);
      attribute(node, value, "defaultPrevented", "boolean", cx);
      attribute(node, value, "isTrusted", "boolean", cx);
      attribute(node, value, "timeStamp", "number", cx);
      try {
        const path = value.composedPath();
        node.composedPath = isArray(path) ? path.length : { __proto__: null, unreadable: "composedPath gave no list" };
      } catch (e) {
        node.composedPath = { __proto__: null, unreadable: reason(e) };
      }
    }

    function attribute(node, value, key, type, cx) {
      let read;
      try {
        read = value[key];
      } catch (e) {
        node[key] = { __proto__: null, unreadable: reason(e) };
        return;
      }
      node[key] =
        type === null || typeof read === type
          ? show(read, cx)
          : { __proto__: null, unreadable: key + " is of type " + typeof read };
    }

    function ports(node, value, cx) {
      let list;
      try {
        list = value.ports;
      } catch (e) {
        node.ports = { __proto__: null, unreadable: reason(e) };
        return;
      }
      node.ports = isArray(list) ? show(list, cx) : { __proto__: null, unreadable: "ports is not a list" };
    }

    return function (value, asEvent) {
      const cx = { __proto__: null, shown: { __proto__: null }, depth: 0, nodes: 0, asEvent: !!asEvent, frozen: false };
      return show(value, cx);
    };
  }

  // ---------------------------------------------------------------- realm: what is written

  /** A function that evaluates an expression; `functionOf` makes the functions of scripts. */
  function createEvaluate(host, realm, scope, functionOf) {
    const { Object, Array, Map, Set, Date, RegExp, Symbol, BigInt, Function, String, Number } = scope;
    const { DOMException, ArrayBuffer, SharedArrayBuffer } = scope;
    const constructors = { __proto__: null };
    LANGUAGE.forEach((name) => (constructors[name] = scope[name]));
    const wellKnown = { __proto__: null };
    global.Object.getOwnPropertyNames(Symbol).forEach((name) => (wellKnown["@@" + name] = Symbol[name]));
    const mapSet = uncurry(Map.prototype.set);
    const setAdd = uncurry(Set.prototype.add);
    const fromCodeUnits = (units) => apply(String.fromCharCode, undefined, units);
    const hexToBytes = (text, bytes) => {
      for (let i = 0; i < bytes.length; i++) {
        bytes[i] = Number("0x" + text[2 * i] + text[2 * i + 1]);
      }
    };
    const { Uint8Array } = scope;

    function evaluate(e, cx) {
      if (e === null || typeof e !== "object") {
        return e;
      }
      const keys = ownKeys(e);
      for (let i = 0; i < keys.length; i++) {
        const kind = kinds[keys[i]];
        if (kind !== undefined) {
          return kind(e, cx);
        }
      }
      throw host.fault("no such expression: " + stringify(e), realm, cx.position);
    }

    function list(items, cx) {
      const values = new Array();
      for (let i = 0; i < items.length; i++) {
        append(values, evaluate(items[i], cx));
      }
      return values;
    }

    /** Makes a literal known by its number before its contents are evaluated: they may refer to it. */
    function known(e, value, cx) {
      if (e["#"] !== undefined) {
        cx.refs[e["#"]] = { __proto__: null, value };
      }
      return value;
    }

    function define(target, key, e, attributes, hidden, cx) {
      const descriptor = { __proto__: null, enumerable: !hidden, configurable: true };
      if (e !== null && typeof e === "object" && has(e, "accessor")) {
        descriptor.get = evaluate(e.accessor, cx);
      } else {
        descriptor.value = evaluate(e, cx);
        descriptor.writable = true;
      }
      if (attributes !== undefined) {
        const names = ownKeys(attributes);
        for (let i = 0; i < names.length; i++) {
          descriptor[names[i]] = attributes[names[i]];
        }
      }
      defineProperty(target, key, descriptor);
    }

    function defineAll(target, entries, isHidden, cx) {
      for (let i = 0; entries !== undefined && i < entries.length; i++) {
        const key = evaluate(entries[i][0], cx);
        define(target, key, entries[i][1], entries[i][2], isHidden(key), cx);
      }
      return target;
    }

    const shown = () => false;
    const withProps = (make) => (e, cx) => defineAll(known(e, make(e, cx), cx), e.props, shown, cx);

    const kinds = {
      __proto__: null,
      var: (e, cx) => lookUp(e.var, cx),
      get: (e, cx) => {
        const of = evaluate(e.of, cx);
        return realm.note(of[evaluate(e.get, cx)]);
      },
      function: (e, cx) => known(e, functionOf(e, cx.scope), cx),
      js: (e, cx) => {
        const args = timed(cx, list(e.args || [], cx));
        host.sync();
        return realm.note(apply(new Function("args", e.js), undefined, [args]));
      },
      startup: (e) => host.root.workers.address(e),
      origin: (e) => originOf(host.place, e.origin),
      ref: (e, cx) => {
        const found = cx.refs[e.ref];
        if (found === undefined) {
          throw host.fault("no such literal in this action: " + e.ref, realm, cx.position);
        }
        return found.value;
      },
      undefined: () => undefined,
      number: (e) => ({ __proto__: null, "-0": -0, NaN, Infinity, "-Infinity": -Infinity })[e.number],
      bigint: (e) => BigInt(e.bigint),
      string: (e) => fromCodeUnits(e.string),
      symbol: (e, cx) => known(e, wellKnown[e.symbol] || Symbol(e.symbol), cx),
      boxed: withProps((e, cx) => Object(evaluate(e.boxed, cx))),
      object: (e, cx) => {
        const target = known(e, new Object(), cx);
        if (e.prototype !== undefined) {
          setPrototypeOf(target, evaluate(e.prototype, cx));
        }
        return defineAll(target, e.object, shown, cx);
      },
      array: (e, cx) => {
        const target = known(e, new Array(), cx);
        for (let i = 0; i < e.array.length; i++) {
          const item = e.array[i];
          if (item === null || typeof item !== "object" || !has(item, "hole")) {
            define(target, i, item, undefined, false, cx);
          }
        }
        target.length = e.length === undefined ? e.array.length : e.length;
        return defineAll(target, e.props, shown, cx);
      },
      map: (e, cx) => {
        const target = known(e, new Map(), cx);
        for (let i = 0; i < e.map.length; i++) {
          mapSet(target, evaluate(e.map[i][0], cx), evaluate(e.map[i][1], cx));
        }
        return defineAll(target, e.props, shown, cx);
      },
      set: (e, cx) => {
        const target = known(e, new Set(), cx);
        for (let i = 0; i < e.set.length; i++) {
          setAdd(target, evaluate(e.set[i], cx));
        }
        return defineAll(target, e.props, shown, cx);
      },
      date: withProps((e) => new Date(e.date === "NaN" ? NaN : e.date)),
      regexp: withProps((e, cx) => {
        const made = new RegExp(evaluate(e.regexp[0], cx), e.regexp[1]);
        if (e.lastIndex !== undefined) {
          made.lastIndex = evaluate(e.lastIndex, cx);
        }
        return made;
      }),
      buffer: withProps((e) => {
        const Kind = e.shared ? SharedArrayBuffer : ArrayBuffer;
        const length = e.buffer.length / 2;
        const options = { __proto__: null, maxByteLength: e.max };
        const made = e.max === undefined ? new Kind(length) : new Kind(length, options);
        hexToBytes(e.buffer, new Uint8Array(made));
        return made;
      }),
      view: withProps((e, cx) => {
        const at = e.at === undefined ? 0 : e.at;
        return new constructors[e.view](evaluate(e.of, cx), at, e.length);
      }),
      error: (e, cx) => {
        const first = e.props === undefined ? undefined : e.props[0];
        const hasText = first !== undefined && first[0] === "message" && typeof first[1] === "string";
        // Firefox reports an exception with the message that it was made with
        const target = known(e, construct(constructors[e.error], hasText ? [first[1]] : []), cx);
        void target.stack; // what formats it when it is first read would otherwise read the name while it is cloned
        return defineAll(target, e.props, (key) => key === "message" || key === "cause", cx);
      },
      domException: withProps((e, cx) => {
        return new DOMException(e.message === undefined ? "" : evaluate(e.message, cx), e.domException);
      }),
      uncloneable: (e, cx) => known(e, [function () {}][0], cx),
    };

    /** Source text may start timers, so turns must outlast them from now on. */
    function timed(cx, args) {
      host.table.usesTimers = true;
      return args;
    }

    function lookUp(name, cx) {
      if (name === "self") {
        return scope;
      }
      for (let s = cx.scope; s !== null; s = s.parent) {
        if (name === "this" && (s.isCall || s.parent === null)) {
          return s.isCall ? s.self : scope;
        }
        if (name in s.vars) {
          return s.vars[name];
        }
      }
      throw host.fault("no such name: " + name, realm, cx.position);
    }

    return { evaluate, list };
  }

  // ---------------------------------------------------------------- realm: what is done

  /** Joins a realm to an agent: a function of a global. */
  function createRealm(host, scope, name) {
    const realm = { __proto__: null, name, global: scope, document: scope.document };
    host.realms[name] = realm;
    host.root = host.root || realm;
    host.realmCount++;
    registerInterfaces(host, realm, scope);
    const { Array, TypeError, ReferenceError, WeakRef } = scope;
    const show = createShow(host, scope);
    const deref = uncurry(WeakRef.prototype.deref);
    const closePort = uncurry(scope.MessagePort.prototype.close);
    const closeBroadcast = scope.BroadcastChannel && uncurry(scope.BroadcastChannel.prototype.close);
    let toClose = [];
    let toRestore = [];

    /** Remembers, weakly, what the end of the world has to close. */
    realm.note = (value) => {
      if (typeof value === "object" && value !== null) {
        const entry = kindOf(value);
        host.table.usesBroadcast = host.table.usesBroadcast || entry === "BroadcastChannel";
        if (entry === "MessagePort" || entry === "BroadcastChannel") {
          append(toClose, { __proto__: null, kind: entry, at: new WeakRef(value) });
        }
      }
      return value;
    };

    function kindOf(value) {
      try {
        const entry = host.interfaceOf(value);
        return entry === undefined ? undefined : entry.name;
      } catch (e) {
        return undefined; // a proxy whose trap throws is not one of those that we close
      }
    }

    realm.leaveWorld = () => {
      const close = toClose;
      const restore = toRestore;
      toClose = [];
      toRestore = [];
      for (let i = close.length - 1; i >= 0; i--) {
        const value = deref(close[i].at);
        if (value !== undefined) {
          quietly(() => (close[i].kind === "MessagePort" ? closePort(value) : closeBroadcast(value)));
        }
      }
      for (let i = restore.length - 1; i >= 0; i--) {
        quietly(restore[i]);
      }
      realm.workers.leaveWorld(quietly);
    };

    /** The old world may have broken what we tidy up; the new one does not depend on it. */
    function quietly(step) {
      try {
        step();
      } catch (e) {
        return;
      }
    }

    // scopes: { vars, functions, parent, isCall, self, world }

    function innermostCall(s) {
      while (s.parent !== null && !s.isCall) {
        s = s.parent;
      }
      return s;
    }

    function tableOf(s) {
      while (s.parent !== null) {
        s = s.parent;
      }
      return s;
    }

    function functionOf(e, s) {
      for (let at = s; at !== null; at = at.parent) {
        if (at.functions !== null && e.id in at.functions) {
          return at.functions[e.id];
        }
      }
      const table = tableOf(s);
      const call = innermostCall(s);
      const home = e.root ? table : call;
      const made = makeFunction(e, e.root && call.isCall ? table : s, table);
      host.setLabel(made, e.function);
      home.functions[e.id] = made;
      return made;
    }

    function makeFunction(e, closure, table) {
      let calls = 0;
      return [
        function (...args) {
          if (host.isTidying) {
            return undefined;
          }
          const before = host.running;
          host.running = table.world;
          calls++;
          const vars = { __proto__: null };
          const params = e.params || [];
          for (let i = 0; i < params.length; i++) {
            vars[params[i]] = args[i];
          }
          const frame = {
            __proto__: null,
            vars,
            functions: { __proto__: null },
            parent: closure,
            isCall: true,
            self: this,
          };
          const position = { __proto__: null, at: [], inFunction: true, world: table.world };
          host.log(realm, table.world, {
            __proto__: null,
            called: e.function,
            id: e.id,
            call: calls,
            args: args.length,
          });
          const body = min(calls, e.bodies.length) - 1;
          try {
            const done = block(e.bodies[body], frame, position, [body]);
            host.running = before; // after an exception it stays, for the report that follows
            return done.returned ? done.value : undefined;
          } finally {
            host.sync();
          }
        },
      ][0];
    }

    realm.workers = createWorkers(host, realm, scope);
    realm.frames = createFrames(host, realm, scope);
    realm.turn = createTurn(host, realm, scope);
    const { evaluate, list } = createEvaluate(host, realm, scope, functionOf);

    const NOTHING = { __proto__: null, returned: false, value: undefined };
    const completed = (value) => ({ __proto__: null, returned: false, value });

    function block(actions, s, position, path) {
      let last = NOTHING;
      for (let i = 0; i < actions.length; i++) {
        const at = [];
        for (let k = 0; k < path.length; k++) {
          append(at, path[k]);
        }
        append(at, i);
        position.at = at;
        last = act(actions[i], s, position, at);
        if (last.returned) {
          return last;
        }
      }
      return last;
    }

    function act(action, s, position, path) {
      const does = actions[action.do];
      if (does === undefined) {
        throw host.fault("no such action: " + action.do, realm, position);
      }
      return does(action, { __proto__: null, scope: s, position, refs: { __proto__: null }, path });
    }

    function bind(action, value, cx) {
      realm.note(value);
      if (action.name !== undefined) {
        tableOf(cx.scope).vars[action.name] = value;
      }
      return completed(value);
    }

    const actions = {
      __proto__: null,
      let: (action, cx) => {
        const { vars } = tableOf(cx.scope);
        if (action.value === undefined) {
          deleteProperty(vars, action.name);
        } else {
          vars[action.name] = evaluate(action.value, cx);
        }
        return NOTHING;
      },
      new: (action, cx) => {
        if (!(action.interface in scope)) {
          throw new ReferenceError(action.interface + " is not defined");
        }
        const Interface = scope[action.interface];
        const args = list(action.args, cx);
        if (typeof Interface !== "function") {
          throw new TypeError(action.interface + " is not a constructor");
        }
        host.sync();
        const made = construct(Interface, realm.workers.prepare(args));
        realm.workers.started(made, action.interface, args, tableOf(cx.scope).world);
        return bind(action, made, cx);
      },
      call: (action, cx) => {
        const target = evaluate(action.of, cx);
        const key = evaluate(action.member, cx);
        const f = target[key];
        const args = list(action.args, cx);
        if (typeof f !== "function") {
          throw new TypeError(typeof key === "symbol" ? "no such method" : key + " is not a function");
        }
        if (target === scope) {
          noteGlobalCall(key, args);
        } else if (key === "terminate") {
          realm.workers.terminates(target, tableOf(cx.scope).world);
        } else if (key === "remove" && host.frameOf(target) !== undefined) {
          host.unload(host.frameOf(target), tableOf(cx.scope).world);
        }
        host.sync();
        return bind(action, apply(f, target, args), cx);
      },
      set: (action, cx) => {
        const target = evaluate(action.of, cx);
        const key = evaluate(action.key, cx);
        if (target === scope) {
          noteGlobalSet(key);
        }
        if (action.value === undefined) {
          delete target[key];
        } else {
          target[key] = evaluate(action.value, cx);
        }
        return NOTHING;
      },
      observe: (action, cx) => {
        const value = evaluate(action.value, cx);
        host.log(realm, tableOf(cx.scope).world, { __proto__: null, saw: action.label, value: show(value, true) });
        return NOTHING;
      },
      try: (action, cx) => {
        const world = tableOf(cx.scope).world;
        let done;
        try {
          done = block(action.body, cx.scope, cx.position, join(cx.path, "body"));
        } catch (e) {
          if (host.faultOf(e) !== undefined) {
            throw e;
          }
          host.running = world;
          host.log(realm, world, { __proto__: null, outcome: action.label, threw: show(e) });
          return NOTHING;
        }
        const value = done.returned ? undefined : done.value;
        host.log(realm, world, { __proto__: null, outcome: action.label, returned: show(value) });
        return done.returned ? done : NOTHING;
      },
      /** The script that asked for it is answered once the document is there. */
      frame: (action, cx) => {
        const known = action.of === undefined ? undefined : host.frameOf(evaluate(action.of, cx));
        if (action.of !== undefined && known === undefined) {
          throw host.fault("no such frame: " + stringify(action.of), realm, cx.position);
        }
        return bind(action, realm.frames.load(known, action, tableOf(cx.scope).world), cx);
      },
      throw: (action, cx) => {
        throw evaluate(action.value, cx);
      },
      return: (action, cx) => ({
        __proto__: null,
        returned: true,
        value: action.value === undefined ? undefined : evaluate(action.value, cx),
      }),
      repeat: (action, cx) => {
        const path = join(cx.path, "body");
        for (let i = 0; i < action.count; i++) {
          const vars = { __proto__: null };
          if (action.index !== undefined) {
            vars[action.index] = i;
          }
          const inner = { __proto__: null, vars, functions: null, parent: cx.scope, isCall: false };
          const done = block(action.body, inner, cx.position, path);
          if (done.returned) {
            return done;
          }
        }
        return NOTHING;
      },
    };

    function join(path, key) {
      const joined = [];
      for (let i = 0; i < path.length; i++) {
        append(joined, path[i]);
      }
      append(joined, key);
      return joined;
    }

    // the global outlives a world: what a script did to it is undone

    function noteGlobalSet(key) {
      const before = getOwnPropertyDescriptor(scope, key);
      const handler = typeof key === "string" && key.slice(0, 2) === "on";
      append(toRestore, () => {
        if (handler && scope[key] !== undefined) {
          scope[key] = null;
        } else if (before === undefined) {
          deleteProperty(scope, key);
        } else {
          defineProperty(scope, key, before);
        }
      });
    }

    function noteGlobalCall(key, args) {
      if (key === "setTimeout" || key === "setInterval") {
        host.table.usesTimers = true;
      } else if (key === "addEventListener") {
        const copy = [args[0], args[1], args[2]];
        append(toRestore, () => scope.removeEventListener(copy[0], copy[1], copy[2]));
      } else if (key === "close" && host.closing !== undefined) {
        host.closing();
      }
    }

    /** Runs the top-level script of a worker; what it throws is for the engine to report. */
    realm.start = (script) => {
      try {
        block(script, host.table, { __proto__: null, at: [], inFunction: true, world: host.table.world }, []);
      } catch (e) {
        if (host.faultOf(e) === undefined) {
          throw e;
        }
      } finally {
        host.sync();
      }
    };

    /** Runs a script, and says how it ended. */
    realm.run = (script) => {
      const position = { __proto__: null, at: [], inFunction: false, world: host.table.world };
      host.running = host.table.world;
      try {
        block(script, host.table, position, []);
        return { __proto__: null };
      } catch (e) {
        const fault = host.faultOf(e);
        return fault !== undefined
          ? { __proto__: null, fault, at: position.at }
          : { __proto__: null, threw: show(e), at: position.at };
      } finally {
        host.sync();
      }
    };

    /** An exception reached "report an exception". */
    realm.report = (error, rest) => {
      if (host.faultOf(error) === undefined) {
        host.log(realm, host.running, { __proto__: null, reported: show(error), ...rest });
        host.sync();
      }
    };
    return realm;
  }

  // ---------------------------------------------------------------- workers

  const SOURCE = uncurry(global.Function.prototype.toString)(agent);

  /** A shared worker is named as its script is, and by its own name where it has one. */
  function nameOfShared(script, own) {
    return own === "" ? script : script + " " + own;
  }

  /** The workers of a realm: their scripts, and lines that say what became of them, which are no observations. */
  function createWorkers(host, realm, scope) {
    const { Blob, URL, WeakRef, WeakMap } = scope;
    const terminate = scope.Worker && uncurry(scope.Worker.prototype.terminate);
    const deref = uncurry(WeakRef.prototype.deref);
    const nameGet = uncurry(WeakMap.prototype.get);
    const nameSet = uncurry(WeakMap.prototype.set);
    const createURL = URL.createObjectURL;
    const revokeURL = URL.revokeObjectURL;
    const listen = scope.EventTarget && uncurry(scope.EventTarget.prototype.addEventListener);
    const names = new WeakMap();
    let made = [];

    const tell = (world, body) => host.log(realm, world, { __proto__: null, ...body });

    return {
      __proto__: null,

      /**
       * The address of a script with that name and body; without a body nothing is there. It is the same each time,
       * since a shared worker is known by it.
       */
      address: ({ startup: name, body }) => {
        const world = host.table.world;
        for (const known in host.scripts) {
          if (host.scripts[known].name === name) {
            return known;
          }
        }
        const about = { __proto__: null, ...host.place, name, world, body };
        const text = "(" + SOURCE + ")(globalThis, " + stringify(about) + ");";
        const url = apply(createURL, URL, [new Blob([text], { type: "text/javascript" })]);
        if (body === undefined) {
          apply(revokeURL, URL, [url]);
        }
        host.scripts[url] = { __proto__: null, name, isThere: body !== undefined };
        return url;
      },

      /** What a constructor is given. Deno has module workers alone. */
      prepare: (args) => {
        const isModule = host.scripts[args[0]] !== undefined && hostOf(scope) === "deno";
        return isModule ? [args[0], { ...args[1], type: "module" }] : args;
      },

      started: (worker, kind, [url, options], world) => {
        const script = typeof url === "string" ? host.scripts[url] : undefined;
        if (script === undefined) {
          return;
        }
        let name = script.name;
        if (kind === "Worker") {
          nameSet(names, worker, name);
          append(made, { __proto__: null, name, at: new WeakRef(worker) });
          tell(world, { starts: name });
        } else {
          const own = typeof options === "object" && options !== null ? options.name : options;
          name = nameOfShared(name, own === undefined ? "" : own);
          tell(world, { starts: name, shared: true }); // it ends with its socket
        }
        if (!script.isThere || hostOf(scope) !== "browser") {
          // nothing else says when to wait no more: in Deno and Bun an exception that nobody handles ends the worker
          listen(worker, "error", () => tell(world, { fails: name }));
        }
      },

      terminates: (worker, world) => {
        const name = typeof worker === "object" && worker !== null ? nameGet(names, worker) : undefined;
        if (name !== undefined) {
          tell(world, { terminates: name });
        }
      },

      /** The document that owns them is about to go. */
      end: (world) => {
        for (let i = 0; i < made.length; i++) {
          tell(world, { terminates: made[i].name });
        }
      },

      leaveWorld: (quietly) => {
        for (let i = 0; i < made.length; i++) {
          const worker = deref(made[i].at);
          if (worker !== undefined) {
            quietly(() => terminate(worker));
          }
        }
        for (const url in host.scripts) {
          quietly(() => apply(revokeURL, URL, [url]));
        }
        made = [];
        host.scripts = { __proto__: null };
      },
    };
  }

  // ---------------------------------------------------------------- frames

  /** The origin that the suite calls so, as it is serialized. */
  function originOf(place, kind) {
    return "http://" + HOSTS[kind] + ":" + place.port;
  }

  /** The frames of a realm: their elements, and their documents, each with an address of its own. */
  function createFrames(host, realm, scope) {
    const { document, encodeURIComponent: encode } = scope;
    if (typeof document !== "object") {
      return undefined;
    }
    const create = uncurry(scope.Document.prototype.createElement);
    const bodyOf = getter(scope.Document.prototype, "body");
    const insert = uncurry(scope.Node.prototype.appendChild);
    const remove = uncurry(scope.Element.prototype.remove);
    const setAttribute = uncurry(scope.Element.prototype.setAttribute);
    const removeAttribute = uncurry(scope.Element.prototype.removeAttribute);
    const listen = uncurry(scope.EventTarget.prototype.addEventListener);
    const documentOf = getter(scope.HTMLIFrameElement.prototype, "contentDocument");

    function newElement() {
      const element = create(document, "iframe");
      setAttribute(element, "style", "position: fixed; top: 0; left: 0"); // in view: what is not may be slowed down
      listen(element, "load", () => {
        host.loading--;
        if (host.loading === 0 && host.whenLoaded !== undefined) {
          host.whenLoaded();
        }
      });
      return element;
    }

    return {
      __proto__: null,

      /** Loads a document into a frame, or into a new one: its element. */
      load: (known, { name, origin }, world) => {
        const element = known === undefined ? newElement() : known.element;
        const isAgent = origin === "opaque" || originOf(host.place, origin) !== scope.origin;
        const frame = { __proto__: null, element, name, parent: realm, isAgent, isGone: false };
        frame.isThere = () => !frame.isGone && documentOf(element) === host.realms[name].document;
        frame.remove = () => {
          frame.isGone = true;
          remove(element);
        };
        if (known !== undefined) {
          host.unload(known, world);
        }
        append(host.frames, frame);
        if (isAgent) {
          host.log(realm, world, { __proto__: null, starts: name });
        } else {
          const joint = { __proto__: null, host, name };
          defineProperty(element, JOINT, { __proto__: null, value: joint, configurable: true });
        }
        if (origin === "opaque") {
          setAttribute(element, "sandbox", "allow-scripts");
        } else {
          removeAttribute(element, "sandbox");
        }
        host.loading++;
        const { pages, token } = host.place;
        const theirs = origin === "opaque" ? pages : originOf(host.place, origin) + "/" + token;
        setAttribute(element, "src", theirs + "/frame/" + world + "/" + encode(name));
        if (known === undefined) {
          insert(bodyOf(document), element);
        }
        return element;
      },
    };
  }

  /** What the agent of our parent put on the element of our frame; undefined if we are of no frame of its origin. */
  function jointOf(scope) {
    const element = scope.frameElement;
    if (typeof element !== "object" || element === null) {
      return undefined;
    }
    const joint = element[JOINT];
    deleteProperty(element, JOINT);
    return joint;
  }

  /** Who a frame is that has an agent of its own: the address of its document says it. */
  function startOf(scope) {
    const page = hostOf(scope) === "browser" && scope.location ? scope.location.pathname : "";
    const found = /^\/[^/]+\/frame\/([0-9]+)\/([^/]+)$/.exec(page);
    if (found === null) {
      return undefined;
    }
    const [, world, name] = found;
    return { __proto__: null, ...placeOf(scope), world: +world, name: scope.decodeURIComponent(name), isFrame: true };
  }

  // ---------------------------------------------------------------- connection

  /** Listens for exceptions that nobody caught; cancels nothing in a browser. */
  function listenForReports(host, realm, scope) {
    if (hostOf(scope) !== "browser" && start === undefined) {
      const fires = firesErrorEvents(scope);
      scope.process.on("unhandledRejection", () => {}); // nothing that a check asks for, and no reason to end
      scope.process.on("uncaughtException", (error, from) => {
        if (!fires && from !== "unhandledRejection") {
          realm.report(error);
        }
      });
    }
    if (!firesErrorEvents(scope)) {
      return;
    }
    const prevented = getter(scope.Event.prototype, "defaultPrevented");
    scope.addEventListener("error", (event) => {
      if (event.target === scope || hostOf(scope) === "bun") { // there it is an object that nothing equals
        const settle = (line) => {
          line.handled = prevented(event);
        };
        const rest = host.hasJournal ? {} : { settle }; // there a line leaves before the event is over
        realm.report(event.error, event.error === null ? { ...rest, message: event.message } : rest);
      }
    });
  }

  /** The program that a realm lives in, by the global that only it has. */
  function hostOf(scope) {
    const marks = { deno: "Deno", bun: "Bun", node: "process" }; // the first two have a process as well
    return Object.keys(marks).find((host) => typeof scope[marks[host]] === "object") || "browser";
  }

  /**
   * In Firefox other tasks run while a document waits for a request, and what its socket was given arrives though the
   * document goes; in Chromium nothing runs meanwhile, and what a socket was given may be lost.
   */
  function isFirefox(scope) {
    return "mozInnerScreenX" in scope;
  }

  /** Whether an exception that nobody caught becomes an event. Bun has all that it takes, and fires some in workers. */
  function firesErrorEvents(scope) {
    const can = typeof scope.addEventListener === "function" && "onerror" in scope;
    return can && (hostOf(scope) !== "bun" || start !== undefined);
  }

  /** Says who we are; asks the engine where it has to be asked. */
  function introduce(scope, tell) {
    const engine = hostOf(scope);
    if (engine !== "browser") {
      const { process, Deno, Bun } = scope;
      tell({ engine, version: Deno ? Deno.version.deno : Bun ? Bun.version : process.version });
      return;
    }
    const data = scope.navigator.userAgentData;
    const plain = { engine: "browser", version: scope.navigator.userAgent };
    if (!data || start !== undefined) {
      tell(plain);
      return;
    }
    data.getHighEntropyValues(["fullVersionList"]).then(
      (values) => {
        const brand = values.fullVersionList.find((candidate) => candidate.brand === "Chromium");
        tell(brand ? { engine: "chromium", version: brand.version } : plain);
      },
      () => tell(plain),
    );
  }

  /** A function that posts to the parent of a window of another origin, and calls back once the answer has come. */
  function createAsk(host, scope) {
    if (typeof scope.document !== "object") {
      return (done) => done();
    }
    const dataOf = getter(scope.MessageEvent.prototype, "data");
    const sourceOf = getter(scope.MessageEvent.prototype, "source");
    const stop = uncurry(scope.Event.prototype.stopImmediatePropagation);
    const question = "portspec " + host.place.token + " asks";
    const answer = "portspec " + host.place.token + " answers";
    const { parent } = scope;
    let waiting;

    function dataIn(event) {
      try {
        return dataOf(event);
      } catch (e) {
        return undefined; // a script's own event
      }
    }

    // the first of all listeners: no script hears of it
    const listener = (event) => {
      const data = dataIn(event);
      if (data === question) {
        stop(event);
        const source = sourceOf(event);
        if (source !== null) {
          source.postMessage(answer, "*");
        }
      } else if (data === answer) {
        stop(event);
        waiting();
      }
    };
    scope.addEventListener("message", listener, true);
    return (done) => {
      if (host.root.global === scope && parent !== scope) {
        waiting = done;
        parent.postMessage(question, "*");
      } else {
        done();
      }
    };
  }

  /** What a realm does for a turn. */
  function createTurn(host, realm, scope) {
    const { MessageChannel, BroadcastChannel, setTimeout, setImmediate } = scope;
    const post = uncurry(scope.MessagePort.prototype.postMessage);
    const ask = createAsk(host, scope);
    let broadcast; // a pair of channels of our own
    let lastBroadcast = 0;
    let misses = 0;

    /** A broadcast that follows those of the world: what it overtakes, if it does, is another turn's. */
    function follow(done) {
      if (broadcast === undefined) {
        const name = "portspec " + host.place.token + " " + realm.name;
        broadcast = { sender: new BroadcastChannel(name), receiver: new BroadcastChannel(name) };
      }
      const number = ++lastBroadcast;
      let patience = PATIENCE;
      broadcast.receiver.onmessage = (event) => {
        if (event.data === number && patience > 0) {
          patience = 0;
          misses = 0;
          done();
        }
      };
      const wait = () => {
        if (patience > 1) {
          patience--;
          setTimeout(wait, 0);
        } else if (patience === 1) {
          patience = 0;
          misses++;
          done();
        }
      };
      broadcast.sender.postMessage(number);
      setTimeout(wait, 0);
    }

    /**
     * A timer, where a script of this world may have started one; a round trip on a fresh channel one of whose ports
     * was moved, since in Firefox what a moved port sends goes by way of another process; a broadcast where this world
     * has such channels; and for a frame that is an agent a message to its parent and one back.
     */
    return function (done) {
      const roundTrip = () => {
        const carrier = new MessageChannel();
        const moved = new MessageChannel();
        carrier.port2.onmessage = (event) => {
          const port = event.ports[0];
          port.onmessage = () => post(port, 0);
          carrier.port2.close();
        };
        moved.port1.onmessage = () => {
          moved.port1.close();
          if (host.table.usesBroadcast && misses < MISSES) {
            follow(() => ask(done));
          } else {
            ask(done);
          }
        };
        post(carrier.port1, 0, [moved.port2]);
        post(moved.port1, 0);
      };
      if (setImmediate && !host.table.usesTimers) {
        setImmediate(roundTrip);
      } else {
        setTimeout(roundTrip, 0);
      }
    };
  }

  /** Connects the agent, and answers the harness one message after another: a function that sends what was seen. */
  function connect(host, realm, scope, url, token) {
    const { WebSocket, setTimeout, setImmediate, gc } = scope;
    const { can } = host;
    const socket = new WebSocket(url);
    const soon = setImmediate || ((task) => setTimeout(task, 0));
    const sendText = uncurry(WebSocket.prototype.send);
    const waiting = [];
    let busy = true; // until hello is sent
    let flushing = false;

    function send(message) {
      message.seen = host.take();
      sendText(socket, stringify(message));
    }

    const flushSoon = () => {
      if (!busy && !flushing) {
        flushing = true;
        soon(() => {
          flushing = false;
          if (!busy && host.pending.length > 0) {
            send({ __proto__: null });
          }
        });
      }
    };

    host.flush = host.flush || flushSoon;

    function next() {
      if (!busy && waiting.length > 0) {
        busy = true;
        answer(waiting.shift());
      }
    }

    function reply(id, body) {
      send({ __proto__: null, re: id, ...body });
      busy = false;
      if (waiting.length > 0) {
        soon(next);
      }
    }

    function answer(message) {
      const done = (body) => reply(message.id, body);
      try {
        if (message.run !== undefined) {
          const target = host.realms[message.in];
          const body = target ? target.run(message.run) : { fault: "no such realm: " + message.in, at: [] };
          const then = () => soon(() => done(body)); // a later task: the script's microtasks come first
          if (host.loading === 0) {
            then();
          } else {
            host.whenLoaded = then;
          }
        } else if (message.turn !== undefined) {
          turns(message.turn, 0, done);
        } else if (message.gc !== undefined) {
          collect(3, done);
        } else if (message.open !== undefined) {
          host.open(message.open.world);
          soon(done);
        } else {
          done();
          socket.close();
        }
      } catch (e) {
        done({ fault: "the agent failed: " + (e && e.stack), at: [] });
      }
    }

    /** Several turns, and how many of the last of them saw nothing. */
    function turns(left, quiet, done) {
      const before = host.logged;
      turn(() => {
        const still = host.logged === before ? quiet + 1 : 0;
        if (left > 1) {
          turns(left - 1, still, done);
        } else {
          done({ quiet: still });
        }
      });
    }

    /** A turn in each realm that is there: a frame has queues of its own. */
    function turn(done) {
      const frames = host.frames.filter((frame) => !frame.isAgent);
      host.root.turn(() => turnOfEach(frames, 0, done));
    }

    /** One whose frame is removed meanwhile would never end. */
    function turnOfEach(frames, i, done) {
      if (i === frames.length) {
        done();
        return;
      }
      let isOver = false;
      const over = () => {
        if (!isOver) {
          isOver = true;
          turnOfEach(frames, i + 1, done);
        }
      };
      const watch = () => {
        if (isOver) {
          return;
        } else if (frames[i].isThere()) {
          setTimeout(watch, 0);
        } else {
          over();
        }
      };
      if (frames[i].isThere()) {
        host.realms[frames[i].name].turn(over);
      }
      watch();
    }

    /** Tasks before, between and after: what a task holds is let go at its end. */
    function collect(rounds, done) {
      soon(() => {
        if (rounds === 0) {
          done();
          return;
        }
        const promise = gc({ type: "major", execution: "async" });
        const then = () => collect(rounds - 1, done);
        if (promise && promise.then) {
          promise.then(then);
        } else {
          gc();
          then();
        }
      });
    }

    socket.addEventListener("open", () => {
      introduce(scope, (who) => {
        const origin = typeof scope.origin === "string" ? scope.origin : "null";
        send({ __proto__: null, hello: token, realm: realm.name, protocol: PROTOCOL, ...who, can, origin });
        busy = false;
        next();
      });
    });
    socket.addEventListener("message", (event) => {
      waiting.push(parse(event.data));
      if (!busy) {
        if (setImmediate) {
          setImmediate(next); // here we may be inside the engine's own stream, there we are in a task
        } else {
          next();
        }
      }
    });
    socket.addEventListener("close", () => {
      if (hostOf(scope) !== "browser" && start === undefined) {
        scope.process.exit(0);
      } else {
        scope.close();
      }
    });
    return send;
  }

  // ---------------------------------------------------------------- journal

  const MANY = 100; // lines that leave in any case
  const TICKS = 100; // microtasks without a line, and a worker that closed itself says no more

  /** A function that writes a text where it lasts, before it returns. */
  function journalOf(scope) {
    if (hostOf(scope) === "browser") {
      const { XMLHttpRequest } = scope;
      const open = uncurry(XMLHttpRequest.prototype.open);
      const send = uncurry(XMLHttpRequest.prototype.send);
      return (text) => {
        const request = new XMLHttpRequest();
        open(request, "POST", start.pages + "/seen/" + start.at, false);
        send(request, text);
      };
    }
    const { appendFileSync } = scope.process.getBuiltinModule("fs");
    const file = start.folder + "/seen-" + start.at.replace("/", "-");
    return (text) => appendFileSync(file, text + "\n");
  }

  /** A function that tells the harness what was seen, before it returns. */
  function tellOf(host, scope) {
    const write = journalOf(scope);
    return (body) => {
      const seen = host.take();
      try {
        write(stringify({ __proto__: null, ...body, seen }));
      } catch (e) {
        host.pending = seen; // it is being ended, and else they go with the next message
      }
    };
  }

  /** From now on lines leave at once, since the agent may be ended at any time; many do while a script still runs. */
  function keepJournal(host, tell) {
    host.hasJournal = true;
    host.sync = () => {
      if (host.pending.length > 0) {
        tell();
      }
    };
    host.flush = () => {
      if (host.pending.length >= MANY) {
        host.sync();
      }
    };
  }

  /** Runs the top-level script of a worker, and then connects it. */
  function startWorker(host, realm, scope) {
    const tell = tellOf(host, scope);
    const { queueMicrotask } = scope;
    let isClosing = false;

    keepJournal(host, tell);
    const { sync } = host;
    host.sync = () => {
      host.sync = sync;
      tell({ began: realm.name });
    };

    host.closing = () => {
      if (isClosing) {
        return;
      }
      isClosing = true;
      tell({ closing: realm.name });
      if (hostOf(scope) === "deno") {
        tell({ ended: realm.name }); // its close() never returns
        return;
      }
      let logged = host.logged;
      let quiet = 0;
      const tick = () => {
        quiet = host.logged === logged ? quiet + 1 : 0;
        logged = host.logged;
        if (quiet < TICKS) {
          queueMicrotask(tick);
        } else {
          tell({ ended: realm.name });
        }
      };
      queueMicrotask(tick);
    };

    if (hostOf(scope) === "bun") {
      scope.process.on("exit", () => tell({ ended: realm.name })); // also after an exception that nobody handles
    }
    try {
      realm.start(start.body);
    } finally {
      connect(host, realm, scope, start.sockets + "/agent/" + start.at, start.token);
    }
  }

  // ---------------------------------------------------------------- start

  if (!global.gc && global.TestUtils) {
    global.gc = () => global.TestUtils.gc(); // Firefox, with a preference: a task that follows collects
  }
  const joint = jointOf(global);
  if (joint !== undefined) {
    listenForReports(joint.host, createRealm(joint.host, global, joint.name), global);
  } else {
    start = start || startOf(global);
    startAgent(createHost());
  }

  function startAgent(host) {
    host.can = capabilitiesOf(global); // before a worker's script may take it away
    host.place = start || placeOf(global);
    if (start === undefined) {
      const realm = createRealm(host, global, "window");
      listenForReports(host, realm, global);
      connect(host, realm, global, host.place.sockets + "/agent", host.place.token);
      return;
    }
    const { SharedWorkerGlobalScope: Shared, encodeURIComponent: encode } = global;
    const isShared = typeof Shared === "function" && global instanceof Shared;
    start.name = isShared ? nameOfShared(start.name, global.name) : start.name;
    // where a shared worker has closed, another one of that name may be started
    start.at = start.world + "/" + encode(start.name) + (isShared ? "~" + global.Math.random() : "");
    const realm = createRealm(host, global, start.name);
    listenForReports(host, realm, global);
    host.table.world = host.running = start.world;
    if (start.isFrame) {
      const send = connect(host, realm, global, start.sockets + "/agent/" + start.at, start.token);
      keepJournal(host, isFirefox(global) ? () => send({}) : tellOf(host, global));
    } else {
      startWorker(host, realm, global);
    }
  }

  /** Where the harness is: our page says it, or what the program was started with. */
  function placeOf(scope) {
    const [page, folder] = hostOf(scope) === "browser" ? [scope.location.href] : scope.process.argv.slice(2);
    const [, authority, token] = /^[a-z]+:\/\/([^/]+)\/([^/]+)/.exec(page);
    const at = "://" + authority + "/" + token;
    const [, port] = authority.split(":");
    return { __proto__: null, token, port, pages: "http" + at, sockets: "ws" + at, folder };
  }
})(globalThis);
