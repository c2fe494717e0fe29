package dev.tidemark.platform.i18n;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The message bundle of one language: {@code messages.properties} beside this class (English), {@code messages_de.properties}
 * and so on. Safe for concurrent use.
 */
public final class Messages {

    static final String BUNDLE = "dev.tidemark.platform.i18n.messages";

    /** The JVM's default locale is ignored. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<ResourceBundle, Messages> LANGUAGES = new ConcurrentHashMap<>();

    public static final Messages ENGLISH = of(Locale.ROOT);

    private final ResourceBundle bundle;

    /** Parsing a pattern takes ten times as long as formatting with it. */
    private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The bundle of a language, or the English one if there is none. */
    public static Messages of(Locale language) {
        return ofBundle(ResourceBundle.getBundle(BUNDLE, language, Messages.class.getClassLoader(), NO_FALLBACK));
    }

    /** The messages of a given bundle; one instance per bundle. */
    public static Messages ofBundle(ResourceBundle bundle) {
        return LANGUAGES.computeIfAbsent(bundle, Messages::new);
    }

    /** @throws java.util.MissingResourceException when the bundle has no such key */
    public String get(String key) {
        return bundle.getString(key);
    }

    public Set<String> keys() {
        return bundle.keySet();
    }

    /** The language of the bundle, for dates and for {@code <html lang>}. */
    public Locale language() {
        Locale locale = bundle.getLocale();
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    /**
     * Formats a message. Arguments are inserted with {@code toString()}, without number formatting; a number may select a plural
     * form ({@code {0,choice,1#run|1<runs}}).
     *
     * @param arguments the arguments {@code {0}}, {@code {1}} ...; null is formatted as an empty text
     */
    public String of(String key, Object... arguments) {
        if (arguments.length == 0) {
            return get(key);
        }
        MessageFormat pattern = patterns.computeIfAbsent(key, one -> new MessageFormat(get(one), Locale.ROOT));
        Format[] choices = pattern.getFormatsByArgumentIndex();
        Object[] formattable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            boolean isChoice = i < choices.length && choices[i] != null;
            formattable[i] = isChoice ? arguments[i] : text(arguments[i]);
        }
        synchronized (pattern) {
            return pattern.format(formattable);
        }
    }

    /** The message in this language. */
    public String format(LocalizedMessage message) {
        return of(message.key(), message.arguments().toArray());
    }

    private String text(Object argument) {
        if (argument instanceof LocalizedMessage message) {
            return format(message);
        }
        return argument == null ? "" : argument.toString();
    }
}
