package dev.tidemark.fuzz;

import dev.tidemark.config.document.TextSyntax;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.TagLimit;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;

/** Probe definitions in files and in requests. */
final class DefinitionFuzz {

    private static final VariableSubstitution VARIABLES =
            new VariableSubstitution(name -> name.equals("HOST") ? Optional.of("shop.example") : Optional.empty());

    private DefinitionFuzz() {}

    static void yaml(String text) {
        verify(DefinitionReader.yaml("probes/fuzz.yaml", text, VARIABLES));
        verify(DefinitionReader.bundle(text, TextSyntax.YAML));
    }

    static void json(String text) {
        verify(DefinitionReader.json(text));
        verify(DefinitionReader.probe(text));
    }

    private static void verify(ParsedDefinitions read) {
        requirePrintable(read.errors());
        if (!read.isValid()) {
            return;
        }
        for (Probe probe : read.probes()) {
            requireEqual(probe, DefinitionReader.json(ProbeWriter.json(probe)));
            String masked =
                    Json.createObjectBuilder(ProbeWriter.masked(probe)).build().toString();
            requirePrintable(DefinitionReader.json(masked).errors());
        }
        read.shared().ifPresent(DefinitionFuzz::requireEqual);
    }

    private static void requireEqual(Probe probe, ParsedDefinitions again) {
        requireEqual(List.of(probe), again.probes(), again.errors());
    }

    private static void requireEqual(List<TagLimit> limits) {
        ParsedDefinitions again = DefinitionReader.json("{\"budgets\": " + ProbeWriter.sharedJson(limits) + "}");
        requireEqual(limits, again.shared().orElse(List.of()), again.errors());
    }

    static void requireEqual(Object written, Object read, List<ValidationError> errors) {
        if (!errors.isEmpty() || !written.equals(read)) {
            throw new IllegalStateException("Wrote " + written + ", read " + read + ", " + errors);
        }
    }

    static void requirePrintable(List<ValidationError> errors) {
        for (ValidationError error : errors) {
            if (error.toString().isBlank()) {
                throw new IllegalStateException("No message: " + error.detail().key());
            }
        }
    }
}
