/* The PortCollection of Web Messaging, which no engine has; ports are held strongly, as no mutant asks for them. */
(function () {
  "use strict";

  const { MessagePort } = globalThis;

  function port(value) {
    if (!(value instanceof MessagePort)) {
      throw new TypeError("it is no port");
    }
    return value;
  }

  globalThis.PortCollection = class PortCollection {
    #ports = new Set();

    add(value) {
      this.#ports.add(port(value));
    }

    remove(value) {
      this.#ports.delete(port(value));
    }

    clear() {
      this.#ports.clear();
    }

    iterate(callback) {
      if (typeof callback !== "function") {
        throw new TypeError("it is no callback");
      }
      for (const each of [...this.#ports]) {
        callback(each);
      }
    }
  };
})();
