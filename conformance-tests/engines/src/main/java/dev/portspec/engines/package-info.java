/**
 * Implementations that are not Java: one back end that speaks the wire protocol over a WebSocket, and a small launcher
 * for each engine. An agent in the engine, {@code agent.js}, opens the WebSocket and runs what comes.
 */
@NullMarked
package dev.portspec.engines;

import org.jspecify.annotations.NullMarked;
