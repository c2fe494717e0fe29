package dev.tidemark.model.probe;

import dev.tidemark.platform.i18n.InvalidValueException;
import java.util.List;

/**
 * A limit that applies to every probe with all of the tags.
 *
 * @param tags at least one; {@code *} means every probe
 */
public record TagLimit(List<String> tags, Limit limit) {

    private static final String EVERY = "*";

    public TagLimit {
        tags = List.copyOf(tags);
        if (tags.isEmpty()) {
            throw new InvalidValueException("validation.tags.empty");
        }
    }

    public boolean appliesTo(Probe probe) {
        return tags.stream().allMatch(tag -> tag.equals(EVERY) || probe.tags().contains(tag));
    }

    /** The limit, with its tags and source as the origin. */
    public Limit withOrigin(String source) {
        String limitOrigin = limit.scope().origin();
        String suffix = limitOrigin.isEmpty() ? "" : ", " + limitOrigin;
        String tag = "tag " + String.join(", ", tags) + " (" + source + ")";
        int rest = Math.max(0, LimitScope.MAX_ORIGIN_LENGTH - suffix.length());
        String origin = tag.substring(0, Math.min(rest, tag.length())) + suffix;
        return limit.withScope(limit.scope().withOrigin(origin));
    }
}
