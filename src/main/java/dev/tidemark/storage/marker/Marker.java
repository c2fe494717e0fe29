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
 * Something that happened, and may explain what the trend shows from then on.
 *
 * @param probe the only one that it is of
 * @param tag of all probes with this tag; with neither it is of all probes
 * @param title what happened, in 1 to 200 characters: {@code v1.4.2}
 * @param link http or https: details
 * @param by who said so
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

    static final int LONGEST_TITLE = 200;

    /** What kind of thing happened. */
    public enum Kind {
        DEPLOY,
        NOTE,
        BROWSER;

        /** As the API and the pages write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Marker {
        if (probe.isPresent() && tag.isPresent()) {
            throw new InvalidValueException("validation.tag.withProbe");
        }
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new InvalidValueException("validation.title.length", LONGEST_TITLE);
        }
    }

    /** Whether it is of a probe that has these tags. */
    public boolean isOf(ProbeId one, List<String> tags) {
        return probe.map(one::equals).orElseGet(() -> tag.map(tags::contains).orElse(true));
    }

    /** Of what it is, in words. */
    public LocalizedMessage scope() {
        return probe.map(one -> LocalizedMessage.verbatim(one.slug()))
                .orElseGet(() -> tag.map(name -> LocalizedMessage.of("scope.tag", name))
                        .orElse(LocalizedMessage.of("scope.allProbes")));
    }
}
