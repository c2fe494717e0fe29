package dev.tidemark.alerting.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An incident as the API writes it; what is not known is left out. */
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
                incident.concern().label(),
                incident.state().label(),
                incident.worst().label(),
                incident.headline(),
                incident.openedAt(),
                incident.openedBy().toString(),
                incident.resolvedAt().orElse(null),
                incident.acknowledgement()
                        .map(one ->
                                new Acknowledged(one.by(), one.at(), one.until().orElse(null)))
                        .orElse(null),
                evaluations,
                remarks);
    }

    /** Who looks after it. */
    public record Acknowledged(String by, Instant at, Instant until) {}

    /** Why (not), after one run. */
    public record EvaluationDocument(String run, Instant plannedAt, Instant notedAt, List<String> lines) {
        static EvaluationDocument of(RunEvaluation one) {
            return new EvaluationDocument(one.run().toString(), one.plannedAt(), one.notedAt(), one.lines());
        }
    }

    /** What was decided between two runs: reminders, escalations, acknowledgements, what travelled together. */
    public record RemarkDocument(Instant at, String line) {
        static RemarkDocument of(IncidentNote one) {
            return new RemarkDocument(one.at(), one.line());
        }
    }

    /** Some incidents, and the cursor to the next ones: null at the end. */
    public record Page(List<IncidentDocument> items, Optional<String> next) {}
}
