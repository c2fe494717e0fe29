package dev.tidemark.definition;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Nearest;
import dev.tidemark.document.Node;
import dev.tidemark.document.Section;
import dev.tidemark.document.Variables;
import dev.tidemark.document.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The presets that ship, by name; they are data, in {@code presets.yaml}. */
public final class Presets {

    private static final String FILE = "presets.yaml";
    private static final Map<String, Preset> ALL = load();

    private Presets() {}

    public static List<Preset> all() {
        return List.copyOf(ALL.values());
    }

    /** The preset of a name; an unknown one is an IllegalArgumentException that names the nearest. */
    public static Preset named(String name) {
        Preset preset = ALL.get(name);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "preset \"" + name + "\" is unknown; " + Nearest.hint(name, ALL.keySet()));
        }
        return preset;
    }

    private static Map<String, Preset> load() {
        Faults faults = new Faults();
        Map<String, Preset> presets = new LinkedHashMap<>();
        for (Node document : YamlDocument.read(FILE, text(), Variables.NONE, faults)) {
            for (Node node : ((Node.Items) document).nodes()) {
                Preset preset = preset(new Section((Node.Fields) node, faults), new LimitReader(faults));
                presets.put(preset.name(), preset);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.all().toString());
        }
        return presets;
    }

    private static Preset preset(Section section, LimitReader limits) {
        Preset preset = new Preset(
                section.text("name").orElseThrow(),
                section.text("title").orElseThrow(),
                section.text("source").orElseThrow(),
                limits.read(section, "budgets"),
                limits.read(section, "targets"),
                section.each("withoutSource", text -> text));
        section.end();
        return preset;
    }

    private static String text() {
        try (InputStream stream = Presets.class.getResourceAsStream(FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
