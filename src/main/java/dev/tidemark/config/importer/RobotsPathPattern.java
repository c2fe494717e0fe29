package dev.tidemark.config.importer;

/**
 * A path pattern in the syntax of robots.txt, matched as in Lighthouse 11: {@code *} matches anything, {@code $} matches the
 * end.
 */
record RobotsPathPattern(String pattern) {

    boolean matches(String path) {
        boolean ends = pattern.endsWith("$");
        String open = ends ? pattern.substring(0, pattern.length() - 1) : pattern;
        int star = open.indexOf('*');
        if (star < 0) {
            return ends ? path.equals(open) : path.startsWith(open);
        }
        String before = open.substring(0, star);
        String after = open.substring(star + 1);
        if (!path.startsWith(before)) {
            return false;
        }
        String rest = path.substring(before.length());
        return ends ? rest.endsWith(after) : rest.contains(after);
    }
}
