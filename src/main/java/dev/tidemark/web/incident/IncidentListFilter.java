package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.IncidentFilter;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.web.support.PageLink;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The filter of the list of incidents, from the URL. Invalid values are ignored.
 *
 * @param state one of {@link #STATES}; empty: all
 * @param period a key of {@link #PERIODS}; empty: since the beginning
 */
record IncidentListFilter(String state, String probe, String tag, String period, String text) {

    static final List<String> STATES = List.of("open", "unacknowledged", "acknowledged", "resolved");
    static final Map<String, Duration> PERIODS = new LinkedHashMap<>();
    static final IncidentListFilter NONE = new IncidentListFilter("", "", "", "", "");

    private static final int MAX_TEXT = 200;

    static {
        PERIODS.put("24h", Duration.ofDays(1));
        PERIODS.put("7d", Duration.ofDays(7));
        PERIODS.put("30d", Duration.ofDays(30));
        PERIODS.put("90d", Duration.ofDays(90));
    }

    IncidentListFilter withState(String other) {
        return new IncidentListFilter(STATES.contains(other) ? other : "", probe, tag, period, text);
    }

    IncidentListFilter withProbe(String other) {
        return new IncidentListFilter(state, other != null && ProbeId.isValid(other) ? other : "", tag, period, text);
    }

    IncidentListFilter withTag(String other) {
        return new IncidentListFilter(state, probe, clean(other), period, text);
    }

    IncidentListFilter withPeriod(String other) {
        return new IncidentListFilter(state, probe, tag, PERIODS.containsKey(other) ? other : "", text);
    }

    IncidentListFilter withText(String other) {
        return new IncidentListFilter(state, probe, tag, period, clean(other));
    }

    /** PostgreSQL compares no text with U+0000 or a lone surrogate. */
    private static String clean(String entered) {
        String text = entered == null ? "" : entered.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    Optional<ProbeId> probeId() {
        return Optional.of(probe).filter(id -> !id.isEmpty()).map(ProbeId::new);
    }

    PageLink address() {
        return PageLink.of("/incidents")
                .with("state", state)
                .with("probe", probe)
                .with("tag", tag)
                .with("period", period)
                .with("text", text);
    }

    IncidentFilter toFilter(ProbeCatalog catalog, Instant now) {
        IncidentFilter filter = byState()
                .during(Optional.ofNullable(PERIODS.get(period)).map(now::minus), Optional.empty())
                .containing(Optional.of(text).filter(part -> !part.isEmpty()));
        return catalog.selection(probeId(), tag.isEmpty() ? List.of() : List.of(tag))
                .map(filter::probes)
                .orElse(filter);
    }

    private IncidentFilter byState() {
        return switch (state) {
            case "open" -> IncidentFilter.ALL.open(true);
            case "unacknowledged" -> IncidentFilter.ALL.acknowledged(false);
            case "acknowledged" -> IncidentFilter.ALL.acknowledged(true);
            case "resolved" -> IncidentFilter.ALL.open(false);
            default -> IncidentFilter.ALL;
        };
    }
}
