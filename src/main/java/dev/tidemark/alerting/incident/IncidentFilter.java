package dev.tidemark.alerting.incident;

import dev.tidemark.model.result.ProbeId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which incidents to list; what is empty does not limit.
 *
 * @param open only open ones, or only resolved ones
 * @param acknowledged only open ones with an acknowledgement in effect, or only open ones without
 * @param probes of these probes
 * @param from not resolved before
 * @param to opened before
 * @param text part of the headline, the probe's name or ID, or the location, in upper or lower case
 */
public record IncidentFilter(
        Optional<Boolean> open,
        Optional<Boolean> acknowledged,
        Optional<Set<ProbeId>> probes,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text) {

    public static final IncidentFilter ALL = new IncidentFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public IncidentFilter {
        probes = probes.map(Set::copyOf);
    }

    public IncidentFilter open(boolean only) {
        return new IncidentFilter(Optional.of(only), acknowledged, probes, from, to, text);
    }

    public IncidentFilter acknowledged(boolean only) {
        return new IncidentFilter(open, Optional.of(only), probes, from, to, text);
    }

    public IncidentFilter probes(Set<ProbeId> only) {
        return new IncidentFilter(open, acknowledged, Optional.of(only), from, to, text);
    }

    public IncidentFilter during(Optional<Instant> begin, Optional<Instant> end) {
        return new IncidentFilter(open, acknowledged, probes, begin, end, text);
    }

    public IncidentFilter containing(Optional<String> part) {
        return new IncidentFilter(open, acknowledged, probes, from, to, part);
    }
}
