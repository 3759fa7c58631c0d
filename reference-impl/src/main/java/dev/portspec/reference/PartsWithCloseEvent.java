package dev.portspec.reference;

/** Makes ports that have the close event. */
final class PartsWithCloseEvent extends Parts {
  @Override
  ReferencePort newPort(ReferenceRealm realm) {
    return new ReferencePortWithCloseEvent(realm);
  }
}
