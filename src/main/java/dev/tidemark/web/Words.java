package dev.tidemark.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the views say, from the bundle of the viewer's language: {@code #{words['layout.settings']}}. Of languages that
 * nobody has written a bundle for it is English. Sentences that are made (verdicts, causes, letters) are not in it.
 *
 * <p>It is a map because a page asks a hundred times: for a method, expressions look through the class each time.
 */
@Named
@RequestScoped
public class Words extends AbstractMap<String, String> {

    static final String BUNDLE = "dev.tidemark.web.Words";

    /** The server's own language does not matter. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    protected Words() {
        this(Locale.ROOT);
    }

    @Inject
    public Words(HttpServletRequest request) {
        this(request.getLocale());
    }

    Words(Locale viewers) {
        bundle = ResourceBundle.getBundle(BUNDLE, viewers, Words.class.getClassLoader(), NO_FALLBACK);
    }

    /** @throws java.util.MissingResourceException when no bundle knows the key */
    @Override
    public String get(Object key) {
        return bundle.getString((String) key);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return bundle.keySet().stream().map(key -> Map.entry(key, get(key))).collect(Collectors.toUnmodifiableSet());
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
    public String language() {
        Locale found = bundle.getLocale();
        return found.equals(Locale.ROOT) ? Locale.ENGLISH.getLanguage() : found.toLanguageTag();
    }
}
