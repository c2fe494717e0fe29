package dev.tidemark.web.support;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the views say, in the viewer's language: {@code #{words['layout.settings']}}. Sentences that were made ({@link LocalizedMessage})
 * views show as they are: {@link LocalizedMessageElResolver} says them in the same language.
 *
 * <p>It is a map because a page asks a hundred times: for a method, expressions look through the class each time.
 */
@Named
@RequestScoped
public class ViewMessages extends AbstractMap<String, String> {

    private final Messages phrases;

    protected ViewMessages() {
        this(Messages.ENGLISH);
    }

    @Inject
    public ViewMessages(HttpServletRequest request) {
        this(Messages.of(request.getLocale()));
    }

    ViewMessages(Messages phrases) {
        this.phrases = phrases;
    }

    /** @throws java.util.MissingResourceException when no bundle knows the key */
    @Override
    public String get(Object key) {
        return phrases.get((String) key);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return phrases.keys().stream().map(key -> Map.entry(key, get(key))).collect(Collectors.toUnmodifiableSet());
    }

    /** The same with something put in. @param parts for {@code {0}}, {@code {1}} ...; nothing stands for null */
    public String of(String key, Object... parts) {
        return phrases.of(key, parts);
    }

    public String say(LocalizedMessage sentence) {
        return phrases.say(sentence);
    }

    /** For drawings, which resolve their own messages. */
    public Messages phrases() {
        return phrases;
    }

    public Locale locale() {
        return phrases.language();
    }

    /** For {@code <html lang>}. */
    public String language() {
        return phrases.language().toLanguageTag();
    }
}
