package recon.intake;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import recon.claim.FileKind;
import recon.file.Cell;

/** Reads one profile, and refuses a malformed one by file and line. No object is ever made of what the YAML names. */
final class ProfileFile {

    private static final Set<String> KEYS =
            Set.of("name", "kind", "match", "sheet", "heading-row", "date-order", "columns", "ignore", "constants");

    static final String CLAIM_HEADERS = "claim-headers";
    static final String CHARGE_LINES = "charge-lines";

    private final String file;

    private ProfileFile(String file) {
        this.file = file;
    }

    /**
     * @param file what to call it in messages
     * @throws IllegalArgumentException naming file and line
     */
    static Profile read(String file, String yaml) {
        return new ProfileFile(file).read(yaml);
    }

    private Profile read(String yaml) {
        Node root = compose(yaml);
        Map<String, Node> values = mapping(root, "a profile with name, kind, match and columns");
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!KEYS.contains(entry.getKey())) {
                throw malformed(
                        entry.getValue(),
                        "'" + entry.getKey() + "' is not known; use " + String.join(", ", sorted(KEYS)));
            }
        }
        String sheet = values.containsKey("sheet") ? text(values.get("sheet")) : null;
        return new Profile(
                text(required(values, "name", root)),
                kind(required(values, "kind", root)),
                part(required(values, "kind", root)),
                match(required(values, "match", root)),
                sheet,
                headingRow(values.get("heading-row")),
                dateOrder(values.get("date-order")),
                columns(values.get("columns")),
                keys(values.get("ignore")),
                constants(values.get("constants")));
    }

    private Node compose(String yaml) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) {
                throw malformed(1, "is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw malformed(line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw malformed(1, "is not YAML: " + e.getMessage());
        }
    }

    private Map<String, Node> mapping(Node node, String expected) {
        if (!(node instanceof MappingNode map)) {
            throw malformed(node, "expected " + expected);
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (values.put(text(tuple.getKeyNode()), tuple.getValueNode()) != null) {
                throw malformed(tuple.getKeyNode(), "'" + text(tuple.getKeyNode()) + "' stands twice");
            }
        }
        return values;
    }

    private Node required(Map<String, Node> values, String key, Node root) {
        Node value = values.get(key);
        if (value == null) {
            throw malformed(root, "'" + key + "' is missing");
        }
        return value;
    }

    private String text(@Nullable Node node) {
        Node there = Objects.requireNonNull(node);
        if (there instanceof ScalarNode scalar && !Cell.of(scalar.getValue()).isBlank()) {
            return Characters.strip(scalar.getValue());
        }
        throw malformed(there, "expected a text");
    }

    private FileKind kind(Node node) {
        return switch (text(node).toLowerCase(Locale.ROOT)) {
            case "claims", CLAIM_HEADERS, CHARGE_LINES -> FileKind.CLAIMS;
            case "remittances" -> FileKind.REMITTANCES;
            default ->
                throw malformed(
                        node,
                        "kind is either claims or remittances (or, of claims in two files, %s or %s)"
                                .formatted(CLAIM_HEADERS, CHARGE_LINES));
        };
    }

    private @Nullable ClaimPart part(Node node) {
        return switch (text(node).toLowerCase(Locale.ROOT)) {
            case CLAIM_HEADERS -> ClaimPart.HEADERS;
            case CHARGE_LINES -> ClaimPart.CHARGE_LINES;
            default -> null;
        };
    }

    private Set<String> match(Node node) {
        Set<String> keys = keys(node);
        if (keys.isEmpty()) {
            throw malformed(node, "match needs at least one heading");
        }
        return keys;
    }

    private Set<String> keys(@Nullable Node node) {
        Set<String> keys = new HashSet<>();
        for (String heading : node == null ? List.<String>of() : texts(node)) {
            keys.add(HeadingText.key(heading));
        }
        return Set.copyOf(keys);
    }

    /** A text, or a list of texts. */
    private List<String> texts(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(text(node));
        }
        List<String> texts = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            texts.add(text(element));
        }
        return texts;
    }

    private long headingRow(@Nullable Node node) {
        if (node == null) {
            return 0;
        }
        String row = text(node);
        if (!Characters.isAllDigits(row) || row.length() > 7 || Long.parseLong(row) == 0) {
            throw malformed(node, "heading-row is the number of a row, from 1 on");
        }
        return Long.parseLong(row);
    }

    private DateOrder dateOrder(@Nullable Node node) {
        DateOrder order = node == null ? DateOrder.MDY : DateOrder.named(text(node));
        if (order == null) {
            throw malformed(Objects.requireNonNull(node), "date-order is MDY, DMY or YMD");
        }
        return order;
    }

    private Map<String, Field> columns(@Nullable Node node) {
        Map<String, Field> columns = new HashMap<>();
        if (node != null) {
            mapping(node, "field: heading").forEach((name, headings) -> {
                Field field = field(name, headings);
                for (String heading : texts(headings)) {
                    if (columns.put(HeadingText.key(heading), field) != null) {
                        throw malformed(headings, "the heading '" + heading + "' is mapped twice");
                    }
                }
            });
        }
        return columns;
    }

    private Map<Field, String> constants(@Nullable Node node) {
        Map<Field, String> constants = new EnumMap<>(Field.class);
        if (node != null) {
            mapping(node, "field: text").forEach((name, value) -> constants.put(field(name, value), text(value)));
        }
        return constants;
    }

    private Field field(String name, Node place) {
        Field field = Field.named(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw malformed(place, "'" + name + "' is no field; fields are the headings of the plain layout");
        }
        return field;
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private IllegalArgumentException malformed(Node node, String what) {
        return malformed(node.getStartMark().getLine() + 1, what);
    }

    private IllegalArgumentException malformed(int line, String what) {
        return new IllegalArgumentException("profile " + file + " line " + line + ": " + what);
    }
}
