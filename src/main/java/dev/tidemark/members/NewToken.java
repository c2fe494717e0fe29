package dev.tidemark.members;

import dev.tidemark.account.Naming;
import dev.tidemark.account.Scope;
import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Section;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A token as somebody wants it.
 *
 * @param expires empty for never
 */
record NewToken(String name, Scope scope, Optional<Instant> expires) {

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** The token, or nothing and every fault. */
    static Optional<NewToken> read(String json, Instant now, Faults faults) {
        return JsonDocument.section(
                        json, faults, "is no JSON object such as {\"name\": \"ci-shop\", \"scope\": \"write\"}")
                .flatMap(section -> of(section, now, faults));
    }

    private static Optional<NewToken> of(Section section, Instant now, Faults faults) {
        Optional<String> name = section.made("name", Naming::name);
        Optional<Scope> scope = section.made("scope", Scope::of);
        Optional<Instant> expires = section.made("expiresAt", text -> later(text, now));
        if (!section.has("name")) {
            KeyFaults.add(faults, "name", "name is missing; say who uses it, such as \"ci-shop\"");
        }
        if (!section.has("scope")) {
            KeyFaults.add(faults, "scope", "scope is missing; there are read, write");
        }
        section.end();
        return faults.isEmpty()
                ? Optional.of(new NewToken(name.orElseThrow(), scope.orElseThrow(), expires))
                : Optional.empty();
    }

    private static Instant later(String text, Instant now) {
        Instant at;
        try {
            at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("\"" + text + "\" is no instant such as 2027-03-10T12:00:00Z", wrong);
        }
        if (!at.isAfter(now) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("\"" + text + "\" must be later than now, and before the year 2100");
        }
        return at;
    }
}
