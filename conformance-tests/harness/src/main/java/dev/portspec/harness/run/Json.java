package dev.portspec.harness.run;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * JSON text from trees of plain values, and back. Written by hand because nothing that a product under test might
 * bring in another version may stand on its class path; read by the YAML parser, since JSON is YAML.
 */
public final class Json {
  private Json() {}

  /** One line of JSON. */
  public static String write(@Nullable Object tree) {
    StringBuilder out = new StringBuilder();
    write(tree, out);
    return out.toString();
  }

  /**
   * Reads one JSON text.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is none
   */
  public static @Nullable Object read(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    return new Load(settings).loadFromString(text);
  }

  private static void write(@Nullable Object tree, StringBuilder out) {
    if (tree instanceof Map<?, ?> map) {
      out.append('{');
      for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator(); entries.hasNext(); ) {
        Map.Entry<?, ?> entry = entries.next();
        string(String.valueOf(entry.getKey()), out);
        out.append(':');
        write(entry.getValue(), out);
        out.append(entries.hasNext() ? "," : "");
      }
      out.append('}');
    } else if (tree instanceof List<?> list) {
      out.append('[');
      for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
        write(elements.next(), out);
        out.append(elements.hasNext() ? "," : "");
      }
      out.append(']');
    } else if (tree instanceof String text) {
      string(text, out);
    } else {
      out.append(number(tree));
    }
  }

  private static String number(@Nullable Object scalar) {
    if (scalar instanceof Double value && value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString(value.longValue());
    }
    return String.valueOf(scalar);
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c >= ' ' && c < 0x7f || c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029) {
        out.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        // a lone one is no text; trees name its code unit, and a message shows it
        out.append(String.format("\\\\u%04X", (int) c));
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    out.append('"');
  }
}
