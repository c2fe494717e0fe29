package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.TimeZones;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads {@code every}, or {@code cron} with {@code zone}. */
public final class CadenceReader {

    private final ValidationErrors errors;

    public CadenceReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /** The cadence; empty, with an error added, when it is missing or invalid. */
    public Optional<Cadence> read(MappingReader probe) {
        boolean every = probe.has("every");
        boolean cron = probe.has("cron");
        ZoneId zone = probe.parsed("zone", TimeZones::parse).orElse(ZoneOffset.UTC);
        if (every == cron) {
            errors.add(
                    probe.placeOf("cron"),
                    LocalizedMessage.of(every ? "validation.cron.withEvery" : "validation.every.missing"));
            return Optional.empty();
        }
        if (every && probe.has("zone")) {
            probe.addError("zone", LocalizedMessage.of("validation.zone.withoutCron"));
        }
        return every
                ? probe.duration("every")
                        .flatMap(span -> errors.tryCreate(probe.placeOf("every"), () -> new Cadence.Every(span)))
                : probe.parsed("cron", expression -> new Cadence.Cron(expression, zone));
    }
}
