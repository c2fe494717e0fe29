package dev.tidemark.fuzz;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.importer.BudgetImporter;
import dev.tidemark.config.importer.ImportedBudgets;
import dev.tidemark.config.importer.ImportedJourney;
import dev.tidemark.config.importer.PageUrlMatcher;
import dev.tidemark.config.importer.RecordingImporter;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.ProbeWriter;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.url.WebUrl;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of other tools. */
final class ImportFuzz {

    private static final WebUrl PAGE = WebUrl.parse("https://shop.example/");

    private ImportFuzz() {}

    static void recording(String text) {
        ValidationErrors errors = new ValidationErrors();
        ImportedJourney imported = RecordingImporter.read(text, errors);
        DefinitionFuzz.requirePrintable(errors.all());
        DefinitionFuzz.requirePrintable(imported.ignored());
        if (imported.steps().isEmpty()) {
            return;
        }
        List<Step> steps = new ArrayList<>(List.of(new Step.Open(PAGE)));
        steps.addAll(imported.steps());
        ParsedDefinitions read = probe(Map.of("journey", ProbeWriter.journey(steps)));
        List<Step> again = read.probes().stream()
                .flatMap(probe -> ((Target.Journey) probe.target()).steps().stream())
                .toList();
        DefinitionFuzz.requireEqual(steps, again, read.errors());
    }

    static void budgets(String text) {
        for (String format : List.of("lighthouse", "sitespeed", "lighthouserc")) {
            ValidationErrors errors = new ValidationErrors();
            PageUrlMatcher page = new PageUrlMatcher(Optional.of(PAGE), Optional.empty(), Optional.empty());
            ImportedBudgets imported = BudgetImporter.read(format, text, page, errors);
            DefinitionFuzz.requirePrintable(errors.all());
            DefinitionFuzz.requirePrintable(imported.ignored());
            ParsedDefinitions read =
                    probe(Map.of("url", PAGE.toString(), "budgets", ProbeWriter.budgets(imported.budgets())));
            List<Limit> again = read.probes().stream()
                    .flatMap(probe -> probe.budgets().stream())
                    .toList();
            DefinitionFuzz.requireEqual(imported.budgets(), again, read.errors());
        }
    }

    private static ParsedDefinitions probe(Map<String, Object> parts) {
        return DefinitionReader.json(Json.createObjectBuilder(parts)
                .add("id", "imported")
                .add("every", "PT5M")
                .build()
                .toString());
    }
}
