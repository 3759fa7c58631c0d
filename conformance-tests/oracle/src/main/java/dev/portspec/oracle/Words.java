package dev.portspec.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says an observation as a reader wants it: of an event only what tells it from an ordinary one. */
final class Words {
  private static final Pattern CALL = Pattern.compile("(.*)called: function \\d+, call (\\d+), (\\d+) arguments");
  private static final Pattern EVENT = Pattern.compile("(.*)saw: \\{(.*event: \"\\w+\".*)}");

  /** What an ordinary message shows. */
  private static final Map<String, String> ORDINARY =
      Map.ofEntries(
          Map.entry("event", "\"MessageEvent\""), Map.entry("bubbles", "false"), Map.entry("cancelable", "false"),
          Map.entry("composed", "false"), Map.entry("composedPath", "1"), Map.entry("defaultPrevented", "false"),
          Map.entry("eventPhase", "2"), Map.entry("isTrusted", "true"), Map.entry("lastEventId", "\"\""),
          Map.entry("origin", "\"\""), Map.entry("source", "null"));

  private Words() {}

  /** An observation in words. */
  static String of(String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return "%swas called, for the %s time".formatted(call.group(1), ordinal(Integer.parseInt(call.group(2))));
    }
    Matcher event = EVENT.matcher(text);
    return event.matches() ? event.group(1) + "showed an event: " + attributes(event.group(2)) : text;
  }

  private static String ordinal(int number) {
    int ones = number % 10;
    boolean teens = number / 10 % 10 == 1;
    return number + (teens || ones == 0 || ones > 3 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : "rd");
  }

  private static String attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String each : split(text)) {
      int colon = each.indexOf(": ");
      attributes.put(each.substring(0, colon), each.substring(colon + 2));
    }
    List<String> told = new ArrayList<>();
    told.add("type: " + attributes.remove("type"));
    told.add("data: " + attributes.remove("data"));
    attributes.remove("object number");
    attributes.forEach((name, value) -> {
      if (!value.equals(ORDINARY.get(name)) && !isOrdinary(name, value, attributes)) {
        told.add(name + ": " + value);
      }
    });
    return String.join(", ", told);
  }

  private static boolean isOrdinary(String name, String value, Map<String, String> attributes) {
    return name.equals("ports") && value.startsWith("{array: [], frozen: true")
        || name.equals("currentTarget")
            && attributes.getOrDefault("target", "").startsWith(value.replace("object:", "object number:").replace("}", ","));
  }

  /** The entries of a node, apart. */
  private static List<String> split(String text) {
    List<String> entries = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth == 0 && text.startsWith(", ", i)) {
          entries.add(text.substring(from, i));
          from = i + 2;
        }
      }
    }
    entries.add(text.substring(from));
    return entries;
  }
}
