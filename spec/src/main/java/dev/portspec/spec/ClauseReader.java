package dev.portspec.spec;

import dev.portspec.spi.Capability;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the file of one area, and refuses what is wrong in it. */
final class ClauseReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+){1,3}");
  private static final Pattern ANCHOR = Pattern.compile("(?:([a-z]+):)?(#\\S+)");
  private static final Set<String> FILE_FIELDS = Set.of("area", "title", "standard", "clauses");
  private static final Set<String> CLAUSE_FIELDS =
      Set.of("id", "level", "anchor", "requires", "text", "observable", "intent", "reading", "untestable", "partly",
          "contested", "volatile");
  private static final Set<String> CONTESTED_FIELDS = Set.of("issue", "outcomes");

  private final Area area;
  private final String file;
  private final Map<String, Integer> lines = new HashMap<>();
  private String title = "";

  ClauseReader(Area area) {
    this.area = area;
    this.file = area.file();
  }

  List<Clause> read(InputStream in) {
    Fields fields = Fields.of(file, compose(in), "a clause file").only(FILE_FIELDS);
    if (!fields.text("area").equals(area.id())) {
      throw fields.wrong("area", "the area of this file is " + area.id() + ", not: " + fields.text("area"));
    }
    title = fields.text("title");
    Standard standard = standard(fields, "standard", fields.text("standard"));
    List<Clause> clauses = new ArrayList<>();
    for (Node node : fields.list("clauses")) {
      clauses.add(clause(node, standard));
    }
    return clauses;
  }

  /** The title of the file that was read last. */
  String title() {
    return title;
  }

  private Node compose(InputStream in) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      return new Compose(settings)
          .composeInputStream(in)
          .orElseThrow(() -> new ClauseBookException(file, 1, "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new ClauseBookException(file, line, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ClauseBookException(file, "not YAML: " + e.getMessage(), e);
    }
  }

  private Clause clause(Node node, Standard usual) {
    Fields fields = Fields.of(file, node, "a clause").only(CLAUSE_FIELDS);
    String id = id(fields, Fields.line(node));
    Matcher anchor = ANCHOR.matcher(fields.text("anchor"));
    if (!anchor.matches()) {
      throw fields.wrong(
          "anchor", "an anchor is #fragment or, of another standard, dom:#fragment; found: " + fields.text("anchor"));
    }
    String prefix = anchor.group(1);
    Clause clause =
        new Clause(
            id,
            area,
            level(fields),
            prefix == null ? usual : standard(fields, "anchor", prefix),
            anchor.group(2),
            fields.text("text"),
            fields.textOrNull("observable"),
            capabilities(fields),
            fields.textOrNull("intent"),
            fields.textOrNull("reading"),
            fields.textOrNull("untestable"),
            fields.textOrNull("partly"),
            contested(fields));
    refuseContradictions(fields);
    return clause;
  }

  private String id(Fields fields, int line) {
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw fields.wrong(
          "id", "an id is area.subject.duty in lower-case letters, digits and hyphens; found: " + id);
    }
    if (!id.startsWith(area.id() + ".")) {
      throw fields.wrong("id", "an id of this file begins with '" + area.id() + ".'; found: " + id);
    }
    Integer first = lines.putIfAbsent(id, line);
    if (first != null) {
      throw fields.wrong("id", "duplicate id, first at line " + first + ": " + id);
    }
    return id;
  }

  // loops here and no streams: the book is read once, cold, before the first test of every run
  private static Level level(Fields fields) {
    String label = fields.text("level");
    for (Level level : Level.values()) {
      if (level.label().equals(label)) {
        return level;
      }
    }
    throw fields.wrong("level", "unknown level: " + label + "; known: " + Arrays.toString(Level.values()));
  }

  private static Standard standard(Fields fields, String field, String prefix) {
    List<String> known = new ArrayList<>();
    for (Standard standard : Standard.values()) {
      if (standard.prefix().equals(prefix)) {
        return standard;
      }
      known.add(standard.prefix());
    }
    throw fields.wrong(field, "unknown standard: " + prefix + "; known: " + String.join(", ", known));
  }

  private static Set<Capability> capabilities(Fields fields) {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (String name : fields.texts("requires")) {
      try {
        capabilities.add(Capability.of(name));
      } catch (IllegalArgumentException e) {
        throw fields.wrong("requires", String.valueOf(e.getMessage()));
      }
    }
    return capabilities;
  }

  private static @Nullable Contested contested(Fields fields) {
    boolean isVolatile = fields.has("volatile");
    if (!isVolatile && !fields.has("contested")) {
      return null;
    }
    String field = isVolatile ? "volatile" : "contested";
    Fields dispute = fields.mapping(field).only(CONTESTED_FIELDS);
    String issue = dispute.text("issue");
    Fields named = dispute.mapping("outcomes");
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (String name : named.names()) {
      outcomes.put(name, named.text(name));
    }
    if (outcomes.size() < 2) {
      throw dispute.wrong("outcomes", field + " needs two outcomes at least; found: " + outcomes.keySet());
    }
    return new Contested(issue, outcomes, isVolatile);
  }

  private static void refuseContradictions(Fields fields) {
    if (fields.has("untestable") && fields.has("partly")) {
      throw fields.wrong("partly", "a clause is untestable or partly testable, not both");
    }
    if (fields.has("volatile") && fields.has("contested")) {
      throw fields.wrong("volatile", "a clause is contested or volatile, not both");
    }
    if (!fields.has("untestable") && !fields.has("observable")) {
      throw fields.wrong("id", "a clause has an observable, or says why it is untestable: " + fields.text("id"));
    }
  }
}
