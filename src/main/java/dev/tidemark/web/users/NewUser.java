package dev.tidemark.web.users;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.PasswordRules;
import dev.tidemark.security.account.Role;
import java.util.Optional;

/**
 * A request to create a user.
 *
 * @param password empty to generate one
 */
record NewUser(String name, Role role, Optional<String> password) {

    /** Reads the request; empty if there are errors. */
    static Optional<NewUser> read(String json, ValidationErrors errors) {
        return JsonDocument.section(
                        json,
                        errors,
                        LocalizedMessage.of("validation.json.notAnObject", "{\"name\": \"ada\", \"role\": \"reader\"}"))
                .flatMap(section -> of(section, errors));
    }

    private static Optional<NewUser> of(MappingReader section, ValidationErrors errors) {
        Optional<String> name = section.parsed("name", AccountRules::name);
        Optional<Role> role = section.parsed("role", Role::of);
        Optional<String> password = section.parsed("password", text -> PasswordRules.require(text, name.orElse("")));
        if (!section.has("name")) {
            KeyErrors.add(errors, "name", LocalizedMessage.of("validation.name.missingUser"));
        }
        if (!section.has("role")) {
            KeyErrors.add(errors, "role", LocalizedMessage.of("validation.role.missing"));
        }
        section.rejectUnknownKeys();
        return errors.isEmpty()
                ? Optional.of(new NewUser(name.orElseThrow(), role.orElseThrow(), password))
                : Optional.empty();
    }
}
