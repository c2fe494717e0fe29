package dev.tidemark.definition;

import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Node;
import dev.tidemark.document.Place;
import dev.tidemark.document.Section;
import dev.tidemark.document.Variables;
import dev.tidemark.document.YamlDocument;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.probe.TagLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to reading: a text becomes probes, or every fault at once. A text is one probe, a list, or a bundle. */
public final class DefinitionReader {

    private static final List<String> PROBE_KEYS = List.of("id", "url", "journey", "every", "cron", "kind");

    private final Faults faults = new Faults();
    private final List<Definition> found = new ArrayList<>();
    private final List<TagLimit> shared = new ArrayList<>();
    private boolean saysShared;
    private final Map<String, Place> firstPlaces = new HashMap<>();

    private DefinitionReader() {}

    /**
     * Reads YAML, one document or several.
     *
     * @param source the file's name, for the messages
     */
    public static Definitions yaml(String source, String text, Variables variables) {
        DefinitionReader reader = new DefinitionReader();
        YamlDocument.read(source, text, variables, reader.faults).forEach(reader::document);
        return reader.result();
    }

    /** Reads JSON. */
    public static Definitions json(String text) {
        DefinitionReader reader = new DefinitionReader();
        JsonDocument.read(text, reader.faults).ifPresent(reader::document);
        return reader.result();
    }

    /** Reads JSON of a probe whose id is known; the text may leave it out. */
    public static Definitions json(ProbeId known, String text) {
        DefinitionReader reader = new DefinitionReader();
        JsonDocument.read(text, reader.faults).ifPresent(node -> reader.probe(node, Optional.of(known)));
        return reader.result();
    }

    private void document(Node node) {
        if (node instanceof Node.Items items) {
            items.nodes().forEach(item -> probe(item, Optional.empty()));
        } else if (node instanceof Node.Fields fields && isBundle(fields)) {
            bundle(new Section(fields, faults));
        } else if (!(node instanceof Node.Nothing)) {
            probe(node, Optional.empty());
        }
    }

    /** {@code probes: [...]}, {@code budgets: [...]} with tags, or both. */
    private static boolean isBundle(Node.Fields fields) {
        boolean probe = PROBE_KEYS.stream().anyMatch(fields.values()::containsKey);
        return fields.value("probes").isPresent() || fields.value("budgets").isPresent() && !probe;
    }

    private void bundle(Section bundle) {
        bundle.items("probes").forEach(item -> probe(item, Optional.empty()));
        if (bundle.has("budgets")) {
            saysShared = true;
            shared.addAll(new TagLimitReader(faults).read(bundle));
        }
        bundle.end();
    }

    private void probe(Node node, Optional<ProbeId> known) {
        if (node instanceof Node.Fields fields) {
            fields.value("id").ifPresent(this::refuseSecond);
            new ProbeReader(faults)
                    .read(fields, known)
                    .ifPresent(probe -> found.add(new Definition(probe, node.place())));
        } else {
            faults.add(node.place(), "a probe is a group of keys such as id, url and every");
        }
    }

    private void refuseSecond(Node id) {
        String text = id instanceof Node.Text given ? given.text() : "";
        Place first = firstPlaces.putIfAbsent(text, id.place());
        if (first != null) {
            faults.add(id.place(), "id \"" + text + "\" is there twice, first at " + first + "; give each its own");
        }
    }

    private Definitions result() {
        return new Definitions(found, saysShared ? Optional.of(shared) : Optional.empty(), faults.all());
    }
}
