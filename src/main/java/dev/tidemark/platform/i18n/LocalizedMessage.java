package dev.tidemark.platform.i18n;

import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence that was made, or a part of one, not yet in a language: whoever reads it decides. Views show it in the viewer's;
 * as a String it is English, for letters, logs and drawings.
 *
 * @param key in the bundle
 * @param parts for {@code {0}}, {@code {1}} ...: numbers, texts that are the same in every language, other sentences
 */
public record LocalizedMessage(String key, List<Object> parts) {

    private static final String AS_IT_IS = "common.verbatim";

    /** Nothing at all. */
    public static final LocalizedMessage NOTHING = verbatim("");

    public LocalizedMessage {
        parts = List.copyOf(parts);
    }

    public static LocalizedMessage of(String key, Object... parts) {
        return new LocalizedMessage(key, List.of(parts));
    }

    /** What has no language: a name, an address, a value. */
    public static LocalizedMessage verbatim(String text) {
        return of(AS_IT_IS, text);
    }

    /** One, two, three. */
    public static LocalizedMessage listed(List<?> all) {
        return folded("common.list", all.stream());
    }

    /** Sentence after sentence; those that say nothing are left out. */
    public static LocalizedMessage together(LocalizedMessage... sentences) {
        return folded("common.sentences", Stream.of(sentences).filter(one -> !one.isBlank()));
    }

    public boolean isBlank() {
        return key.equals(AS_IT_IS) && parts.get(0).toString().isEmpty();
    }

    /** In English. */
    @Override
    public String toString() {
        return Messages.ENGLISH.say(this);
    }

    private static LocalizedMessage folded(String joint, Stream<?> all) {
        return all.map(one -> one instanceof LocalizedMessage said ? said : verbatim(one.toString()))
                .reduce((before, next) -> of(joint, before, next))
                .orElse(NOTHING);
    }
}
