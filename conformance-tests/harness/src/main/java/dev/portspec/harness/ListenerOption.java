package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One member of {@code AddEventListenerOptions}. */
public final class ListenerOption {
  private final String name;
  private final @Nullable Object value;

  ListenerOption(String name, @Nullable Object value) {
    this.name = name;
    this.value = value;
  }

  /** The options of one call. */
  record Dictionary(ListenerOption... options) implements Expression {
    @Override
    public Object write(Writing writing) {
      writing.need(Capability.LISTENER_OPTIONS);
      List<Object> members = new ArrayList<>();
      for (ListenerOption option : options) {
        Object written = option.value instanceof Boolean flag ? flag : writing.tree(option.value);
        members.add(List.of(option.name, written == null ? Tree.of("undefined", true) : written));
      }
      return Tree.of("object", members);
    }
  }
}
