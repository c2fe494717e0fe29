package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.NearestName;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.document.YamlDocument;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The built-in presets by name, defined in {@code presets.yaml}. */
public final class BudgetPresets {

    private static final String FILE = "presets.yaml";
    private static final Map<String, BudgetPreset> ALL = load();

    private BudgetPresets() {}

    public static List<BudgetPreset> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The preset of that name.
     *
     * @throws InvalidValueException for an unknown name, with the most similar one
     */
    public static BudgetPreset named(String name) {
        BudgetPreset preset = ALL.get(name);
        if (preset == null) {
            throw new InvalidValueException("validation.preset.unknown", name, NearestName.hint(name, ALL.keySet()));
        }
        return preset;
    }

    /** Whether a limit is meant for targets like this: those of some presets are for pages only. */
    public static boolean cover(Target target, Limit limit) {
        return ALL.values().stream()
                .filter(preset -> preset.isOriginOf(limit))
                .allMatch(preset -> preset.covers(target, limit.metric()));
    }

    private static Map<String, BudgetPreset> load() {
        ValidationErrors errors = new ValidationErrors();
        Map<String, BudgetPreset> presets = new LinkedHashMap<>();
        for (DocumentNode document : YamlDocument.read(FILE, text(), VariableSubstitution.NONE, errors)) {
            for (DocumentNode node : ((DocumentNode.Items) document).nodes()) {
                BudgetPreset preset =
                        preset(new MappingReader((DocumentNode.Fields) node, errors), new LimitReader(errors));
                presets.put(preset.name(), preset);
            }
        }
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors.all().toString());
        }
        return presets;
    }

    private static BudgetPreset preset(MappingReader section, LimitReader limits) {
        String name = section.text("name").orElseThrow();
        BudgetPreset preset = new BudgetPreset(
                name,
                LocalizedMessage.of("presets.name." + name),
                section.text("source").orElseThrow(),
                limits.read(section, "budgets"),
                limits.read(section, "targets"),
                section.has("pagesOnly") ? Set.copyOf(section.parsedItems("pagesOnly", Metric::of)) : Set.of(),
                section.parsedItems("withoutSource", text -> text));
        section.rejectUnknownKeys();
        return preset;
    }

    private static String text() {
        try (InputStream stream = BudgetPresets.class.getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
