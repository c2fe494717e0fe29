package dev.tidemark.config.document;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.SimilarName;
import java.util.Collection;
import java.util.Optional;

/** Suggests the known name that is most similar to an unknown one. */
public final class NearestName {

    private NearestName() {}

    /** {@code Did you mean "samples"?}, or a list of the known names when none is similar. */
    public static LocalizedMessage hint(String word, Collection<String> known) {
        return suggestion(word, known)
                .orElseGet(() -> LocalizedMessage.of("validation.hint.known", String.join(", ", known)));
    }

    /** {@code Did you mean "samples"?}; empty when no known name is similar. */
    public static Optional<LocalizedMessage> suggestion(String word, Collection<String> known) {
        return SimilarName.similar(word, known).map(near -> LocalizedMessage.of("validation.hint.nearest", near));
    }
}
