package dev.tidemark.storage.marker;

import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An annotation: an event that may explain a change of the trend.
 *
 * @param probe the probe that it belongs to
 * @param tag it belongs to all probes with this tag; with neither it belongs to all probes
 * @param title 1 to 200 characters: {@code v1.4.2}
 * @param link an http or https URL with details
 * @param by the user or script that added it
 */
public record Marker(
        UUID id,
        Kind kind,
        Instant at,
        Optional<ProbeId> probe,
        Optional<String> tag,
        String title,
        Optional<String> link,
        String by) {

    static final int MAX_TITLE_LENGTH = 200;

    /** The kind of annotation. */
    public enum Kind {
        DEPLOY,
        NOTE,
        BROWSER;

        /** The label of API and pages. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Marker {
        if (probe.isPresent() && tag.isPresent()) {
            throw new InvalidValueException("validation.tag.withProbe");
        }
        if (title.isBlank() || title.length() > MAX_TITLE_LENGTH) {
            throw new InvalidValueException("validation.title.length", MAX_TITLE_LENGTH);
        }
    }

    /** Whether it belongs to a probe with these tags. */
    public boolean isOf(ProbeId one, List<String> tags) {
        return probe.map(one::equals).orElseGet(() -> tag.map(tags::contains).orElse(true));
    }

    /** A description of the probes that it belongs to. */
    public LocalizedMessage scope() {
        return probe.map(one -> LocalizedMessage.verbatim(one.slug()))
                .orElseGet(() -> tag.map(name -> LocalizedMessage.of("scope.tag", name))
                        .orElse(LocalizedMessage.of("scope.allProbes")));
    }
}
