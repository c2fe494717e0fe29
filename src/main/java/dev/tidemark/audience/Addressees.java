package dev.tidemark.audience;

import java.util.List;
import java.util.Optional;

/**
 * Whom notify means.
 *
 * @param all each address once
 * @param unknown lists that notify names and that are not there; the operators are among {@code all} instead
 */
public record Addressees(List<Addressee> all, List<String> unknown) {
    public Addressees {
        all = List.copyOf(all);
        unknown = List.copyOf(unknown);
    }

    public Optional<Addressee> find(String address) {
        return all.stream().filter(one -> one.address().equals(address)).findFirst();
    }

    /** The lists among them, each once. */
    public List<RecipientList> lists() {
        return all.stream().flatMap(one -> one.list().stream()).distinct().toList();
    }
}
