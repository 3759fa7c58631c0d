package dev.portspec.reference;

import dev.portspec.api.DOMException;
import dev.portspec.api.WebTypeError;
import dev.portspec.api.WindowPostMessageOptions;
import dev.portspec.api.WindowProxy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the target origin of a message when it is read; what with the comparison is in another file. */
final class TargetOriginMutants {
  private TargetOriginMutants() {}

  private static DOMException syntaxError(String targetOrigin) {
    return new DOMException("no target origin: " + targetOrigin, "SyntaxError");
  }

  @Mutant(killedBy = "xdoc.default-target-origin")
  static final class TheDefaultIsAnyOrigin extends WindowVariation {
    @Override
    void post(WindowProxy window, @Nullable Object message, WindowPostMessageOptions options) {
      if (options == WindowPostMessageOptions.DEFAULTS) {
        exercise();
        window.postMessage(message, "*", List.of());
      } else {
        super.post(window, message, options);
      }
    }
  }

  @Mutant(killedBy = "xdoc.slash-is-incumbent-origin", seenIn = "servo/servo#12715")
  static final class ASlashIsTheOriginOfTheTarget extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (!targetOrigin.equals("/")) {
        return super.parse(window, targetOrigin, incumbentSettings);
      }
      exercise();
      return window.realm().webOrigin();
    }
  }

  @Mutant(killedBy = "xdoc.slash-is-incumbent-origin")
  static final class ASlashIsARelativeUrl extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (targetOrigin.equals("/")) {
        exercise();
        throw syntaxError(targetOrigin);
      }
      return super.parse(window, targetOrigin, incumbentSettings);
    }
  }

  @Mutant(killedBy = "xdoc.star-any")
  static final class AStarIsTheOriginOfTheSender extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (!targetOrigin.equals("*")) {
        return super.parse(window, targetOrigin, incumbentSettings);
      }
      exercise();
      return incumbentSettings.webOrigin();
    }
  }

  @Mutant(killedBy = "xdoc.url-parsed-absolute")
  static final class ResolvesATargetOrigin extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (!targetOrigin.matches("/.+|\\?.*|[a-z]+/.*")) {
        return super.parse(window, targetOrigin, incumbentSettings);
      }
      exercise();
      return incumbentSettings.webOrigin();
    }
  }

  @Mutant(killedBy = "xdoc.url-parsed-absolute")
  static final class TheEmptyStringIsAnyOrigin extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (!targetOrigin.isEmpty()) {
        return super.parse(window, targetOrigin, incumbentSettings);
      }
      exercise();
      return null;
    }
  }

  /** A variation that does something else where the reference throws. */
  private abstract static class OfBadOrigins extends WindowVariation {
    abstract WebOrigin bad(String targetOrigin);

    @Override
    final @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      try {
        return super.parse(window, targetOrigin, incumbentSettings);
      } catch (DOMException failure) {
        exercise();
        return bad(targetOrigin);
      }
    }
  }

  @Mutant(killedBy = "xdoc.url-failure-syntaxerror")
  static final class ABadTargetOriginIsATypeError extends OfBadOrigins {
    @Override
    WebOrigin bad(String targetOrigin) {
      throw new WebTypeError("no target origin: " + targetOrigin);
    }
  }

  @Mutant(killedBy = "xdoc.url-failure-syntaxerror")
  static final class ABadTargetOriginIsNobodys extends OfBadOrigins {
    @Override
    WebOrigin bad(String targetOrigin) {
      return new WebOrigin.Opaque();
    }
  }

  @Mutant(killedBy = "xdoc.star-with-spaces")
  static final class TrimsTheStar extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      String trimmed = targetOrigin.strip();
      if (trimmed.length() == 1 && targetOrigin.length() > 1) {
        exercise();
      }
      return super.parse(window, trimmed, incumbentSettings);
    }
  }

  @Mutant(killedBy = "xdoc.star-with-spaces")
  static final class WhatBeginsWithAStarIsAStar extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (targetOrigin.startsWith("*") && targetOrigin.length() > 1) {
        exercise();
        return null;
      }
      return super.parse(window, targetOrigin, incumbentSettings);
    }
  }

  @Mutant(killedBy = "xdoc.url-only-origin-used", seenIn = "jsdom/jsdom#1789")
  static final class ComparesTheStringAsItStands extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      WebOrigin parsed = super.parse(window, targetOrigin, incumbentSettings);
      boolean differs =
          targetOrigin.length() > 1 && parsed != null && !parsed.serialization().equals(targetOrigin);
      if (differs) {
        exercise();
        return new WebOrigin.Opaque();
      }
      return parsed;
    }
  }

  @Mutant(killedBy = "xdoc.url-only-origin-used")
  static final class MindsTheCaseOfAHost extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      WebOrigin parsed = super.parse(window, targetOrigin, incumbentSettings);
      if (targetOrigin.equals(targetOrigin.toLowerCase(Locale.ROOT))) {
        return parsed;
      }
      exercise();
      return new WebOrigin.Opaque();
    }
  }

  @Mutant(killedBy = "xdoc.url-only-origin-used")
  static final class RefusesATargetOriginWithAPath extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      if (targetOrigin.matches("[a-z]+://[^/]+/.+")) {
        exercise();
        throw syntaxError(targetOrigin);
      }
      return super.parse(window, targetOrigin, incumbentSettings);
    }
  }

  @Mutant(killedBy = "xdoc.opaque-target-origin")
  static final class RefusesAnOpaqueTargetOrigin extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      WebOrigin parsed = super.parse(window, targetOrigin, incumbentSettings);
      if (parsed instanceof WebOrigin.Opaque && targetOrigin.length() > 1) {
        exercise();
        throw syntaxError(targetOrigin);
      }
      return parsed;
    }
  }

  @Mutant(killedBy = "xdoc.opaque-target-origin")
  static final class AnOpaqueTargetOriginIsAnyOrigin extends WindowVariation {
    @Override
    @Nullable WebOrigin parse(VariedWindow window, String targetOrigin, ReferenceRealm incumbentSettings) {
      WebOrigin parsed = super.parse(window, targetOrigin, incumbentSettings);
      if (parsed instanceof WebOrigin.Opaque && targetOrigin.length() > 1) {
        exercise();
        return null;
      }
      return parsed;
    }
  }

  @Mutant(killedBy = "xdoc.syntaxerror-before-serialize")
  static final class SerializesBeforeItReadsTheOrigin extends WindowVariation {
    @Override
    void postMessageSteps(VariedWindow window, @Nullable Object message, String targetOrigin, List<Object> transfer) {
      if (transfer.isEmpty()) {
        exercise();
        serialize(window, message, transfer, sender());
      }
      super.postMessageSteps(window, message, targetOrigin, transfer);
    }
  }

  @Mutant(killedBy = "xdoc.syntaxerror-before-serialize")
  static final class DetachesBeforeItReadsTheOrigin extends WindowVariation {
    @Override
    void postMessageSteps(VariedWindow window, @Nullable Object message, String targetOrigin, List<Object> transfer) {
      try {
        parse(window, targetOrigin, sender());
      } catch (DOMException failure) {
        exercise();
        transfer.forEach(listed -> serialize(window, null, List.of(listed), sender()));
        throw failure;
      }
      super.postMessageSteps(window, message, targetOrigin, transfer);
    }
  }
}
