package dev.portspec.engines;

import java.util.List;

/**
 * Where the agent of one program connects. The token is new for each program, so that nothing else on this machine, and
 * no program that was given up, can speak in its place.
 */
record AgentAddress(int port, String token) {
  static final String HOST = "127.0.0.1";
  /** The names under which pages reach us; the second is the other origin. The agent knows them too. */
  static final List<String> HOSTS = List.of(HOST, "localhost");

  /** The page that loads the agent, for engines that load pages. */
  String page() {
    return "http://" + authority() + "/" + token + "/";
  }

  /** The WebSocket. */
  String socket() {
    return "ws://" + authority() + "/" + token + "/agent";
  }

  String authority() {
    return HOST + ":" + port;
  }
}
