package dev.tidemark.members;

import dev.tidemark.account.Naming;
import dev.tidemark.account.Role;
import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Section;
import java.util.Optional;

/**
 * A user as somebody wants them.
 *
 * @param password empty for one that is made up
 */
record NewUser(String name, Role role, Optional<String> password) {

    /** The user, or nothing and every fault. */
    static Optional<NewUser> read(String json, Faults faults) {
        return JsonDocument.section(json, faults, "is no JSON object such as {\"name\": \"ada\", \"role\": \"reader\"}")
                .flatMap(section -> of(section, faults));
    }

    private static Optional<NewUser> of(Section section, Faults faults) {
        Optional<String> name = section.made("name", Naming::name);
        Optional<Role> role = section.made("role", Role::of);
        Optional<String> password = section.made("password", Naming::password);
        if (!section.has("name")) {
            KeyFaults.add(faults, "name", "name is missing; say how they sign in, such as \"ada\"");
        }
        if (!section.has("role")) {
            KeyFaults.add(faults, "role", "role is missing; there are operator, reader");
        }
        section.end();
        return faults.isEmpty()
                ? Optional.of(new NewUser(name.orElseThrow(), role.orElseThrow(), password))
                : Optional.empty();
    }
}
