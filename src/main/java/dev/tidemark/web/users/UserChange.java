package dev.tidemark.web.users;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.PasswordRules;
import dev.tidemark.security.account.Role;
import java.util.Optional;

/**
 * A request to change a user.
 *
 * @param reset whether to generate a new password
 * @param oldPassword the current password; required to change one's own
 * @param removesSecondFactor of a user who has lost the device
 */
record UserChange(
        Optional<Role> role,
        Optional<String> password,
        boolean reset,
        Optional<String> oldPassword,
        boolean removesSecondFactor) {

    /** Reads the request; empty if there are errors. */
    static Optional<UserChange> read(String json, String user, boolean passwordChange, ValidationErrors errors) {
        return JsonDocument.section(
                        json, errors, LocalizedMessage.of("validation.json.notAnObject", "{\"role\": \"reader\"}"))
                .flatMap(section -> of(section, user, passwordChange, errors));
    }

    private static Optional<UserChange> of(
            MappingReader section, String user, boolean passwordChange, ValidationErrors errors) {
        UserChange change = new UserChange(
                section.parsed("role", Role::of),
                section.parsed("password", text -> PasswordRules.require(text, user)),
                section.flag("resetPassword").orElse(false),
                section.text("oldPassword"),
                section.flag("removeSecondFactor").orElse(false));
        section.rejectUnknownKeys();
        if (errors.isEmpty()) {
            change.check(errors, passwordChange);
        }
        return errors.isEmpty() ? Optional.of(change) : Optional.empty();
    }

    private void check(ValidationErrors errors, boolean passwordChange) {
        if (role.isEmpty() && password.isEmpty() && !reset && !removesSecondFactor) {
            KeyErrors.add(errors, "role", LocalizedMessage.of("validation.role.nothingToChange"));
        }
        if (password.isPresent() && reset) {
            KeyErrors.add(errors, "resetPassword", LocalizedMessage.of("validation.resetPassword.withPassword"));
        }
        if (passwordChange && removesSecondFactor) {
            KeyErrors.add(errors, "removeSecondFactor", LocalizedMessage.of("validation.removeSecondFactor.own"));
        }
        if (passwordChange && reset) {
            KeyErrors.add(errors, "resetPassword", LocalizedMessage.of("validation.resetPassword.own"));
        }
        if (passwordChange && password.isPresent() && oldPassword.isEmpty()) {
            KeyErrors.add(errors, "oldPassword", LocalizedMessage.of("validation.oldPassword.missing"));
        }
        if (passwordChange && password.isPresent() && role.isPresent()) {
            KeyErrors.add(errors, "role", LocalizedMessage.of("validation.role.withOwnPassword"));
        }
    }
}
