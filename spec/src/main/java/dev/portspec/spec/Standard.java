package dev.portspec.spec;

/**
 * A text that clauses are derived from, at the version this book is pinned to.
 *
 * <p>How the pins are moved is described in {@code spec/SOURCE.md}.
 */
public enum Standard {
  HTML("html", "https://html.spec.whatwg.org/commit-snapshots/508a037333d8a1806504303aeb489d931fabbef6/"),
  DOM("dom", "https://dom.spec.whatwg.org/commit-snapshots/8a5f57c61ca1de8dc21b7e114501b1b57882e935/"),
  WEB_IDL("idl", "https://webidl.spec.whatwg.org/commit-snapshots/e1300e95ea6598de45d79823ca72c9bd12852696/"),
  WEB_MESSAGING("wm", "https://github.com/w3c/webmessaging/blob/146349acc62aae6fadce57aee7d35137ce712aeb/index.html");

  private final String prefix;
  private final String url;

  Standard(String prefix, String url) {
    this.prefix = prefix;
    this.url = url;
  }

  /** The name that the clause files use: {@code html}, {@code dom}, {@code idl} or {@code wm}. */
  public String prefix() {
    return prefix;
  }

  /** The permanent address of the pinned text, to which a fragment can be appended. */
  public String url() {
    return url;
  }
}
