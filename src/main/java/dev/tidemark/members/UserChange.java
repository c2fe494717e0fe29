package dev.tidemark.members;

import dev.tidemark.account.Naming;
import dev.tidemark.account.Role;
import dev.tidemark.document.Faults;
import dev.tidemark.document.JsonDocument;
import dev.tidemark.document.Section;
import java.util.Optional;

/**
 * What somebody wants to be changed of a user.
 *
 * @param reset whether a password is to be made up
 * @param oldPassword the one that holds now; needed for one's own
 */
record UserChange(Optional<Role> role, Optional<String> password, boolean reset, Optional<String> oldPassword) {

    /** The change, or nothing and every fault. */
    static Optional<UserChange> read(String json, boolean own, Faults faults) {
        return JsonDocument.section(json, faults, "is no JSON object such as {\"role\": \"reader\"}")
                .flatMap(section -> of(section, own, faults));
    }

    private static Optional<UserChange> of(Section section, boolean own, Faults faults) {
        UserChange change = new UserChange(
                section.made("role", Role::of),
                section.made("password", Naming::password),
                section.flag("resetPassword").orElse(false),
                section.text("oldPassword"));
        section.end();
        if (faults.isEmpty()) {
            change.check(faults, own);
        }
        return faults.isEmpty() ? Optional.of(change) : Optional.empty();
    }

    private void check(Faults faults, boolean own) {
        if (role.isEmpty() && password.isEmpty() && !reset) {
            KeyFaults.add(faults, "role", "nothing is to be changed; give role, password or resetPassword");
        }
        if (password.isPresent() && reset) {
            KeyFaults.add(faults, "resetPassword", "give password or resetPassword, not both");
        }
        if (own && reset) {
            KeyFaults.add(faults, "resetPassword", "is for others; for your own give password and oldPassword");
        }
        if (own && password.isPresent() && oldPassword.isEmpty()) {
            KeyFaults.add(
                    faults, "oldPassword", "oldPassword is missing; your own password needs the one that holds now");
        }
        if (own && password.isPresent() && role.isPresent()) {
            KeyFaults.add(faults, "role", "change your own role and your own password one after the other");
        }
    }
}
