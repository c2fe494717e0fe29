package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of a notification about one event, as of the time of the event.
 *
 * @param incident notices of one incident form one e-mail thread
 * @param number of the notice within the incident, from 1
 * @param probe of a digest: the id of the contact group, as {@code probeName} is the name of the group; url, location and run are
 *     without meaning then
 * @param headline the problem in short: {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}
 * @param lines details, such as the calculation, one sentence each
 * @param deploy the title of a deploy shortly before; empty for none
 */
public record Notice(
        UUID incident,
        int number,
        NoticeKind kind,
        ProbeId probe,
        String probeName,
        String url,
        LocationName location,
        RunId run,
        Instant at,
        String headline,
        List<String> lines,
        Optional<String> deploy) {

    public Notice {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        lines = List.copyOf(lines);
    }

    /** The same notice, shortly after the deploy with this title. */
    public Notice withDeploy(Optional<String> title) {
        return new Notice(incident, number, kind, probe, probeName, url, location, run, at, headline, lines, title);
    }

    /** {@code [failing] Shop, home page: LCP 3.9 s > 2.5 s (3 of 3 runs) @ frankfurt}; of a digest and a test without location. One line. */
    public String subject() {
        LocalizedMessage subject =
                switch (kind) {
                    case DIGEST, TEST ->
                        LocalizedMessage.of("notification.subject.digest", kind.title(), probeName, headline);
                    default -> LocalizedMessage.of("notification.subject", kind.title(), probeName, headline, location);
                };
        return subject.toString().replaceAll("\\p{Cntrl}+", " ");
    }
}
