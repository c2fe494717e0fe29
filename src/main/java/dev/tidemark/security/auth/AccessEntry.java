package dev.tidemark.security.auth;

import java.util.regex.Pattern;

/**
 * A line of {@link AccessTable}.
 *
 * @param template the path; {@code {name}} is one segment, and a final <code>/**</code> all paths below. Paths of the API may end with a slash
 */
record AccessEntry(String method, String template, AccessRule rule, Pattern path) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");

    /** Reads a line: method, path and rule, separated by spaces. */
    static AccessEntry read(String line) {
        String[] parts = line.split(" +");
        return new AccessEntry(parts[0], parts[1], AccessRule.valueOf(parts[2]), pattern(parts[1]));
    }

    private static Pattern pattern(String template) {
        String segments = VARIABLE.splitAsStream(template.replaceFirst("/\\*\\*$", "/"))
                .map(Pattern::quote)
                .reduce((one, other) -> one + "[^/]+" + other)
                .orElseThrow();
        String last =
                VARIABLE.matcher(template).results().anyMatch(found -> found.end() == template.length()) ? "[^/]+" : "";
        String end = template.endsWith("/**") ? ".*" : template.startsWith("/api/") ? "/?" : "";
        return Pattern.compile(segments + last + end, Pattern.DOTALL);
    }

    boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && path.matcher(requestPath).matches();
    }
}
