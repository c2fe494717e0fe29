package dev.tidemark.platform.i18n;

import java.util.List;
import java.util.stream.Stream;

/**
 * A localizable message: a key of the bundle and its arguments. Views format it in the viewer's language; {@link #toString()}
 * formats it in the language of the installation ({@link InstallationLanguage}), for e-mails, stored texts and API answers.
 *
 * @param key in the bundle
 * @param parts the arguments {@code {0}}, {@code {1}} ...: numbers, texts that are the same in every language, other messages
 */
public record LocalizedMessage(String key, List<Object> parts) {

    private static final String AS_IT_IS = "common.verbatim";

    /** The empty message. */
    public static final LocalizedMessage NOTHING = verbatim("");

    public LocalizedMessage {
        parts = List.copyOf(parts);
    }

    public static LocalizedMessage of(String key, Object... parts) {
        return new LocalizedMessage(key, List.of(parts));
    }

    /** Text that is not translated: a name, a URL, a value. */
    public static LocalizedMessage verbatim(String text) {
        return of(AS_IT_IS, text);
    }

    /** A comma-separated list. */
    public static LocalizedMessage listed(List<?> all) {
        return folded("common.list", all.stream());
    }

    /** Sentences in a row; blank ones are left out. */
    public static LocalizedMessage together(LocalizedMessage... sentences) {
        return folded("common.sentences", Stream.of(sentences).filter(one -> !one.isBlank()));
    }

    public boolean isBlank() {
        return key.equals(AS_IT_IS) && parts.get(0).toString().isEmpty();
    }

    /** In the language of the installation. */
    @Override
    public String toString() {
        return InstallationLanguage.phrases().say(this);
    }

    private static LocalizedMessage folded(String joint, Stream<?> all) {
        return all.map(one -> one instanceof LocalizedMessage said ? said : verbatim(one.toString()))
                .reduce((before, next) -> of(joint, before, next))
                .orElse(NOTHING);
    }
}
