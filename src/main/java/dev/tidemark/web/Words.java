package dev.tidemark.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the views say, from the bundle of the viewer's language: {@code #{words.get('layout.settings')}}. Of languages that
 * nobody has written a bundle for it is English. Sentences that are made (verdicts, causes, letters) are not in it.
 */
@Named
@RequestScoped
public class Words {

    static final String BUNDLE = "dev.tidemark.web.Words";

    /** The server's own language does not matter. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale viewers;

    protected Words() {
        this(Locale.ROOT);
    }

    @Inject
    public Words(HttpServletRequest request) {
        this(request.getLocale());
    }

    Words(Locale viewers) {
        this.viewers = viewers;
    }

    /** @throws java.util.MissingResourceException when no bundle knows the key */
    public String get(String key) {
        return bundle().getString(key);
    }

    /**
     * The same with something put in. It is put in as it reads: numbers and instants have been made readable before.
     *
     * @param parts for {@code {0}}, {@code {1}} ...; nothing stands for null
     */
    public String of(String key, Object... parts) {
        Object[] readable = Arrays.stream(parts)
                .map(part -> part == null ? "" : part.toString())
                .toArray();
        return new MessageFormat(get(key), Locale.ROOT).format(readable);
    }

    /** The language of the bundle, for {@code <html lang>}. */
    public String getLanguage() {
        Locale found = bundle().getLocale();
        return found.equals(Locale.ROOT) ? Locale.ENGLISH.getLanguage() : found.toLanguageTag();
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, viewers, Words.class.getClassLoader(), NO_FALLBACK);
    }
}
