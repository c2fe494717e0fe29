package dev.tidemark.platform.runtime;

import dev.tidemark.platform.i18n.Messages;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of an API response: the first of {@code Accept-Language}, or English. */
public final class RequestLanguage {

    private RequestLanguage() {}

    public static Messages of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> !language.getLanguage().equals("*"))
                .findFirst()
                .map(Messages::of)
                .orElseGet(() -> Messages.of(Locale.ROOT));
    }
}
