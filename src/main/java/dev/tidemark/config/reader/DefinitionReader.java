package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.ForeignFormat;
import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.SourceDocument;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads probe definitions with all errors. A text is one probe, a list of probes, or a bundle. */
public final class DefinitionReader {

    private static final List<String> PROBE_KEYS = List.of("id", "url", "journey", "every", "cron", "kind");

    private final ValidationErrors errors;
    private final List<ProbeDefinition> found = new ArrayList<>();
    private final List<TagLimit> shared = new ArrayList<>();
    private boolean hasShared;
    private final Map<String, SourceLocation> firstPlaces = new HashMap<>();

    private DefinitionReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /**
     * Reads one or more YAML documents.
     *
     * @param source the file name, for error messages
     */
    public static ParsedDefinitions yaml(String source, String text, VariableSubstitution variables) {
        return read(source, text, TextSyntax.YAML, variables);
    }

    /**
     * Reads JSON, or one or more YAML documents.
     *
     * @param source the file name, for error messages
     */
    public static ParsedDefinitions read(
            String source, String text, TextSyntax syntax, VariableSubstitution variables) {
        DefinitionReader reader = new DefinitionReader(new ValidationErrors());
        SourceDocument.read(source, text, syntax, variables, reader.errors).forEach(reader::document);
        return reader.result();
    }

    /** Reads YAML or JSON that must contain probes or limits, so that an empty text is not taken for an empty set of probes. */
    public static ParsedDefinitions bundle(String text, TextSyntax syntax) {
        DefinitionReader reader = new DefinitionReader(new ValidationErrors());
        List<DocumentNode> documents = SourceDocument.read("", text, syntax, VariableSubstitution.NONE, reader.errors);
        if (reader.errors.isEmpty() && documents.stream().allMatch(DocumentNode.Nothing.class::isInstance)) {
            reader.errors.add(SourceLocation.BODY, LocalizedMessage.of("validation.bundle.empty"));
        }
        documents.forEach(reader::document);
        return reader.result();
    }

    /** Reads the JSON of one probe. */
    public static ParsedDefinitions probe(String json) {
        DefinitionReader reader = new DefinitionReader(new ValidationErrors());
        JsonDocument.read(json, reader.errors).ifPresent(node -> reader.probe(node, Optional.empty()));
        return reader.result();
    }

    /** Reads JSON. */
    public static ParsedDefinitions json(String text) {
        DefinitionReader reader = new DefinitionReader(new ValidationErrors());
        JsonDocument.read(text, reader.errors).ifPresent(reader::document);
        return reader.result();
    }

    /** Reads the JSON of a probe with a known ID, which the text may omit. */
    public static ParsedDefinitions json(ProbeId known, String text) {
        DefinitionReader reader = new DefinitionReader(new ValidationErrors());
        JsonDocument.read(text, reader.errors).ifPresent(node -> reader.probe(node, Optional.of(known)));
        return reader.result();
    }

    /** Reads the JSON of a probe in the database, also one that could not be saved any more. */
    public static ParsedDefinitions stored(ProbeId known, String text) {
        DefinitionReader reader = new DefinitionReader(ValidationErrors.ofStored());
        JsonDocument.read(text, reader.errors).ifPresent(node -> reader.probe(node, Optional.of(known)));
        return reader.result();
    }

    private void document(DocumentNode node) {
        Optional<ForeignFormat> foreign = ForeignFormat.of(node);
        if (foreign.isPresent()) {
            errors.add(node.place(), foreign.get().message());
        } else if (node instanceof DocumentNode.Items items) {
            items.nodes().forEach(item -> probe(item, Optional.empty()));
        } else if (node instanceof DocumentNode.Fields fields && isBundle(fields)) {
            bundle(new MappingReader(fields, errors));
        } else if (!(node instanceof DocumentNode.Nothing)) {
            probe(node, Optional.empty());
        }
    }

    /** Whether the mapping is a bundle: {@code probes: [...]}, {@code budgets: [...]} with tags, or both. */
    private static boolean isBundle(DocumentNode.Fields fields) {
        boolean probe = PROBE_KEYS.stream().anyMatch(fields.values()::containsKey);
        return fields.value("probes").isPresent() || fields.value("budgets").isPresent() && !probe;
    }

    private void bundle(MappingReader bundle) {
        bundle.items("probes").forEach(item -> probe(item, Optional.empty()));
        if (bundle.has("budgets")) {
            hasShared = true;
            shared.addAll(new TagLimitReader(errors).read(bundle));
        }
        bundle.rejectUnknownKeys();
    }

    private void probe(DocumentNode node, Optional<ProbeId> known) {
        if (node instanceof DocumentNode.Fields fields) {
            fields.value("id").ifPresent(this::rejectDuplicate);
            new ProbeReader(errors)
                    .read(fields, known)
                    .ifPresent(probe -> found.add(new ProbeDefinition(probe, node.place())));
        } else {
            errors.add(node.place(), LocalizedMessage.of("validation.probe.notAMapping"));
        }
    }

    private void rejectDuplicate(DocumentNode id) {
        String text = id instanceof DocumentNode.Text given ? given.text() : "";
        SourceLocation first = firstPlaces.putIfAbsent(text, id.place());
        if (first != null) {
            errors.add(id.place(), LocalizedMessage.of("validation.id.duplicate", text, first));
        }
    }

    private ParsedDefinitions result() {
        return new ParsedDefinitions(found, hasShared ? Optional.of(shared) : Optional.empty(), errors.all());
    }
}
