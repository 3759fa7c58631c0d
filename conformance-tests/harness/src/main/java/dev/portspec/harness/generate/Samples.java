package dev.portspec.harness.generate;

import dev.portspec.api.Undefined;
import dev.portspec.spi.Capability;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What single values are drawn from: mostly what lies at a boundary of some representation, because that is where
 * serializers go wrong. The simplest come first.
 */
final class Samples {
  private static final String[] STRINGS = {
    "", "a", "ab", "\u0000", "\u00ff", "\u0100", "\ud800", "\udfff", "\ud83d\ude00", "\ude00\ud83d", "a\ud800",
    "\ufeff", "\u2028", "\uffff", "e\u0301", "__proto__", "a".repeat(127), "\u00e9".repeat(128), "\u0416".repeat(64)
  };
  private static final Double[] NUMBERS = {
    0.0, 1.0, -0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.5, 127.0, 128.0, 255.0,
    256.0, 0x1p30 - 1, 0x1p30, -0x1p30, -0x1p30 - 1, 0x1p31 - 1, 0x1p31, -0x1p31, -0x1p31 - 1, 0x1p32 - 1, 0x1p32,
    0x1p53 - 1, 0x1p53, 1 - 0x1p53, 0x1p63, 0x1p64, 0.1, 1e21, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE
  };
  /** What a Number object holds: few, so that each is drawn in any run, and -0 above all. */
  private static final Double[] WRAPPED = {0.0, -0.0, Double.NaN, -1.0, 0x1p31, Double.MIN_VALUE};
  private static final BigInteger[] BIGINTS = bigints();
  private static final Double[] TIMES = {
    0.0, 1.0, -1.0, Double.NaN, 951782400000.0, 0x1p31 * 1000, -62198755200000.0, 8.64e15, -8.64e15
  };
  private static final String[] PATTERNS = {
    "a", "(?:)", "[/]", "\\/", "a|b", "^$", "\\u0041", "(?<n>x)", "\u0416", "\ud83d\ude00"
  };
  private static final String[] FLAGS = {"", "g", "i", "m", "s", "u", "y", "d", "dgimsuy"};
  private static final int[] LENGTHS = {0, 1, 2, 7, 8, 9, 16, 24};
  private static final int[] ROOM = {0, 1, 8, 16};
  private static final String[] VIEWS = {
    "Uint8Array", "Int8Array", "Uint8ClampedArray", "DataView", "Int16Array", "Uint16Array", "Int32Array",
    "Uint32Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"
  };
  private static final String[] ERRORS = {
    "Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"
  };
  private static final String[] EXCEPTIONS = {"DataError", "AbortError", "SyntaxError", "DataCloneError", "Invented"};
  private static final String[] KEYS = {
    "a", "b", "", "0", "1", "10", "2", "__proto__", "constructor", "toString", "length", "-1", "01", "1.5",
    "4294967294", "4294967295", "\u0416", "\ud800"
  };
  private static final String[] KEYS_OF_ARRAYS = {"x", "-1", "01", "", "4294967295"};

  private final Draw draw;
  private final Predicate<Capability> claimed;

  Samples(Draw draw, Predicate<Capability> claimed) {
    this.draw = draw;
    this.claimed = claimed;
  }

  private static BigInteger[] bigints() {
    List<BigInteger> bigints = new ArrayList<>(List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE.negate()));
    for (int bits : new int[] {31, 32, 53, 63, 64, 128, 1024}) {
      BigInteger power = BigInteger.TWO.pow(bits);
      bigints.addAll(List.of(power, power.subtract(BigInteger.ONE), power.negate()));
    }
    return bigints.toArray(BigInteger[]::new);
  }

  static String key(int choice) {
    return KEYS[choice % KEYS.length];
  }

  static String keyOfArray(int choice) {
    return KEYS_OF_ARRAYS[choice % KEYS_OF_ARRAYS.length];
  }

  @Nullable Object primitive(Kind kind) {
    return switch (kind) {
      case STRING -> string();
      case NUMBER -> number();
      case BOOLEAN -> draw.coin();
      case NULL -> null;
      case UNDEFINED -> Undefined.UNDEFINED;
      case BIGINT -> draw.oneOf(BIGINTS);
      default -> throw new IllegalStateException("no primitive value: " + kind);
    };
  }

  /** An object that is new and holds nothing yet; a view of one of these buffers, or of a new one. */
  Node object(Kind kind, List<Node> buffers) {
    return switch (kind) {
      case DATE -> new Node(kind, "", draw.oneOf(TIMES));
      case REGEXP -> {
        String source = draw.oneOf(PATTERNS);
        yield new Node(kind, draw.oneOf(FLAGS), source);
      }
      case WRAPPER -> new Node(kind, "", wrapped());
      case BUFFER, SHARED_BUFFER -> buffer(kind);
      case VIEW -> view(buffers);
      case ERROR -> error();
      case DOM_EXCEPTION -> {
        String name = draw.oneOf(EXCEPTIONS);
        yield new Node(kind, name, string());
      }
      default -> new Node(kind);
    };
  }

  private String string() {
    return draw.oneOf(STRINGS);
  }

  private double number() {
    Double boundary = draw.oneOf(NUMBERS);
    // seldom something that is no boundary of anything
    return draw.below(8) == 7 ? boundary + draw.below(256) : boundary;
  }

  private Object wrapped() {
    Kind primitive = draw.oneOf(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN, Kind.BIGINT);
    if (primitive == Kind.NUMBER) {
      return draw.oneOf(WRAPPED);
    }
    boolean known = claimed.test(Capability.BIGINT) || primitive != Kind.BIGINT;
    return Objects.requireNonNull(primitive(known ? primitive : Kind.STRING));
  }

  /** Few decisions, so that few are lacking. */
  private Node buffer(Kind kind) {
    Node buffer = new Node(kind);
    int shape = draw.below(64);
    int first = draw.below(256);
    buffer.bytes = new byte[LENGTHS[shape % 8]];
    for (int i = 0; i < buffer.bytes.length; i++) {
      buffer.bytes[i] = (byte) (first + 37 * i);
    }
    if (shape / 8 % 2 == 1 && claimed.test(Capability.RESIZABLE_BUFFERS)) {
      buffer.limit = buffer.bytes.length + ROOM[shape / 16];
    }
    return buffer;
  }

  private Node view(List<Node> buffers) {
    String type = draw.oneOf(VIEWS);
    int choice = draw.below(8);
    int shape = draw.below(16);
    Node buffer = choice < buffers.size() ? buffers.get(choice) : buffer(Kind.BUFFER);
    Node view = new Node(Kind.VIEW, type, buffer);
    int size = sizeOfElement(type);
    view.offset = Math.min(shape % 4, buffer.bytes.length / size) * size;
    int most = (buffer.bytes.length - view.offset) / size;
    // whether a view tracks a buffer that has no room for an element cannot be seen; and some engines cannot make one
    // that tracks a buffer of other than whole elements, which is no matter of messages
    boolean isWhole = (buffer.bytes.length - view.offset) % size == 0;
    boolean hasRoom = buffer.limit != null && buffer.limit - view.offset >= size;
    boolean mayTrack = hasRoom && isWhole && buffer.kind == Kind.BUFFER;
    switch (shape / 4) {
      case 1 -> view.limit = 0;
      case 2 -> view.limit = Math.min(1, most);
      case 3 -> view.limit = mayTrack ? null : (Integer) most;
      default -> view.limit = most;
    }
    return view;
  }

  private static int sizeOfElement(String type) {
    if (type.contains("64")) {
      return 8;
    }
    return type.contains("32") ? 4 : type.contains("16") ? 2 : 1;
  }

  private Node error() {
    Node error = new Node(Kind.ERROR, draw.oneOf(ERRORS), draw.coin() ? string() : null);
    switch (draw.below(6)) {
      case 4 -> error.define(Node.Part.property("name", draw.oneOf(ERRORS)));
      case 5 -> error.define(Node.Part.property("name", "Invented"));
      default -> {}
    }
    return error;
  }
}
