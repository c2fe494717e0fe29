package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parses YAML 1.2 into nodes with line numbers. */
public final class YamlDocument {

    private static final int MAX_LENGTH = 2_000_000;

    private YamlDocument() {}

    /** The valid documents of a text; an invalid one adds an error. */
    public static List<DocumentNode> read(
            String source, String text, VariableSubstitution variables, ValidationErrors errors) {
        YamlNodeConverter tree = new YamlNodeConverter(variables, errors);
        List<DocumentNode> documents = new ArrayList<>();
        SourceLocation whole = new SourceLocation(source, 1, "");
        try {
            requireShallow(text);
            new Compose(settings()).composeAllFromString(text).forEach(node -> documents.add(tree.node(node, whole)));
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = wrong.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            errors.add(
                    new SourceLocation(source, line, ""),
                    LocalizedMessage.of("validation.yaml.syntax", withoutValue(wrong.getProblem()), column));
        } catch (DocumentTooLargeException wrong) {
            errors.add(whole, wrong.localizedMessage());
        } catch (YamlEngineException wrong) {
            errors.add(whole, LocalizedMessage.of("validation.yaml.unreadable", String.valueOf(wrong.getMessage())));
        }
        return documents;
    }

    /** An unquoted password that begins with an asterisk or an exclamation mark is an alias or a tag for the parser. */
    private static String withoutValue(String problem) {
        return problem.replaceFirst("(undefined\\s(?:alias|tag\\shandle)).*", "$1");
    }

    /** Composing is recursive; parsing is not. */
    private static void requireShallow(String text) {
        int depth = 0;
        for (Event event : new Parse(settings()).parseString(text)) {
            depth += switch (event.getEventId()) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
            if (depth > YamlNodeConverter.MAX_DEPTH) {
                throw YamlNodeConverter.tooLarge();
            }
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(MAX_LENGTH)
                .build();
    }
}
