package dev.portspec.reference;

import dev.portspec.api.MessageChannel;
import dev.portspec.api.MessageEventInit;
import dev.portspec.api.PortCollection;
import dev.portspec.spi.SubjectRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects that a world consists of. It is where a variation of the reference is put in: a subclass that makes
 * others, so that the reference itself needs no switches.
 */
class Parts {
  EventLoop newEventLoop(ReferenceWorld world, String name) {
    return new EventLoop(world, name);
  }

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

  ReferenceWindowRealm newRealm(EventLoop loop, String name, WebOrigin origin, Navigable navigable) {
    return new ReferenceWindowRealm(loop, name, origin, navigable);
  }

  TransferSerializer newTransferSerializer(ReferenceRealm realm) {
    return new TransferSerializer(realm);
  }

  TransferDeserializer newTransferDeserializer(ReferenceRealm targetRealm) {
    return new TransferDeserializer(targetRealm);
  }

  StructuredSerializer newSerializer(ReferenceRealm realm, Map<Object, Object> memory) {
    return new StructuredSerializer(realm, memory);
  }

  ContainerSerialization newContainerSerialization(StructuredSerializer serializer) {
    return new ContainerSerialization(serializer);
  }

  ErrorSerialization newErrorSerialization(StructuredSerializer serializer) {
    return new ErrorSerialization(serializer);
  }

  StructuredDeserializer newDeserializer(List<Object> transferredValues) {
    return new StructuredDeserializer(transferredValues);
  }

  ReferenceMessageEvent newMessageEvent(ReferenceRealm realm, String type, MessageEventInit init, boolean isTrusted) {
    return new ReferenceMessageEvent(realm, type, init, isTrusted);
  }

  EventHandlers newEventHandlers(ReferenceEventTarget target) {
    return new EventHandlers(target);
  }

  ReferenceWindow newWindow(ReferenceWindowRealm realm) {
    return new ReferenceWindow(realm);
  }

  ReferenceWindowProxy newWindowProxy(Navigable navigable) {
    return new ReferenceWindowProxy(navigable);
  }

  ReferenceRealm newWorkerRealm(
      EventLoop loop,
      WebOrigin origin,
      Function<? super ReferenceRealm, ? extends ReferenceWorkerGlobalScope> newGlobal) {
    return new ReferenceRealm(loop, origin, newGlobal);
  }

  ReferenceWorker newWorker(ReferenceRealm realm, @Nullable Consumer<? super SubjectRealm> script) {
    return new ReferenceWorker(realm, script);
  }

  ReferenceSharedWorker newSharedWorker(
      ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
    return new ReferenceSharedWorker(realm, name, script);
  }

  ReferenceSharedWorkerGlobalScope newSharedWorkerGlobalScope(
      ReferenceRealm realm, String name, @Nullable Consumer<? super SubjectRealm> script) {
    return new ReferenceSharedWorkerGlobalScope(realm, name, script);
  }

  ReferenceDedicatedWorkerGlobalScope newDedicatedWorkerGlobalScope(ReferenceRealm realm, ReferenceWorker worker) {
    return new ReferenceDedicatedWorkerGlobalScope(realm, worker);
  }
}
