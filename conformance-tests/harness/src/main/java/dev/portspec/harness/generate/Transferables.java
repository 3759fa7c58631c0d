package dev.portspec.harness.generate;

import dev.portspec.harness.Channel;
import dev.portspec.harness.Port;
import dev.portspec.harness.Realm;
import dev.portspec.harness.Transfer;
import dev.portspec.harness.Value;
import dev.portspec.harness.Vocabulary;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Draws ports and buffers that can be transferred, and a message that mentions some of them: new objects of a realm,
 * so it draws inside a block of that realm.
 *
 * <pre>{@code
 * window.run(() -> {
 *   Transferables drawn = Transferables.of(draw, window, world::claims);
 *   carrier.port1().postMessage(drawn.message(), drawn.listed());
 * });
 * }</pre>
 *
 * <p>Each is listed or not, mentioned in the message or not, and the order of the message is not that of the list. A
 * port that is not listed is not mentioned, because that makes any message fail. The simplest is an empty list and an
 * empty message; what is drawn shrinks one by one.
 *
 * <p><b>Threads:</b> one property, one thread.
 */
public final class Transferables {
  private static final int MOST = 8;

  private final List<Item> items;

  private Transferables(List<Item> items) {
    this.items = items;
  }

  /**
   * Something that can be transferred.
   *
   * @param handle it, in the realm that made it
   * @param partner the other end of a port; null for a buffer
   * @param bytes of a buffer; none of a port
   * @param isListed whether it is in the transfer list
   * @param mention where it stands in the message, against the others; none where it is not mentioned
   */
  public record Item(Value handle, @Nullable Port partner, List<Integer> bytes, boolean isListed, int mention) {
    /** Whether it is a port. */
    public boolean isPort() {
      return partner != null;
    }

    /** Whether the message mentions it. */
    public boolean isMentioned() {
      return mention > 0;
    }

    /** A buffer like it, for what arrives. */
    public Object copy() {
      return Vocabulary.bytes(bytes.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  /** Ports, and buffers where they are claimed. */
  public static Transferables of(Draw draw, Realm realm, Predicate<Capability> claimed) {
    return new Transferables(draw.listOf(MOST, item -> {
      boolean isBuffer = claimed.test(Capability.BUFFERS) && item.coin();
      return isBuffer ? buffer(item, realm) : port(item, realm, claimed);
    }));
  }

  /** Buffers alone. */
  public static Transferables buffers(Draw draw, Realm realm) {
    return new Transferables(draw.listOf(MOST, item -> buffer(item, realm)));
  }

  /** Ports alone. */
  public static Transferables ports(Draw draw, Realm realm, Predicate<Capability> claimed) {
    return new Transferables(draw.listOf(MOST, item -> port(item, realm, claimed)));
  }

  private static Item port(Draw draw, Realm realm, Predicate<Capability> claimed) {
    Channel channel = realm.newChannel();
    int mention = claimed.test(Capability.LISTS_OBJECTS) ? draw.below(4) : 0;
    return new Item(channel.port1(), channel.port2(), List.of(), true, mention);
  }

  private static Item buffer(Draw draw, Realm realm) {
    int mention = draw.below(4);
    boolean isListed = draw.below(4) != 3;
    List<Integer> bytes = new ArrayList<>();
    int length = draw.oneOf(1, 2, 8, 64);
    for (int i = 0; i < length; i++) {
      bytes.add(i);
    }
    Value handle = realm.keep(Vocabulary.bytes(bytes.stream().mapToInt(Integer::intValue).toArray()));
    return new Item(handle, null, bytes, isListed, mention);
  }

  /** All of them, in the order of the list. */
  public List<Item> items() {
    return items;
  }

  /** Those that are listed, in order. */
  public List<Item> inList() {
    return items.stream().filter(Item::isListed).toList();
  }

  /** Those that the message mentions, in its order. */
  public List<Item> inMessage() {
    List<Item> mentioned = new ArrayList<>(items.stream().filter(Item::isMentioned).toList());
    mentioned.sort((one, other) -> Integer.compare(other.mention(), one.mention()));
    return mentioned;
  }

  /** The transfer list, with something else among it at an index that is drawn. */
  public Transfer listedWith(Object extra, int index) {
    List<Object> handles = new ArrayList<>(inList().stream().map(Item::handle).toList());
    handles.add(index, extra);
    return Vocabulary.transferring(handles.toArray());
  }

  /** The transfer list. */
  public Transfer listed() {
    return Vocabulary.transferring(inList().stream().map(Item::handle).toArray());
  }

  /** The message: an array of what it mentions, or a string where that is nothing. */
  public Object message() {
    List<Item> mentioned = inMessage();
    return mentioned.isEmpty() ? "m" : Vocabulary.list(mentioned.stream().map(Item::handle).toArray());
  }
}
