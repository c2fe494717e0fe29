package dev.tidemark.alerting.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An incident in the API; unknown values are omitted. */
public record IncidentDocument(
        String id,
        String probe,
        String location,
        String concern,
        String state,
        String worst,
        String headline,
        Instant openedAt,
        String openedBy,
        Instant resolvedAt,
        Acknowledged acknowledgement,
        List<EvaluationDocument> evaluations,
        List<RemarkDocument> remarks) {

    static IncidentDocument of(Incident incident) {
        return of(incident, null, null);
    }

    static IncidentDocument of(Incident incident, List<EvaluationDocument> evaluations, List<RemarkDocument> remarks) {
        return new IncidentDocument(
                incident.id().toString(),
                incident.probe().slug(),
                incident.location().name(),
                incident.incidentType().label(),
                incident.state().label(),
                incident.worst().label(),
                incident.headline(),
                incident.openedAt(),
                incident.openedBy().toString(),
                incident.resolvedAt().orElse(null),
                incident.acknowledgement()
                        .map(one -> new Acknowledged(
                                one.by(),
                                one.at(),
                                one.until().orElse(null),
                                one.note().orElse(null)))
                        .orElse(null),
                evaluations,
                remarks);
    }

    /** An acknowledgement. */
    public record Acknowledged(String by, Instant at, Instant until, String note) {}

    /** The log of one run. */
    public record EvaluationDocument(String run, Instant plannedAt, Instant notedAt, List<String> lines) {
        static EvaluationDocument of(RunEvaluation one) {
            return new EvaluationDocument(one.run().toString(), one.plannedAt(), one.evaluatedAt(), one.lines());
        }
    }

    /**
     * A log entry between runs (reminders, escalations, acknowledgements, combined messages), or a comment.
     *
     * @param author of a comment
     */
    public record RemarkDocument(Instant at, String author, String line) {
        static RemarkDocument of(IncidentNote one) {
            return new RemarkDocument(one.at(), one.author().orElse(null), one.line());
        }
    }

    /** @param next the cursor of the next page; null on the last page */
    public record IncidentList(List<IncidentDocument> items, Optional<String> next) {}
}
