package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** Converts the nodes of the YAML parser. */
final class YamlNodeConverter {

    static final int MAX_DEPTH = 40;

    private static final int MAX_VALUES = 200_000;

    private final CoreScalarResolver resolver = new CoreScalarResolver(false);
    private final VariableSubstitution variables;
    private final ValidationErrors errors;
    private int values;
    private int depth;

    YamlNodeConverter(VariableSubstitution variables, ValidationErrors errors) {
        this.variables = variables;
        this.errors = errors;
    }

    static DocumentTooLargeException tooLarge() {
        return new DocumentTooLargeException(LocalizedMessage.of("validation.yaml.tooLarge", MAX_VALUES, MAX_DEPTH));
    }

    DocumentNode node(org.snakeyaml.engine.v2.nodes.Node yaml, SourceLocation place) {
        if (++values > MAX_VALUES || ++depth > MAX_DEPTH) {
            throw tooLarge();
        }
        try {
            return yaml instanceof MappingNode mapping
                    ? fields(mapping, place)
                    : yaml instanceof SequenceNode sequence ? items(sequence, place) : scalar((ScalarNode) yaml, place);
        } finally {
            depth--;
        }
    }

    private DocumentNode fields(MappingNode mapping, SourceLocation place) {
        Map<String, DocumentNode> children = new LinkedHashMap<>();
        Map<String, SourceLocation> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            SourceLocation keyPlace = place.at(line(tuple.getKeyNode(), place), key);
            if (keys.containsKey(key)) {

                errors.add(
                        keyPlace,
                        LocalizedMessage.of(
                                "validation.key.duplicateSince",
                                key,
                                keys.get(key).line()));
            } else {
                keys.put(key, keyPlace);
                children.put(key, node(tuple.getValueNode(), place.at(line(tuple.getValueNode(), place), key)));
            }
        }
        return new DocumentNode.Fields(place, children, keys);
    }

    private DocumentNode items(SequenceNode sequence, SourceLocation place) {
        List<DocumentNode> nodes = new ArrayList<>();
        for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
            nodes.add(node(item, place.at(line(item, place), String.valueOf(nodes.size()))));
        }
        return new DocumentNode.Items(place, nodes);
    }

    private DocumentNode scalar(ScalarNode scalar, SourceLocation place) {
        String text = errors.tryCreate(place, () -> variables.expand(scalar.getValue()))
                .orElse(scalar.getValue());
        Tag tag = scalar.isPlain() ? resolver.resolve(text, true) : scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return new DocumentNode.Nothing(place);
        }
        if (tag.equals(Tag.BOOL)) {
            return new DocumentNode.Flag(place, Boolean.parseBoolean(text));
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return number && isDecimal(text)
                ? new DocumentNode.Number(place, new BigDecimal(text), text)
                : new DocumentNode.Text(place, text);
    }

    /** Long numbers are exact; infinity, hexadecimal and octal numbers, which JSON does not have, stay texts. */
    private static boolean isDecimal(String text) {
        return text.matches("[-+]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][-+]?\\d{1,3})?");
    }

    private static int line(org.snakeyaml.engine.v2.nodes.Node node, SourceLocation parent) {
        return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(parent.line());
    }
}
