package dev.portspec.spec;

import dev.portspec.spi.Capability;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One checkable duty of the standard, in our own words.
 *
 * @param id {@code area.subject.duty}; never changed, never reused
 * @param area the section of the book
 * @param level how strongly it binds
 * @param standard the text that it was derived from
 * @param anchor the fragment of the step or sentence there, with its {@code #}
 * @param text the duty
 * @param observable how a black box sees it; null where nothing can be seen
 * @param requires the capabilities that any check of it needs, beyond the core that every implementation has
 * @param intent what the duty is there for; null where the text says enough
 * @param reading the entry of {@code spec/ISSUES.md} that says how a disputed text is read here; null where it is plain
 * @param untestable why no black box can check it; null where one can
 * @param partly what a check of it cannot decide, or how it must be fenced; null where a check decides it
 * @param contested the recorded outcomes; null where the clause is firm
 */
public record Clause(
    String id,
    Area area,
    Level level,
    Standard standard,
    String anchor,
    String text,
    @Nullable String observable,
    Set<Capability> requires,
    @Nullable String intent,
    @Nullable String reading,
    @Nullable String untestable,
    @Nullable String partly,
    @Nullable Contested contested) {

  public Clause {
    Set<Capability> copy = EnumSet.noneOf(Capability.class);
    copy.addAll(requires);
    requires = Collections.unmodifiableSet(copy);
  }

  /** The permanent address of the step or sentence, at the pinned version. */
  public String link() {
    return standard.url() + anchor;
  }

  /** Which of the capabilities that it requires give a check a second realm; with one realm it cannot be seen. */
  public Set<Capability> secondRealm() {
    Set<Capability> realms = EnumSet.copyOf(Capability.REALMS);
    realms.retainAll(requires);
    return realms;
  }

  /** Whether a black box can check it, if only in part. */
  public boolean isTestable() {
    return untestable == null;
  }
}
