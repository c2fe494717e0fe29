package dev.tidemark.alerting.incident;

import dev.tidemark.alerting.recipient.RecipientResolver;
import dev.tidemark.alerting.recipient.ResolvedRecipients;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of an incident. A probe has one state, and at most one open incident, per type and location. */
public enum IncidentType {
    /** Checks fail. */
    AVAILABILITY,
    /** Measurements are over budget. */
    BUDGET,
    /** Self-monitoring: runs are lost to monitor failures at a location. Belongs to no probe, and does not affect the state of any. */
    OPERATION;

    /** As the API writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Who is notified of an incident; nobody if its probe was deleted. */
    ResolvedRecipients recipients(RecipientResolver resolver, Optional<Probe> probe) {
        return this == OPERATION
                ? resolver.administrators()
                : resolver.resolve(probe.map(Probe::recipients).orElse(List.of()));
    }

    /** A line of the log of evaluations. */
    LocalizedMessage logLine(Object entry) {
        return LocalizedMessage.of("incident.log." + label(), entry);
    }
}
