package dev.tidemark.it;

import dev.tidemark.platform.i18n.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The pseudo-locale {@code en-XA}, as Android and Chrome call it: the English bundle with brackets around each text and accents
 * on each letter. A plain letter on a page is then a text that is not in the bundle, or data.
 * See <a href="https://developer.android.com/guide/topics/resources/pseudolocales">Android's pseudo-locales</a>.
 */
final class PseudoLocale {

    static final String TAG = "en-XA";

    private static final String ENTRY = "WEB-INF/classes/dev/tidemark/platform/i18n/messages_en_XA.properties";
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String ACCENTED = "ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
    private static final String CHOICE = "choice,";

    private PseudoLocale() {}

    /** Adds the bundle to a WAR. */
    static void addTo(Path war) throws IOException {
        Properties bundle = new Properties();
        Messages.ENGLISH.keys().forEach(key -> bundle.setProperty(key, marked(Messages.ENGLISH.get(key))));
        try (FileSystem zip = FileSystems.newFileSystem(war, Map.of());
                OutputStream out = Files.newOutputStream(zip.getPath(ENTRY))) {
            bundle.store(out, null);
        }
    }

    /** The text of the pseudo-locale; the arguments and the syntax of {@link java.text.MessageFormat} remain. */
    static String marked(String text) {
        String accented = ARGUMENT.matcher(text).find() ? pattern(text) : accented(text);
        return accented.equals(text) ? text : "⟦" + accented + "⟧";
    }

    /** Outside of arguments. */
    private static String pattern(String text) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '{' && !quoted) {
                int end = end(text, at);
                out.append(argument(text.substring(at + 1, end)));
                at = end;
            } else {
                quoted ^= one == '\'';
                out.append(accented(one));
            }
        }
        return out.toString();
    }

    /** Where the argument that begins here ends. */
    private static int end(String text, int begin) {
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("The argument does not end: " + text);
    }

    private static String argument(String inside) {
        int choice = inside.indexOf(CHOICE);
        return choice < 0
                ? "{" + inside + "}"
                : "{" + inside.substring(0, choice) + CHOICE + branches(inside.substring(choice + CHOICE.length()))
                        + "}";
    }

    private static String branches(String all) {
        StringBuilder out = new StringBuilder();
        for (String branch : all.split("\\|")) {
            int limit = branch.indexOf('#') >= 0 ? branch.indexOf('#') : branch.indexOf('<');
            out.append(out.length() == 0 ? "" : "|")
                    .append(branch, 0, limit + 1)
                    .append(pattern(branch.substring(limit + 1)));
        }
        return out.toString();
    }

    private static String accented(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(one -> out.append(accented((char) one)));
        return out.toString();
    }

    private static char accented(char one) {
        int index = PLAIN.indexOf(one);
        return index < 0 ? one : ACCENTED.charAt(index);
    }
}
