package dev.tidemark.web.users;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.ApiToken;
import dev.tidemark.security.account.Users;
import java.util.Optional;

/** Warnings that configuration reverts a change at the next start. */
final class RestartNotes {

    static final LocalizedMessage EXTERNAL = LocalizedMessage.of("validation.user.external");
    static final LocalizedMessage LAST_OPERATOR = LocalizedMessage.of("validation.role.lastOperator");

    private RestartNotes() {}

    static Optional<LocalizedMessage> of(ApiToken token) {
        return token.origin() == ApiToken.Origin.SETTING
                ? Optional.of(LocalizedMessage.of("members.note.tokenOfSetting"))
                : Optional.empty();
    }

    static Optional<LocalizedMessage> ofUser(String name, Users users) {
        return users.isManagedBySettings(name)
                ? Optional.of(LocalizedMessage.of("members.note.userOfSetting"))
                : Optional.empty();
    }
}
