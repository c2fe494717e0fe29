package dev.tidemark.config.catalog;

import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.reader.ProbeDefinition;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The definitions of all probe files. An invalid file defines nothing new; its earlier definitions remain in effect.
 *
 * @param probes of the valid files
 * @param shared limits by tag of the valid files, by file
 * @param invalidFiles the files with errors
 */
record FolderContents(
        Map<ProbeId, FileProbe> probes,
        Map<String, List<TagLimit>> shared,
        Set<String> invalidFiles,
        List<ValidationError> errors) {

    /** @param taken IDs of probes that were defined on pages or through the API */
    static FolderContents of(Map<String, ParsedDefinitions> files, Set<ProbeId> taken) {
        Map<ProbeId, FileProbe> probes = new LinkedHashMap<>();
        Map<String, List<TagLimit>> shared = new TreeMap<>();
        Set<String> invalidFiles = new HashSet<>();
        List<ValidationError> errors = new ArrayList<>();
        new TreeMap<>(files).forEach((file, definitions) -> {
            List<ValidationError> wrong = new ArrayList<>(definitions.errors());
            definitions.all().forEach(definition -> wrong.addAll(clash(definition, probes, taken)));
            if (wrong.isEmpty()) {
                definitions
                        .all()
                        .forEach(definition -> probes.put(definition.probe().id(), new FileProbe(definition, file)));
                definitions.shared().ifPresent(limits -> shared.put(file, limits));
            } else {
                invalidFiles.add(file);
                errors.addAll(wrong);
            }
        });
        return new FolderContents(probes, shared, invalidFiles, List.copyOf(errors));
    }

    private static List<ValidationError> clash(
            ProbeDefinition definition, Map<ProbeId, FileProbe> probes, Set<ProbeId> taken) {
        ProbeId id = definition.probe().id();
        if (taken.contains(id)) {
            return List.of(
                    new ValidationError(definition.place(), LocalizedMessage.of("validation.id.notFromFile", id)));
        }
        FileProbe first = probes.get(id);
        if (first == null) {
            return List.of();
        }
        SourceLocation place = first.definition().place();
        return List.of(
                new ValidationError(definition.place(), LocalizedMessage.of("validation.id.duplicate", id, place)));
    }

    record FileProbe(ProbeDefinition definition, String file) {}
}
