package dev.tidemark.alerting.recipient;

import java.util.List;
import java.util.Optional;

/**
 * The recipients that {@code notify} of a probe resolves to.
 *
 * @param all each address once
 * @param unknown ids of contact groups that do not exist; {@code all} contains the administrators in their place
 */
public record ResolvedRecipients(List<ResolvedRecipient> all, List<String> unknown) {
    public ResolvedRecipients {
        all = List.copyOf(all);
        unknown = List.copyOf(unknown);
    }

    public Optional<ResolvedRecipient> find(String address) {
        String key = RecipientKey.of(address);
        return all.stream()
                .filter(one -> RecipientKey.of(one.address()).equals(key))
                .findFirst();
    }

    /** Their contact groups, each once. */
    public List<ContactGroup> groups() {
        return all.stream().flatMap(one -> one.group().stream()).distinct().toList();
    }
}
