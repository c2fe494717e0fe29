package dev.tidemark.config.importer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How likely a selector finds the same element tomorrow: first what developers set for tests, then identifiers, names and
 * texts, last positions in the document. What contains a date, an amount or a generated identifier comes after all others.
 */
final class SelectorStability {

    private static final int VOLATILE = 100;
    private static final Pattern TEST_ATTRIBUTE = Pattern.compile(
            "(?i)\\[\\s*(data-)?(test|testid|test-id|qa|cy|e2e|automation|automation-id|test-automation)[-\\w]*\\s*[~|^$*]?=");
    private static final Pattern ID =
            Pattern.compile("#[\\w-]+|\\[(name|id|for|aria-label)=[^\\]]+]|\\w+#[\\w-]+|\\w+\\[(name|id)=[^\\]]+]");
    private static final Pattern ID_IN_XPATH = Pattern.compile("//\\*\\[@(id|data-[\\w-]+)=[^\\]]+]");
    private static final Pattern POSITION = Pattern.compile("nth-|:first-|:last-|>|\\[\\d+]");

    private static final Pattern NUMBER_IN_TEXT =
            Pattern.compile("\\d{2,}|\\d+[.,:/%]\\d*|[€$£¥₹]|(?<![\\p{L}\\d])\\d(?![\\p{L}\\d])");
    private static final Pattern DATE_WORD = Pattern.compile(
            "\\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\\b|\\b(jan(uary)?|feb(ruary)?|apr(il)?|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\\b"
                    + "|\\b(today|yesterday|tomorrow|ago|now)\\b");
    private static final Pattern GENERATED = Pattern.compile(
            "\\\\?:r[\\da-z]+\\\\?:|\\d{3,}|[-_:]\\d+(?=[^\\w.]|$|-)|[0-9a-f]{8}-[0-9a-f]{4}|\\bember\\d+|\\b(?=[a-z]*\\d)(?=\\d*[a-f])[0-9a-f]{6,}\\b"
                    + "|[-_](?=[a-z\\d]*\\d)(?=[a-z\\d]*[a-z])[a-z\\d]{5,}\\b|__[\\w-]*\\d[\\w-]*");

    private SelectorStability() {}

    /** Smaller is better. */
    static int rank(SelectorPart part, Optional<String> testAttribute) {
        String text = part.text();
        return switch (part.kind()) {
            case CSS -> css(text, testAttribute);
            case ROLE -> text.isEmpty() ? 50 : named(20, text);
            case NAME -> named(25, text);
            case TEXT -> named(30, text);
            case XPATH ->
                ID_IN_XPATH.matcher(text).matches()
                        ? identified(15, text)
                        : identified(text.contains("@id=") ? 55 : 60, text);
        };
    }

    private static int css(String text, Optional<String> testAttribute) {
        boolean position = POSITION.matcher(text).find();
        boolean test = TEST_ATTRIBUTE.matcher(text).find()
                || testAttribute.filter(name -> text.contains("[" + name)).isPresent();
        if (test) {
            return position ? 35 : 0;
        }
        if (ID.matcher(text).matches()) {
            return identified(10, text);
        }
        return identified(position ? 45 : 28, text);
    }

    private static int identified(int rank, String text) {
        return GENERATED.matcher(withoutPositions(text)).find() ? rank + VOLATILE : rank;
    }

    /** Without the numbers of positions, which are not identifiers. */
    private static String withoutPositions(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("nth-[\\w-]+\\(\\d+\\)|\\[\\d+]", "");
    }

    private static int named(int rank, String text) {
        boolean changes = NUMBER_IN_TEXT.matcher(text).find()
                || DATE_WORD.matcher(text.toLowerCase(Locale.ROOT)).find()
                || text.length() > 80;
        return changes ? rank + VOLATILE : rank;
    }
}
