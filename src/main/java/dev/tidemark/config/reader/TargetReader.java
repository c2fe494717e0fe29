package dev.tidemark.config.reader;

import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Step;
import dev.tidemark.model.probe.Target;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;

/** Reads the target: {@code url}, {@code url} with {@code steps}, {@code journey}, or {@code kind: http}. */
final class TargetReader {

    private static final String HTTP = "http";

    private final ValidationErrors errors;
    private final StepReader steps;

    TargetReader(ValidationErrors errors) {
        this.errors = errors;
        this.steps = new StepReader(errors);
    }

    Optional<Target> read(MappingReader probe) {
        Optional<String> kind = probe.parsed("kind", TargetReader::kind);
        return kind.filter(HTTP::equals).isPresent() ? new HttpCheckReader(errors).read(probe) : page(probe);
    }

    private static String kind(String text) {
        if (!text.equals(HTTP) && !text.equals("page")) {
            throw new InvalidValueException("validation.kind.unknown", text);
        }
        return text;
    }

    private Optional<Target> page(MappingReader probe) {
        boolean url = probe.has("url");
        boolean journey = probe.has("journey");
        boolean extra = probe.has("steps");
        if (url == journey) {
            errors.add(
                    probe.placeOf("journey"),
                    LocalizedMessage.of(url ? "validation.journey.withUrl" : "validation.url.orJourneyMissing"));
            return Optional.empty();
        }
        if (journey) {
            if (extra) {
                probe.addError("steps", LocalizedMessage.of("validation.steps.withJourney"));
            }
            return journey(probe);
        }
        List<Step> after = extra ? steps.read(probe, "steps") : List.of();
        return probe.url("url").map(address -> new Target.PageTarget(address, after));
    }

    private Optional<Target> journey(MappingReader probe) {
        int before = errors.all().size();
        List<Step> read = steps.read(probe, "journey");
        boolean whole = errors.all().size() == before;
        return whole ? errors.tryCreate(probe.placeOf("journey"), () -> new Target.Journey(read)) : Optional.empty();
    }
}
