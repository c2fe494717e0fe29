package dev.tidemark.platform.i18n;

import java.util.List;
import java.util.stream.Stream;

/**
 * A message that can be shown in any language: a key of the message bundle and its arguments. Views format it in the viewer's
 * language; {@link #toString()} formats it in the language of the installation ({@link InstallationLanguage}), for e-mails,
 * stored texts and API responses.
 *
 * @param key in the bundle
 * @param arguments for {@code {0}}, {@code {1}} ...: numbers, texts that are the same in every language, other messages
 */
public record LocalizedMessage(String key, List<Object> arguments) {

    private static final String VERBATIM_KEY = "common.verbatim";

    /** The empty message. */
    public static final LocalizedMessage EMPTY = verbatim("");

    public LocalizedMessage {
        arguments = List.copyOf(arguments);
    }

    public static LocalizedMessage of(String key, Object... arguments) {
        return new LocalizedMessage(key, List.of(arguments));
    }

    /** A text that is not translated: a name, a URL, a value. */
    public static LocalizedMessage verbatim(String text) {
        return of(VERBATIM_KEY, text);
    }

    /** A comma-separated list. */
    public static LocalizedMessage list(List<?> all) {
        return join("common.list", all.stream());
    }

    /** Consecutive sentences; blank ones are left out. */
    public static LocalizedMessage sentences(LocalizedMessage... sentences) {
        return join("common.sentences", Stream.of(sentences).filter(one -> !one.isBlank()));
    }

    public boolean isBlank() {
        return key.equals(VERBATIM_KEY) && arguments.get(0).toString().isEmpty();
    }

    /** In the language of the installation. */
    @Override
    public String toString() {
        return InstallationLanguage.messages().format(this);
    }

    private static LocalizedMessage join(String joinKey, Stream<?> all) {
        return all.map(one -> one instanceof LocalizedMessage message ? message : verbatim(one.toString()))
                .reduce((before, next) -> of(joinKey, before, next))
                .orElse(EMPTY);
    }
}
