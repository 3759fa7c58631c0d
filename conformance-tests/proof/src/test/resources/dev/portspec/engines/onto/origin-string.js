/* A MessageEvent whose origin is a USVString; Node, like most engines, takes it for a DOMString. */
(function () {
  "use strict";

  const { construct } = Reflect;

  globalThis.MessageEvent = new Proxy(MessageEvent, {
    construct(target, args) {
      const init = args[1];
      if (init && typeof init.origin === "string") {
        args[1] = Object.create(init, { origin: { value: init.origin.toWellFormed() } });
      }
      return construct(target, args);
    },
  });
})();
