package dev.portspec.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.portspec.harness.backend.BackendException;
import dev.portspec.harness.backend.BackendException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wire protocol's text: JSON to and from trees, each message held against the schema.
 *
 * <p><b>Threads:</b> any.
 */
final class Wire {
  private static final String SCHEMA = "/dev/portspec/spec/wire.schema.json";
  private static final int DEEPEST = 2_000;
  private static final int LONGEST_EXCERPT = 400;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private final JsonSchema fromHarness;
  private final JsonSchema fromAgent;

  Wire() {
    ObjectNode schema = schema();
    fromHarness = rootedAt(schema, "harnessMessage");
    fromAgent = rootedAt(schema, "agentMessage");
  }

  private static ObjectNode schema() {
    try (InputStream in = Wire.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + SCHEMA);
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema rootedAt(ObjectNode schema, String definition) {
    ObjectNode rooted = schema.deepCopy();
    rooted.remove("anyOf");
    rooted.put("$ref", "#/$defs/" + definition);
    JsonSchema compiled = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(rooted);
    compiled.initializeValidators();
    return compiled;
  }

  /**
   * The text of a message of ours.
   *
   * @throws BackendException if it is against the schema: our mistake
   */
  String write(Map<String, ?> message) {
    JsonNode node = JSON.valueToTree(message);
    if (!fromHarness.validate(node, OutputFormat.BOOLEAN)) {
      throw BackendException.ours(
          "the harness wrote a message against the wire schema: %s: %s"
              .formatted(what(fromHarness, node), excerpt(node)),
          null);
    }
    return node.toString();
  }

  /**
   * The tree of an agent's message.
   *
   * @throws BackendException if it is no JSON or against the schema: the agent's mistake
   */
  Map<String, Object> read(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new BackendException(
          Failure.BABBLES, "the agent sent what is no JSON: %s: %s".formatted(e.getOriginalMessage(), excerpt(text)), e);
    }
    if (!node.isObject() || !fromAgent.validate(node, OutputFormat.BOOLEAN)) {
      throw new BackendException(
          Failure.BABBLES,
          "the agent sent a message against the wire schema: %s: %s".formatted(what(fromAgent, node), excerpt(text)));
    }
    return map(node);
  }

  /** A tree as text, for people. */
  static String text(@Nullable Object tree) {
    JsonNode node = JSON.valueToTree(tree);
    return node.toString();
  }

  private static String what(JsonSchema schema, JsonNode node) {
    return schema.validate(node).stream()
        .map(ValidationMessage::getMessage)
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static String excerpt(Object message) {
    String text = message.toString();
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      put(map, property.getKey(), tree(property.getValue()));
    }
    return map;
  }

  @SuppressWarnings("NullAway") // null stays null, as JSON has it
  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    map.put(key, value);
  }

  private static @Nullable Object tree(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    } else if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>(node.size());
      node.forEach(element -> list.add(tree(element)));
      return list;
    } else if (node.isTextual()) {
      return node.textValue();
    } else if (node.isNumber()) {
      return node.isBigInteger() ? (Object) node.doubleValue() : node.numberValue();
    }
    return node.isNull() ? null : (Object) node.booleanValue();
  }
}
