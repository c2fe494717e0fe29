package dev.tidemark.web.support;

import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The message bundle of the views, in the viewer's language: {@code #{words['layout.menu.settings']}}. Messages with arguments
 * made in Java ({@link LocalizedMessage}) are formatted in the same language by {@link LocalizedMessageElResolver}.
 *
 * <p>It is a map because a page reads a hundred texts: for a method call, expressions search the class each time.
 */
@Named("messages")
@RequestScoped
public class ViewMessages extends AbstractMap<String, String> {

    /** Marks the place of an argument while the text around it is escaped; a private-use character, in no text. */
    private static final String PLACE = "\uE000";

    private static final Pattern MARKED = Pattern.compile(PLACE + "(\\d+)" + PLACE);

    private final Messages phrases;

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

    /** A message with arguments. @param parts for {@code {0}}, {@code {1}} and so on; null is shown as an empty text */
    public String of(String key, Object... parts) {
        return phrases.of(key, parts);
    }

    /**
     * A message as HTML, to be shown unescaped. The message and its arguments are escaped, except for elements made by
     * {@link #link}, {@link #code}, {@link #bold} and {@link #time}.
     */
    public String html(String key, Object... parts) {
        Object[] marked = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            marked[i] = parts[i] instanceof Number ? parts[i] : PLACE + i + PLACE;
        }
        return MARKED.matcher(HtmlEscaper.escape(phrases.of(key, marked)))
                .replaceAll(found -> Matcher.quoteReplacement(html(parts[Integer.parseInt(found.group(1))])));
    }

    /** For drawings, which resolve their own messages. */
    public Messages phrases() {
        return phrases;
    }

    private String html(Object part) {
        if (part instanceof InlineHtml inline) {
            return inline.html();
        }
        return part == null
                ? ""
                : HtmlEscaper.escape(part instanceof LocalizedMessage sentence ? say(sentence) : part.toString());
    }

    public InlineHtml code(Object text) {
        return InlineHtml.element("code", "", readable(text));
    }

    public InlineHtml bold(Object text) {
        return InlineHtml.element("b", "", readable(text));
    }

    /** A name that may be in a script of another direction. */
    public InlineHtml name(Object text) {
        return InlineHtml.element("bdi", "", readable(text));
    }

    public InlineHtml link(String address, Object text) {
        return InlineHtml.link(address, "", readable(text));
    }

    public InlineHtml link(String address, String css, Object text) {
        return InlineHtml.link(address, css, readable(text));
    }

    /** @param text how the instant is shown */
    public InlineHtml time(Instant at, String text) {
        return InlineHtml.element("time", InlineHtml.attribute("datetime", at), text);
    }

    private Object readable(Object text) {
        return text instanceof LocalizedMessage message ? say(message) : text;
    }

    public String say(LocalizedMessage sentence) {
        return phrases.say(sentence);
    }

    /** For {@code <html lang>}. */
    public String language() {
        return phrases.language().toLanguageTag();
    }
}
