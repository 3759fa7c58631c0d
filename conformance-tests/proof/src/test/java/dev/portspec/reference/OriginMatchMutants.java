package dev.portspec.reference;

import dev.portspec.api.DOMException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong when the target origin of a message is compared with that of the window. */
final class OriginMatchMutants {
  private OriginMatchMutants() {}

  /** A variation that lets a message in where the reference does not, or the other way round. */
  private abstract static class Matching extends WindowVariation {
    abstract boolean matches(WebOrigin targetOrigin, WebOrigin own);

    @Override
    final void receive(
        VariedWindow window,
        SerializedWithTransfer serialized,
        @Nullable WebOrigin targetOrigin,
        ReferenceWindowRealm incumbentSettings) {
      WebOrigin own = window.realm().webOrigin();
      boolean usual = targetOrigin == null || targetOrigin.equals(own);
      boolean matches = targetOrigin == null || matches(targetOrigin, own);
      if (matches != usual) {
        exercise();
      }
      if (matches) {
        super.receive(window, serialized, null, incumbentSettings);
      }
    }
  }

  @Mutant(killedBy = "xdoc.mismatch-silent", seenIn = "h4ckf0r0day/obscura#704")
  static final class IgnoresTheTargetOrigin extends Matching {
    @Override
    boolean matches(WebOrigin targetOrigin, WebOrigin own) {
      return true;
    }
  }

  @Mutant(killedBy = "xdoc.mismatch-silent")
  static final class IgnoresThePort extends Matching {
    @Override
    boolean matches(WebOrigin targetOrigin, WebOrigin own) {
      return targetOrigin instanceof WebOrigin.Tuple a && own instanceof WebOrigin.Tuple b
          ? a.scheme().equals(b.scheme()) && a.host().equals(b.host())
          : targetOrigin.equals(own);
    }
  }

  @Mutant(killedBy = "xdoc.mismatch-silent")
  static final class IgnoresTheScheme extends Matching {
    @Override
    boolean matches(WebOrigin targetOrigin, WebOrigin own) {
      return targetOrigin instanceof WebOrigin.Tuple a && own instanceof WebOrigin.Tuple b
          ? a.host().equals(b.host()) && a.port() == b.port()
          : targetOrigin.equals(own);
    }
  }

  @Mutant(killedBy = "xdoc.opaque-target-origin")
  static final class AllOpaqueOriginsAreOne extends Matching {
    @Override
    boolean matches(WebOrigin targetOrigin, WebOrigin own) {
      return targetOrigin.equals(own) || targetOrigin.serialization().equals(own.serialization());
    }
  }

  @Mutant(killedBy = "xdoc.slash-is-incumbent-origin")
  static final class AnOpaqueOriginIsNotEvenItself extends Matching {
    @Override
    boolean matches(WebOrigin targetOrigin, WebOrigin own) {
      return targetOrigin.equals(own) && !(own instanceof WebOrigin.Opaque);
    }
  }

  @Mutant(killedBy = "xdoc.star-any")
  static final class AStarIsForNoOpaqueOrigin extends WindowVariation {
    @Override
    void receive(
        VariedWindow window,
        SerializedWithTransfer serialized,
        @Nullable WebOrigin targetOrigin,
        ReferenceWindowRealm incumbentSettings) {
      if (targetOrigin == null && window.realm().webOrigin() instanceof WebOrigin.Opaque) {
        exercise();
      } else {
        super.receive(window, serialized, targetOrigin, incumbentSettings);
      }
    }
  }

  /** A variation that does something else in the call where the origin does not match. */
  private abstract static class OfMismatches extends WindowVariation {
    abstract void mismatch(VariedWindow window, @Nullable Object message, List<Object> transfer);

    @Override
    final void postMessageSteps(
        VariedWindow window, @Nullable Object message, String targetOrigin, List<Object> transfer) {
      WebOrigin parsed = parse(window, targetOrigin, sender());
      if (parsed == null || parsed.equals(window.realm().webOrigin())) {
        super.postMessageSteps(window, message, targetOrigin, transfer);
      } else {
        exercise();
        mismatch(window, message, transfer);
      }
    }
  }

  @Mutant(killedBy = "xdoc.mismatch-silent")
  static final class AMismatchIsAnError extends OfMismatches {
    @Override
    void mismatch(VariedWindow window, @Nullable Object message, List<Object> transfer) {
      throw new DOMException("the window has another origin", "SecurityError");
    }
  }

  @Mutant(killedBy = "xdoc.mismatch-still-detaches")
  static final class AMismatchTransfersNothing extends OfMismatches {
    @Override
    void mismatch(VariedWindow window, @Nullable Object message, List<Object> transfer) {}
  }

  @Mutant(killedBy = "xdoc.mismatch-still-detaches")
  static final class AMismatchTransfersNoPorts extends OfMismatches {
    @Override
    void mismatch(VariedWindow window, @Nullable Object message, List<Object> transfer) {
      List<Object> others = transfer.stream().filter(listed -> !(listed instanceof ReferencePort)).toList();
      serialize(window, message, others, sender());
    }
  }
}
