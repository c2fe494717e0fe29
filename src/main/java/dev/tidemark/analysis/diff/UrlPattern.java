package dev.tidemark.analysis.diff;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A URL without the parts that change from build to build or from load to load: hashes and ids in the path become {@code *}, and
 * query parameters lose their values.
 */
final class UrlPattern {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern HEX = Pattern.compile("(?=.*[0-9])[0-9a-fA-F]{6,}");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");

    private UrlPattern() {}

    static String of(String url) {
        String bare = url.split("#", 2)[0];
        String[] parts = bare.split("\\?", 2);
        int path = parts[0].indexOf('/', Math.max(0, parts[0].indexOf("://")) + 3);
        if (path < 0 || url.startsWith("data:")) {
            return url.startsWith("data:") ? url.substring(0, Math.min(url.length(), 60)) : parts[0] + query(parts);
        }
        return parts[0].substring(0, path) + withoutIds(parts[0].substring(path)) + query(parts);
    }

    /** A text with hashes and ids replaced, such as a selector with generated class names. */
    static String withoutIds(String text) {
        return WORD.matcher(UUID.matcher(text).replaceAll("*"))
                .replaceAll(word -> isMachineMade(word.group()) ? "*" : word.group());
    }

    /** Hexadecimal with a digit, a long number, or a long mix of digits and upper-case and lower-case letters. */
    private static boolean isMachineMade(String word) {
        boolean mixed = word.length() >= 8
                && word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isUpperCase)
                && word.chars().anyMatch(Character::isLowerCase);
        return mixed || NUMBER.matcher(word).matches() || HEX.matcher(word).matches();
    }

    private static String query(String[] parts) {
        if (parts.length < 2 || parts[1].isEmpty()) {
            return "";
        }
        return Arrays.stream(parts[1].split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.matches("\\d+"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    }
}
