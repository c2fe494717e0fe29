package dev.tidemark.web.users;

import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.Users;
import java.util.Optional;

/** What the settings do at the next start to what was changed here. */
final class RestartNotes {

    static final String LAST_OPERATOR =
            "This is the last operator; without them nobody could change anything. Make somebody else an operator first";

    private RestartNotes() {}

    static Optional<String> of(ApiToken token) {
        return token.origin() == ApiToken.Origin.SETTING
                ? Optional.of("TIDEMARK_API_TOKEN is set to this token: once revoked, it comes back at the next start,"
                        + " unless the setting is taken away or changed")
                : Optional.empty();
    }

    static Optional<String> ofUser(String name, Users users) {
        return users.isOfTheSettings(name)
                ? Optional.of(
                        "TIDEMARK_ADMIN_PASSWORD is set: at each start this user is there again, an operator with that"
                                + " password; take the setting away to change that")
                : Optional.empty();
    }
}
