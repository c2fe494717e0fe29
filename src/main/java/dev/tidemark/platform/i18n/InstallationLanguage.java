package dev.tidemark.platform.i18n;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * The language of texts without a viewer: e-mails, stored log entries, run details, API responses. It is set with {@code
 * TIDEMARK_LANGUAGE} (system property or environment variable, a BCP 47 tag) and read once; the default is English. Where no
 * bundle exists for the language, texts are English.
 */
@ApplicationScoped
public class InstallationLanguage {

    static final String SETTING = "TIDEMARK_LANGUAGE";

    /** Initialized on first use. */
    private static final class Holder {
        static final Messages MESSAGES = Messages.of(locale(setting()));
    }

    static Messages messages() {
        return Holder.MESSAGES;
    }

    /** Rejects an invalid tag at deployment instead of at the first e-mail. */
    void check(@Observes Startup event) {
        locale(setting());
    }

    /** @throws IllegalArgumentException when the tag is not well-formed */
    static Locale locale(String tag) {
        if (tag == null || tag.isBlank()) {
            return Locale.ROOT;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag.strip()).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    SETTING + " is \"" + tag
                            + "\", which is not a language tag. Use a BCP 47 tag such as en, de or pt-BR.",
                    e);
        }
    }

    private static String setting() {
        return System.getProperty(SETTING, System.getenv(SETTING));
    }
}
