package dev.portspec.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Reads JSON as people write it: single quotes, names without quotes. */
final class Json5 {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private Json5() {}

  static Object tree(String text) {
    return read(text, Object.class);
  }

  static List<?> list(String text) {
    return read("[" + text + "]", List.class);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(String text) {
    return read(text, Map.class);
  }

  /** Strict JSON of lenient text. */
  static String strict(String text) {
    return Wire.text(tree(text));
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
