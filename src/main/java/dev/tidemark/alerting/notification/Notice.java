package dev.tidemark.alerting.notification;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing to tell, as it was when it happened.
 *
 * @param incident what it belongs to; notices of one incident form one thread
 * @param probe of a digest the list that it goes to, as {@code probeName} is the list's name; url, location and run mean nothing then
 * @param number counts the incident's changes from 1
 * @param headline what is wrong, in a few words: {@code LCP 3.9 s > 2.5 s (3 of 3 runs)}
 * @param lines the arithmetic behind it, one sentence each
 * @param deploy the title of the deploy that it followed soon; none when there was none
 */
public record Notice(
        UUID incident,
        int number,
        NoticeKind tone,
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
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(at, "at");
        lines = List.copyOf(lines);
    }

    /** The same soon after a deploy. */
    public Notice after(Optional<String> title) {
        return new Notice(incident, number, tone, probe, probeName, url, location, run, at, headline, lines, title);
    }

    /** {@code [failing] Shop, home page: LCP 3.9 s > 2.5 s (3 of 3 runs) @ frankfurt}; a digest is of no one place. */
    public String subject() {
        String line =
                "[" + tone.label() + "] " + probeName + ": " + headline + (tone == NoticeKind.DIGEST ? "" : " @ " + location);
        return line.replaceAll("\\p{Cntrl}+", " ");
    }
}
