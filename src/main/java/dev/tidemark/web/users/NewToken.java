package dev.tidemark.web.users;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.runtime.InstantParser;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.TokenScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A request to create a token.
 *
 * @param expires empty for a token that does not expire
 */
record NewToken(String name, TokenScope scope, Optional<Instant> expires) {

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Reads the request; empty if there are errors. */
    static Optional<NewToken> read(String json, Instant now, ValidationErrors errors) {
        return JsonDocument.section(
                        json,
                        errors,
                        LocalizedMessage.of(
                                "validation.json.notAnObject", "{\"name\": \"ci-shop\", \"scope\": \"write\"}"))
                .flatMap(section -> of(section, now, errors));
    }

    private static Optional<NewToken> of(MappingReader section, Instant now, ValidationErrors errors) {
        Optional<String> name = section.parsed("name", AccountRules::name);
        Optional<TokenScope> scope = section.parsed("scope", TokenScope::of);
        Optional<Instant> expires = section.parsed("expiresAt", text -> later(text, now));
        if (!section.has("name")) {
            KeyErrors.add(errors, "name", LocalizedMessage.of("validation.name.missingToken"));
        }
        if (!section.has("scope")) {
            KeyErrors.add(errors, "scope", LocalizedMessage.of("validation.scope.missing"));
        }
        section.rejectUnknownKeys();
        return errors.isEmpty()
                ? Optional.of(new NewToken(name.orElseThrow(), scope.orElseThrow(), expires))
                : Optional.empty();
    }

    private static Instant later(String text, Instant now) {
        Instant at = InstantParser.parse(text).truncatedTo(ChronoUnit.MILLIS);
        if (!at.isAfter(now) || at.isAfter(LATEST)) {
            throw new InvalidValueException("validation.instant.future", text);
        }
        return at;
    }
}
