package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.Cadence;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.PageLoadSettings;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.probe.Sendability;
import dev.tidemark.model.probe.Target;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.Profile;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a probe. */
final class ProbeReader {

    static final int DEFAULT_SAMPLES = 3;

    private static final int MAX_NAME_LENGTH = 200;
    private static final ProbeId UNNAMED = new ProbeId("unnamed");

    /** Read-only keys of the API, so that a response can be sent back as a request. */
    private static final Set<String> READ_ONLY_KEYS = Set.of("version", "file", "changedAt");

    private final ValidationErrors errors;

    ProbeReader(ValidationErrors errors) {
        this.errors = errors;
    }

    /** The probe as far as it can be read; it must be used only when there are no errors. */
    Optional<Probe> read(DocumentNode.Fields fields, Optional<ProbeId> known) {
        MappingReader section = new MappingReader(fields, errors);
        ProbeId id = id(section, known);
        String name = section.parsed("name", ProbeReader::name).orElse(id.slug());
        Optional<Target> target = new TargetReader(errors).read(section);
        Optional<Cadence> cadence = new CadenceReader(errors).read(section);
        int samples = section.integer("samples").orElse(defaultSamples(target));
        Profile profile = profile(section, target);
        List<LocationName> locations = locations(section);
        boolean enabled = section.flag("enabled").orElse(true);
        List<String> tags = section.parsedItems("tags", LabelReader::tag);
        List<Limit> budgets =
                new LimitReader(errors, target, OptionalInt.of(locations.size())).read(section, "budgets");
        cadence.ifPresent(when -> rejectShortSilence(section, when, budgets));
        List<String> recipients =
                section.parsedItems("notify", errors.areOfStored() ? text -> text : LabelReader::recipient);
        PageLoadSettings settings =
                new PageLoadSettingsReader(errors, Sendability.of(target)).read(section, isHttp(target));
        if (section.place().source().isEmpty()) {
            section.ignore(READ_ONLY_KEYS);
        }
        section.rejectUnknownKeys();
        if (samples < 1 || samples > 9) {
            section.addError("samples", LocalizedMessage.of("validation.samples.range", samples));
            return Optional.empty();
        }
        return target.flatMap(knownTarget -> cadence.map(when -> new Probe(
                id,
                name,
                knownTarget,
                when,
                samples,
                profile,
                locations,
                enabled,
                tags,
                budgets,
                recipients,
                settings)));
    }

    /**
     * Rejects a limit on missing results that is not longer than the interval between runs, as it would always be over budget.
     */
    private static void rejectShortSilence(MappingReader section, Cadence cadence, List<Limit> budgets) {
        Duration span = cadence instanceof Cadence.Every every ? every.span() : Duration.ZERO;
        budgets.stream()
                .filter(limit -> limit.metric().equals(Metric.SILENCE))
                .map(limit -> Duration.ofMillis(
                        (long) limit.fixedThreshold().orElseThrow().value()))
                .filter(silence -> silence.compareTo(span) <= 0)
                .forEach(silence -> section.addError(
                        "budgets", LocalizedMessage.of("validation.noResultFor.tooShort", silence, span)));
    }

    /** The network of HTTP checks is not throttled by default, as they measure the server. */
    private Profile profile(MappingReader section, Optional<Target> target) {
        boolean plain = isHttp(target) && !section.has("profile");
        return plain ? NamedProfiles.named("unthrottled") : new ProfileReader(errors).read(section);
    }

    /** The default is one sample for HTTP checks, which can run more often instead. */
    private static int defaultSamples(Optional<Target> target) {
        return isHttp(target) ? 1 : DEFAULT_SAMPLES;
    }

    private static boolean isHttp(Optional<Target> target) {
        return target.filter(Target.Http.class::isInstance).isPresent();
    }

    private ProbeId id(MappingReader section, Optional<ProbeId> known) {
        Optional<ProbeId> given = section.parsed("id", ProbeId::new);
        if (known.isEmpty() && !section.has("id")) {
            errors.add(section.place(), LocalizedMessage.of("validation.id.missing"));
        }
        if (known.isPresent() && given.isPresent() && !given.equals(known)) {
            section.addError("id", LocalizedMessage.of("validation.id.changed", known.get()));
        }
        if (known.isEmpty() && given.filter(ProbeId.MONITOR::equals).isPresent()) {
            section.addError("id", LocalizedMessage.of("validation.id.reserved", ProbeId.MONITOR));
        }
        return known.or(() -> given).orElse(UNNAMED);
    }

    private List<LocationName> locations(MappingReader section) {
        if (!section.has("locations")) {
            return List.of(LocationName.DEFAULT);
        }
        List<LocationName> locations = section.parsedItems("locations", LocationName::new).stream()
                .distinct()
                .toList();
        if (section.items("locations").isEmpty()) {
            section.addError("locations", LocalizedMessage.of("validation.locations.empty"));
        }
        return locations;
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > MAX_NAME_LENGTH) {
            throw new InvalidValueException("validation.name.length", MAX_NAME_LENGTH);
        }
        return text.strip();
    }
}
