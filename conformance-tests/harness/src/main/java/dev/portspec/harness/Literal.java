package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A composite value written in a test: an object, an array, a map, a buffer, …. A literal that is used twice in one
 * action, or inside itself, is one object.
 */
public class Literal implements Writing.Composite {
  /** The kinds that have other properties in every binding; elsewhere only objects of JavaScript have them. */
  private static final Set<String> KINDS_WITH_PROPERTIES = Set.of("object", "array", "error");

  private final String kind;
  private final Capability capability;
  private final Supplier<? extends @Nullable Object> content;
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Property> properties = new ArrayList<>();

  private record Attribute(String name, @Nullable Object value) {}

  private record Property(Object key, @Nullable Object value, boolean hidden) {}

  /**
   * A literal.
   *
   * @param kind the naming key of its node
   * @param content what stands there: a String or Number or Boolean as it is, a List or Expression written out
   */
  Literal(String kind, Capability capability, Supplier<? extends @Nullable Object> content) {
    this.kind = kind;
    this.capability = capability;
    this.content = content;
  }

  Literal attribute(String name, @Nullable Object value) {
    attributes.add(new Attribute(name, value));
    return this;
  }

  /** Defines an own property of it besides what it is. */
  public Literal own(Object key, @Nullable Object value) {
    properties.add(new Property(key, value, false));
    return this;
  }

  /** Defines an accessor with a label; its body is a function of the script, and what the supplier gives it returns. */
  public Literal accessor(Object key, @Nullable String label, Supplier<? extends @Nullable Object> body) {
    property(key, new AccessorText(returning(label, body)), false);
    return this;
  }

  private static FunctionText returning(@Nullable String label, Supplier<? extends @Nullable Object> body) {
    return new FunctionText(label, null, List.of(ignored -> Vocabulary.returns(body.get())));
  }

  /** Says that it is frozen; of an expected value only. */
  public final Literal frozen() {
    return attribute("frozen", true);
  }

  final void property(Object key, @Nullable Object value, boolean hidden) {
    properties.removeIf(property -> property.key().equals(key));
    properties.add(new Property(key, value, hidden));
  }

  @Override
  public void fill(Map<String, Object> node, Writing writing) {
    writing.need(capability);
    Tree.put(node, kind, raw(content.get(), writing));
    for (Attribute attribute : attributes) {
      Tree.put(node, attribute.name(), raw(attribute.value(), writing));
    }
    if (!properties.isEmpty()) {
      node.put(kind.equals("object") ? "object" : "props", members(writing));
    }
  }

  private List<Object> members(Writing writing) {
    if (!KINDS_WITH_PROPERTIES.contains(kind)) {
      writing.need(Capability.WEB_IDL);
    }
    List<Object> members = new ArrayList<>();
    for (Property property : properties) {
      List<@Nullable Object> member = new ArrayList<>();
      member.add(writing.tree(property.key()));
      if (property.hidden()) {
        writing.need(Capability.PROPERTY_ATTRIBUTES);
        member.addAll(Arrays.asList(writing.tree(property.value()), Tree.of("enumerable", false)));
      } else if (property.value() instanceof AccessorText accessor) {
        writing.need(Capability.ACCESSORS);
        member.add(Tree.of("accessor", accessor.text().tree(writing.realm())));
      } else {
        member.add(writing.tree(property.value()));
      }
      members.add(member);
    }
    return members;
  }

  final List<Object> dictionaryMembers(Writing writing) {
    List<Object> members = new ArrayList<>();
    for (Property property : properties) {
      Object value = property.value();
      Object written = value instanceof List<?> list ? Tree.of("array", writing.trees(list)) : writing.argument(value);
      members.add(Arrays.asList(property.key(), written));
    }
    return members;
  }

  /** Content that is part of the grammar itself: no capability of its own. */
  private static @Nullable Object raw(@Nullable Object content, Writing writing) {
    if (content instanceof List<?> list) {
      List<@Nullable Object> written = new ArrayList<>();
      for (Object element : list) {
        written.add(element instanceof List<?> entry ? writing.trees(entry) : writing.tree(element));
      }
      return written;
    }
    return content instanceof Expression expression ? expression.write(writing) : content;
  }

  /** An accessor as a property's value. */
  record AccessorText(FunctionText text) {}
}
