package dev.portspec.harness.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a script ended.
 *
 * @param ended whether the script ended normally
 * @param threw where it did not and there was no fault: the value that no {@code try} caught
 * @param fault our mistake, in words; null where there was none
 * @param at path to the action that threw or was at fault
 */
public record Answer(boolean ended, @Nullable Object threw, @Nullable String fault, List<Object> at) {
  /** The script ended normally. */
  public static final Answer ENDED = new Answer(true, null, null, List.of());

  /** An exception left the script; the thrown value as a tree. */
  public static Answer threw(@Nullable Object value, List<Object> at) {
    return new Answer(false, value, null, at);
  }

  public static Answer fault(String fault, List<Object> at) {
    return new Answer(false, null, fault, at);
  }
}
