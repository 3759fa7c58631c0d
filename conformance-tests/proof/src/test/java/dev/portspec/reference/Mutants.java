package dev.portspec.reference;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every mutant there is. */
public final class Mutants {
  private Mutants() {}

  /** A new one of each, by name. */
  public static List<Variation> all() {
    return Stream.of(
            AccessorMutants.class,
            AddListenerMutants.class,
            AgentMutants.class,
            ArrayMutants.class,
            BroadcastChannelMutants.class,
            BroadcastEventMutants.class,
            BroadcastMutants.class,
            BroadcastPostMutants.class,
            BroadcastReceiptMutants.class,
            BufferMutants.class,
            ChannelMutants.class,
            CloseEventMutants.class,
            CloseMutants.class,
            CollectionListMutants.class,
            CollectionMutants.class,
            ConnectEventMutants.class,
            ConstructedEventMutants.class,
            DeliveryMutants.class,
            DispatchMutants.class,
            DocumentMutants.class,
            DoomedMutants.class,
            ErrorEventMutants.class,
            ErrorMutants.class,
            EventFieldMutants.class,
            EventLoopMutants.class,
            EventMutants.class,
            EventOfScriptMutants.class,
            FirstPassMutants.class,
            GraphMutants.class,
            HandlerCallMutants.class,
            HandlerMutants.class,
            InitMessageEventMutants.class,
            LeftoverMutants.class,
            ListedBufferMutants.class,
            ListenerMutants.class,
            LostPortMutants.class,
            MessageEventMutants.class,
            NarrowMutants.class,
            NavigationMutants.class,
            OriginMatchMutants.class,
            PortCollectionMutants.class,
            PortMutants.class,
            PostStepMutants.class,
            PostingMutants.class,
            PropertyMutants.class,
            QueueMutants.class,
            ReceiptMutants.class,
            SeveralReceiversMutants.class,
            SharedWorkerMutants.class,
            SizeMutants.class,
            StartMutants.class,
            StructuredCloneMutants.class,
            TargetOriginMutants.class,
            TerminateMutants.class,
            TransferListMutants.class,
            TransferMutants.class,
            TransferPassesMutants.class,
            TransferredMessageMutants.class,
            TransferredObjectMutants.class,
            TurnMutants.class,
            UnshippedMutants.class,
            ValueMutants.class,
            WindowEventMutants.class,
            WindowPostMutants.class,
            WorkerBroadcastMutants.class,
            WorkerCloseMutants.class,
            WorkerEndMutants.class,
            WorkerErrorMutants.class,
            WorkerPortMutants.class,
            WorkerPostMutants.class,
            WorkerStartMutants.class)
        .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
        .filter(type -> type.isAnnotationPresent(Mutant.class))
        .map(Mutants::create)
        .sorted(Comparator.comparing(Variation::name))
        .toList();
  }

  private static Variation create(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Variation) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a mutant has a constructor without parameters: " + type, e);
    }
  }
}
