package dev.portspec.harness;

/** Whatever writes itself as an expression of a script: handles, literals, reactions. */
interface Expression {
  Object write(Writing writing);
}
