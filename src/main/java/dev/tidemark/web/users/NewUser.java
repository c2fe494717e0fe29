package dev.tidemark.web.users;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.security.account.AccountRules;
import dev.tidemark.security.account.Role;
import java.util.Optional;

/**
 * A user as somebody wants them.
 *
 * @param password empty for one that is made up
 */
record NewUser(String name, Role role, Optional<String> password) {

    /** The user, or nothing and every fault. */
    static Optional<NewUser> read(String json, ValidationErrors faults) {
        return JsonDocument.section(json, faults, "is no JSON object such as {\"name\": \"ada\", \"role\": \"reader\"}")
                .flatMap(section -> of(section, faults));
    }

    private static Optional<NewUser> of(MappingReader section, ValidationErrors faults) {
        Optional<String> name = section.made("name", AccountRules::name);
        Optional<Role> role = section.made("role", Role::of);
        Optional<String> password = section.made("password", AccountRules::password);
        if (!section.has("name")) {
            KeyErrors.add(faults, "name", "name is missing; say how they sign in, such as \"ada\"");
        }
        if (!section.has("role")) {
            KeyErrors.add(faults, "role", "role is missing; there are operator, reader");
        }
        section.end();
        return faults.isEmpty()
                ? Optional.of(new NewUser(name.orElseThrow(), role.orElseThrow(), password))
                : Optional.empty();
    }
}
