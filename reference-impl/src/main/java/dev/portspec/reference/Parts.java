package dev.portspec.reference;

import dev.portspec.api.MessageChannel;
import dev.portspec.api.PortCollection;

/**
 * Makes the objects that a world consists of. It is where a variation of the reference is put in: a subclass that makes
 * others, so that the reference itself needs no switches.
 */
class Parts {
  MessageChannel newChannel(ReferenceRealm realm) {
    return new ReferenceChannel(realm);
  }

  ReferencePort newPort(ReferenceRealm realm) {
    return new ReferencePort(realm);
  }

  PortCollection newPortCollection(ReferenceRealm realm) {
    return new ReferencePortCollection(realm);
  }

  PortMessageQueue newQueue(ReferencePort owner) {
    return new PortMessageQueue(owner);
  }

  ReferenceBroadcastChannel newBroadcastChannel(ReferenceRealm realm, String name) {
    return new ReferenceBroadcastChannel(realm, name);
  }
}
