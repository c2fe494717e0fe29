package dev.tidemark.model.expectation;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses JSON paths of one value and rejects everything else. */
final class JsonPathParser {

    private static final Pattern NAME =
            Pattern.compile("\\.([A-Za-z0-9_$@:/\\x{80}-\\x{10FFFF}-][A-Za-z0-9_$@:/\\x{80}-\\x{10FFFF}-]*+)");
    private static final Pattern INDEX = Pattern.compile("\\[\\s*(0|-?[1-9]\\d{0,8})\\s*\\]");
    private static final Pattern QUOTED = Pattern.compile(
            "\\[\\s*(?:'([^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")\\s*\\]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|([bfnrt/\\\\'\"])|(.?))");
    private static final Pattern SEVERAL = Pattern.compile("\\.\\.|\\.\\*|\\[\\s*[*?]|\\[[^'\"\\]]*[:,]");

    private final String path;

    JsonPathParser(String path) {
        this.path = path;
    }

    JsonPath parse() {
        if (!path.startsWith("$")) {
            throw new InvalidValueException("validation.jsonPath.invalid", path);
        }
        List<JsonPath.Segment> segments = new ArrayList<>();
        int at = 1;
        while (at < path.length()) {
            at = segment(at, segments);
        }
        return new JsonPath(segments);
    }

    private int segment(int at, List<JsonPath.Segment> segments) {
        Matcher name = at(NAME, at);
        if (name.lookingAt()) {
            segments.add(new JsonPath.Member(name.group(1)));
            return name.end();
        }
        Matcher index = at(INDEX, at);
        if (index.lookingAt()) {
            segments.add(new JsonPath.Element(Integer.parseInt(index.group(1))));
            return index.end();
        }
        Matcher quoted = at(QUOTED, at);
        if (quoted.lookingAt()) {
            segments.add(new JsonPath.Member(unescaped(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))));
            return quoted.end();
        }
        boolean several = at(SEVERAL, at).lookingAt();
        throw new InvalidValueException(
                several ? "validation.jsonPath.several" : "validation.jsonPath.syntax", path, path.substring(at));
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(path).region(start, path.length());
    }

    private String unescaped(String quoted) {
        return ESCAPE.matcher(quoted).replaceAll(found -> {
            if (found.group(1) != null) {
                return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16)));
            }
            if (found.group(2) == null) {
                throw new InvalidValueException("validation.jsonPath.syntax", path, found.group());
            }
            int control = "bfnrt".indexOf(found.group(2));
            return Matcher.quoteReplacement(
                    control < 0 ? found.group(2) : String.valueOf("\b\f\n\r\t".charAt(control)));
        });
    }
}
