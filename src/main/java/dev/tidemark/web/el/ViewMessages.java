package dev.tidemark.web.el;

import dev.tidemark.platform.http.BasePath;
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
 * The message bundle for views in the viewer's language: {@code #{messages['layout.menu.settings']}}. {@link
 * LocalizedMessageElResolver} formats messages that are created in Java ({@link LocalizedMessage}) in the same
 * language.
 *
 * <p>It is a map because a page reads a hundred messages, and expressions resolve map keys faster than methods.
 */
@Named("messages")
@RequestScoped
public class ViewMessages extends AbstractMap<String, String> {

    /**
     * Placeholder for an argument while the text around it is escaped; a private-use character that no message
     * contains.
     */
    private static final String PLACE = "\uE000";

    private static final Pattern MARKED = Pattern.compile(PLACE + "(\\d+)" + PLACE);

    private final Messages bundle;
    private final BasePath basePath;

    @Inject
    public ViewMessages(HttpServletRequest request) {
        this(Messages.of(request.getLocale()), BasePath.of(request));
    }

    ViewMessages(Messages messages, BasePath basePath) {
        this.bundle = messages;
        this.basePath = basePath;
    }

    /** @throws java.util.MissingResourceException when no bundle knows the key */
    @Override
    public String get(Object key) {
        return bundle.get((String) key);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return bundle.keys().stream().map(key -> Map.entry(key, get(key))).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A message with arguments.
     *
     * @param parts arguments {@code {0}}, {@code {1}} and so on; null is shown as an empty text
     */
    public String of(String key, Object... parts) {
        return bundle.of(key, parts);
    }

    /**
     * A message as HTML, to be output unescaped. The message and its arguments are escaped, except for elements made
     * by {@link #link}, {@link #code}, {@link #bold}, {@link #name} and {@link #time}.
     */
    public String html(String key, Object... parts) {
        Object[] marked = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            marked[i] = parts[i] instanceof Number ? parts[i] : PLACE + i + PLACE;
        }
        return MARKED.matcher(HtmlEscaper.escape(bundle.of(key, marked)))
                .replaceAll(found -> Matcher.quoteReplacement(html(parts[Integer.parseInt(found.group(1))])));
    }

    /** The bundle, for charts that format their own messages. */
    public Messages bundle() {
        return bundle;
    }

    private String html(Object part) {
        if (part instanceof InlineHtml inline) {
            return inline.html();
        }
        return part == null
                ? ""
                : HtmlEscaper.escape(part instanceof LocalizedMessage message ? format(message) : part.toString());
    }

    public InlineHtml code(Object text) {
        return InlineHtml.element("code", "", readable(text));
    }

    public InlineHtml bold(Object text) {
        return InlineHtml.element("b", "", readable(text));
    }

    /** A name, isolated because its text direction may differ ({@code bdi}). */
    public InlineHtml name(Object text) {
        return InlineHtml.element("bdi", "", readable(text));
    }

    public InlineHtml link(String address, Object text) {
        return link(address, "", text);
    }

    public InlineHtml link(String address, String css, Object text) {
        return InlineHtml.link(basePath.link(address), css, readable(text));
    }

    /** @param text the instant as shown */
    public InlineHtml time(Instant at, String text) {
        return InlineHtml.element("time", InlineHtml.attribute("datetime", at), text);
    }

    private Object readable(Object text) {
        return text instanceof LocalizedMessage message ? format(message) : text;
    }

    public String format(LocalizedMessage message) {
        return bundle.format(message);
    }

    /** The language tag for {@code <html lang>}. */
    public String language() {
        return bundle.language().toLanguageTag();
    }
}
