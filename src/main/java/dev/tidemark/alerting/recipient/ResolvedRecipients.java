package dev.tidemark.alerting.recipient;

import java.util.List;
import java.util.Optional;

/**
 * Whom notify means.
 *
 * @param all each address once
 * @param unknown lists that notify names and that are not there; the operators are among {@code all} instead
 */
public record ResolvedRecipients(List<ResolvedRecipient> all, List<String> unknown) {
    public ResolvedRecipients {
        all = List.copyOf(all);
        unknown = List.copyOf(unknown);
    }

    public Optional<ResolvedRecipient> find(String address) {
        return all.stream().filter(one -> one.address().equals(address)).findFirst();
    }

    /** The lists among them, each once. */
    public List<ContactGroup> lists() {
        return all.stream().flatMap(one -> one.list().stream()).distinct().toList();
    }
}
