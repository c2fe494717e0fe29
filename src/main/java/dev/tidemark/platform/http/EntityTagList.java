package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value of {@code If-Match} or {@code If-None-Match}: {@code *}, or a list of entity tags. */
record EntityTagList(boolean any, List<EntityTag> tags) {
    /** Elements may be empty: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2 */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(?<weak>W/)?\"(?<tag>[\\x21\\x23-\\x7e\\x80-\\x{ffff}]*)\")?[ \\t]*(?:,|$)");

    static Optional<EntityTagList> of(HttpHeaders headers, String name) {
        List<String> lines = headers.getRequestHeader(name);
        return lines == null || lines.isEmpty() ? Optional.empty() : Optional.of(parse(name, String.join(",", lines)));
    }

    private static EntityTagList parse(String name, String text) {
        return lenient(text)
                .orElseThrow(() ->
                        new ProblemException(400, LocalizedMessage.of("problem.entityTag.malformed", name, text)));
    }

    /** Empty if the text is null or malformed. */
    static Optional<EntityTagList> lenient(String text) {
        if (text == null || text.strip().equals("*")) {
            return Optional.ofNullable(text).map(all -> new EntityTagList(true, List.of()));
        }
        List<EntityTag> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(text);
        int end = 0;
        while (end < text.length() && element.find() && element.start() == end) {
            if (element.group("tag") != null) {
                tags.add(new EntityTag(element.group("tag"), element.group("weak") != null));
            }
            end = element.end();
        }
        return end < text.length() || tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTagList(false, tags));
    }

    /** Strong comparison, for {@code If-Match}: a weak tag equals none. */
    boolean containsStrongly(EntityTag current) {
        return any || !current.isWeak() && tags.contains(current);
    }

    /** Weak comparison, for {@code If-None-Match}. */
    boolean contains(EntityTag current) {
        return any || tags.stream().anyMatch(tag -> tag.getValue().equals(current.getValue()));
    }

    static String quoted(EntityTag tag) {
        return (tag.isWeak() ? "W/" : "") + '"' + tag.getValue() + '"';
    }

    @Override
    public String toString() {
        return any ? "*" : tags.stream().map(EntityTagList::quoted).collect(Collectors.joining(", "));
    }
}
