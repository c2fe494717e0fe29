package dev.tidemark.web.incident;

import dev.tidemark.alerting.incident.IncidentActions;
import dev.tidemark.alerting.incident.SnoozeHours;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was entered on an incident page.
 *
 * @param until of a snooze
 * @param text the note or comment; empty if none was entered
 */
record IncidentForm(Action action, Optional<Instant> until, Optional<String> text) {

    /** The buttons. */
    enum Action {
        ACKNOWLEDGE,
        SNOOZE,
        UNACKNOWLEDGE,
        RESOLVE,
        COMMENT;

        /** The value of the button. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Empty if the request names no button. */
    static Optional<IncidentForm> read(HttpServletRequest request, Instant now) {
        String name = Optional.ofNullable(request.getParameter("action")).orElse("");
        return Stream.of(Action.values())
                .filter(action -> action.label().equals(name))
                .findFirst()
                .map(action -> new IncidentForm(
                        action,
                        action == Action.SNOOZE ? Optional.of(now.plus(hours(request))) : Optional.empty(),
                        Optional.ofNullable(request.getParameter("text"))
                                .map(String::strip)
                                .filter(text -> !text.isEmpty())));
    }

    private static Duration hours(HttpServletRequest request) {
        return SnoozeHours.read(request.getParameter("hours")).orElse(Duration.ofHours(1));
    }

    /** Why nothing is done. */
    Optional<LocalizedMessage> problem() {
        if (text.filter(entered -> entered.length() > IncidentActions.MAX_TEXT_LENGTH)
                .isPresent()) {
            return Optional.of(LocalizedMessage.of("validation.comment.length", IncidentActions.MAX_TEXT_LENGTH));
        }
        return action == Action.COMMENT && text.isEmpty()
                ? Optional.of(LocalizedMessage.of("incident.comment.empty"))
                : Optional.empty();
    }

    /** False if the incident is missing, or resolved already. */
    boolean apply(IncidentActions actions, UUID incident, String by) {
        return switch (action) {
            case ACKNOWLEDGE, SNOOZE ->
                actions.acknowledge(incident, by, until, text).isPresent();
            case UNACKNOWLEDGE -> actions.unacknowledge(incident, by).isPresent();
            case RESOLVE -> actions.resolve(incident, by, text).isPresent();
            case COMMENT -> actions.comment(incident, by, text.orElse("")).isPresent();
        };
    }
}
