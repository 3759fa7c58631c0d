package dev.portspec.reference;

import dev.portspec.api.MessageChannel;

/**
 * A MessageChannel.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels">HTML, message channels</a>
 */
class ReferenceChannel implements MessageChannel {
  private final ReferencePort port1;
  private final ReferencePort port2;

  // https://html.spec.whatwg.org/multipage/web-messaging.html#dom-messagechannel
  ReferenceChannel(ReferenceRealm realm) {
    // 1-2. channel.ctor.two-ports, channel.ctor.relevant-realm
    Parts parts = realm.loop().world().parts();
    port1 = parts.newPort(realm);
    port2 = parts.newPort(realm);
    // 3. channel.ctor.entangles
    realm.locked(() -> ChannelEnd.entangle(port1, port2));
  }

  // channel.port1.same-object, channel.getters-survive-transfer
  @Override
  public ReferencePort getPort1() {
    return port1;
  }

  // channel.port2.same-object
  @Override
  public ReferencePort getPort2() {
    return port2;
  }
}
