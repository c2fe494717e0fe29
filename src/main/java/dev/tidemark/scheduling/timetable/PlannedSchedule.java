package dev.tidemark.scheduling.timetable;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.config.reader.CadenceReader;
import dev.tidemark.model.probe.Cadence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A schedule that is not saved yet, read and validated in the same way as that of a probe. */
public final class PlannedSchedule {

    /** The keys of a schedule. */
    public static final List<String> KEYS = List.of("every", "cron", "zone");

    private PlannedSchedule() {}

    /**
     * The cadence; empty, with all errors, when it is invalid.
     *
     * @param value returns the text of a key
     */
    public static Optional<Cadence> read(Function<String, Optional<String>> value, ValidationErrors errors) {
        Map<String, DocumentNode> values = new HashMap<>();
        Map<String, SourceLocation> places = new HashMap<>();
        for (String key : KEYS) {
            value.apply(key).ifPresent(text -> {
                SourceLocation place = new SourceLocation("", 0, "/" + key);
                values.put(key, new DocumentNode.Text(place, text));
                places.put(key, place);
            });
        }
        MappingReader section = new MappingReader(new DocumentNode.Fields(SourceLocation.BODY, values, places), errors);
        return new CadenceReader(errors).read(section).filter(cadence -> errors.isEmpty());
    }
}
