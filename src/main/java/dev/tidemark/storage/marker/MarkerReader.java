package dev.tidemark.storage.marker;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.ProbeLookup;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.InstantParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads an annotation from JSON, with all errors. */
@ApplicationScoped
public class MarkerReader {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration MAX_CLOCK_SKEW = Duration.ofDays(1);
    private static final int MAX_LINK_LENGTH = 2_000;
    private static final int MAX_NAME_LENGTH = 100;
    private static final Pattern TAG = Pattern.compile("[^\\s,][^,\\n\\r]{0,49}");

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#@]+([/?#]\\S*)?");

    private final ProbeLookup probes;
    private final Clock clock;

    @Inject
    public MarkerReader(ProbeLookup probes, Clock clock) {
        this.probes = probes;
        this.clock = clock;
    }

    /** The annotation; empty with errors. The default of {@code kind} is deploy, the default of {@code at} is now. */
    public Optional<Marker> read(String json, String userName, ValidationErrors errors) {
        return JsonDocument.section(
                        json, errors, LocalizedMessage.of("validation.json.notAnObject", "{\"title\": \"v1.4.2\"}"))
                .flatMap(section -> marker(section, userName, errors));
    }

    private Optional<Marker> marker(MappingReader section, String userName, ValidationErrors errors) {
        Marker.Kind kind = section.parsed("kind", MarkerReader::kind).orElse(Marker.Kind.DEPLOY);
        Instant at = section.parsed("at", this::instant)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<ProbeId> probe = section.parsed("probe", this::probe);
        Optional<String> tag = section.parsed("tag", MarkerReader::tag);
        Optional<String> title = section.parsed("title", MarkerReader::title);
        Optional<String> link = section.parsed("link", MarkerReader::link);
        String by = section.parsed("by", MarkerReader::name).orElse(userName);
        if (!section.has("title")) {
            section.addError("title", LocalizedMessage.of("validation.title.missing"));
        }
        if (section.has("probe") && section.has("tag")) {
            section.addError("tag", LocalizedMessage.of("validation.tag.withProbe"));
        }
        section.rejectUnknownKeys();
        return errors.isEmpty()
                ? Optional.of(new Marker(UUID.randomUUID(), kind, at, probe, tag, title.orElseThrow(), link, by))
                : Optional.empty();
    }

    /** Browser upgrades are detected and cannot be submitted. */
    private static Marker.Kind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "deploy" -> Marker.Kind.DEPLOY;
            case "note" -> Marker.Kind.NOTE;
            default -> throw new InvalidValueException("validation.kind.unknownAnnotation", text, "deploy, note");
        };
    }

    private Instant instant(String text) {
        Instant at = InstantParser.parse(text).truncatedTo(ChronoUnit.MILLIS);
        if (at.isBefore(EARLIEST) || at.isAfter(clock.instant().plus(MAX_CLOCK_SKEW))) {
            throw new InvalidValueException("validation.instant.rangeToTomorrow", text);
        }
        return at;
    }

    private ProbeId probe(String text) {
        if (!ProbeId.isValid(text) || !probes.exists(new ProbeId(text))) {
            throw new InvalidValueException("validation.probe.unknown", text);
        }
        return new ProbeId(text);
    }

    private static String tag(String text) {
        if (!TAG.matcher(text).matches()) {
            throw new InvalidValueException("validation.tag.invalid", text);
        }
        return text.strip();
    }

    private static String title(String text) {
        if (text.isBlank() || text.strip().length() > Marker.MAX_TITLE_LENGTH) {
            throw new InvalidValueException("validation.title.length", Marker.MAX_TITLE_LENGTH);
        }
        return text.strip();
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > MAX_NAME_LENGTH) {
            throw new InvalidValueException("validation.by.length", MAX_NAME_LENGTH);
        }
        return text.strip();
    }

    private static String link(String text) {
        if (!WEB.matcher(text.strip()).matches() || text.length() > MAX_LINK_LENGTH) {
            throw new InvalidValueException("validation.link.invalid", MAX_LINK_LENGTH);
        }
        return text.strip();
    }
}
