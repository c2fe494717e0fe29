package dev.tidemark.platform.url;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The path of a URL (https://url.spec.whatwg.org/#path-state): a backslash is a slash, and dot segments are resolved. */
final class UrlPath {

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern SINGLE_DOT = Pattern.compile("(?i)\\.|%2e");
    private static final Pattern DOUBLE_DOT = Pattern.compile("(?i)(\\.|%2e){2}");

    private UrlPath() {}

    static String of(String written) {
        String[] segments = SEPARATOR.split(written.isEmpty() ? "/" : written, -1);
        Deque<String> resolved = new ArrayDeque<>();
        for (int n = 1; n < segments.length; n++) {
            boolean last = n == segments.length - 1;
            boolean up = DOUBLE_DOT.matcher(segments[n]).matches();
            if (up) {
                resolved.pollLast();
            }
            if (!up && !SINGLE_DOT.matcher(segments[n]).matches()) {
                resolved.addLast(PercentEncoding.PATH.encode(segments[n]));
            } else if (last) {
                resolved.addLast("");
            }
        }
        return "/" + String.join("/", resolved);
    }
}
