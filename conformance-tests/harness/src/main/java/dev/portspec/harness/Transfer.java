package dev.portspec.harness;

import dev.portspec.harness.script.Tree;
import dev.portspec.spi.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transfer list, as a sequence or in an options dictionary. */
public final class Transfer implements Expression {
  private final List<@Nullable Object> objects;
  private final boolean asOptions;

  private Transfer(List<@Nullable Object> objects, boolean asOptions) {
    this.objects = objects;
    this.asOptions = asOptions;
  }

  static Transfer of(@Nullable Object... objects) {
    return new Transfer(Arrays.asList(objects), false);
  }

  /** The same list in the form {@code {transfer: […]}}. */
  public Transfer asOptions() {
    return new Transfer(objects, true);
  }

  void need(Recorder recorder) {
    for (Object object : objects) {
      boolean aboutPorts = object instanceof Port || object instanceof Channel || !(object instanceof Expression);
      recorder.need(aboutPorts ? Capability.TRANSFER_PORTS : Capability.BUFFERS);
    }
    if (asOptions) {
      recorder.need(Capability.TRANSFER_OPTIONS);
    }
  }

  @Override
  public Object write(Writing writing) {
    Map<String, Object> list = Tree.of("array", writing.trees(objects));
    return asOptions ? Tree.of("object", List.of(List.of("transfer", list))) : list;
  }
}
