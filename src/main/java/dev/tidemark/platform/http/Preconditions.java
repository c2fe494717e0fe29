package dev.tidemark.platform.http;

import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** The conditions of a request on entity tags: https://www.rfc-editor.org/rfc/rfc9110#section-13 */
public final class Preconditions {
    private static final int FAILED = 412;

    private final Optional<EntityTagList> ifMatch;
    private final Optional<EntityTagList> ifNoneMatch;

    /** Ends the request with status 400 if a condition is malformed. */
    public Preconditions(HttpHeaders headers) {
        this.ifMatch = EntityTagList.of(headers, HttpHeaders.IF_MATCH);
        this.ifNoneMatch = EntityTagList.of(headers, HttpHeaders.IF_NONE_MATCH);
    }

    /** Ends the request with status 428 if {@code If-Match} is absent. */
    public void requireIfMatch() {
        if (ifMatch.isEmpty()) {
            throw new ProblemException(428, LocalizedMessage.of("problem.ifMatch.missing"));
        }
    }

    /**
     * Ends a request that changes something with status 412 unless its conditions hold.
     *
     * @param current the tag of the present state; empty if there is none
     */
    public void requireForChange(Optional<EntityTag> current) {
        if (ifMatch.filter(tags -> !current.filter(tags::containsStrongly).isPresent())
                .isPresent()) {
            throw new ProblemException(
                    FAILED,
                    current.map(tag -> LocalizedMessage.of("problem.ifMatch.changed", quoted(tag), ifMatch.get()))
                            .orElseGet(() -> LocalizedMessage.of("problem.ifMatch.absent")));
        }
        if (ifNoneMatch.isPresent()
                && current.filter(ifNoneMatch.get()::contains).isPresent()) {
            throw new ProblemException(
                    FAILED,
                    LocalizedMessage.of("problem.ifNoneMatch.exists", quoted(current.get()), ifNoneMatch.get()));
        }
    }

    public void requireForChange(EntityTag current) {
        requireForChange(Optional.of(current));
    }

    /** The response 304 if the client has the present state already; empty otherwise. */
    public Optional<Response.ResponseBuilder> notModified(EntityTag current) {
        if (ifMatch.filter(tags -> !tags.containsStrongly(current)).isPresent()) {
            throw new ProblemException(
                    FAILED, LocalizedMessage.of("problem.ifMatch.changed", quoted(current), ifMatch.get()));
        }
        return ifNoneMatch.filter(tags -> tags.contains(current)).map(tags -> Response.notModified(current));
    }

    /** A strong tag that changes with the content. */
    public static EntityTag tagOf(Object content) {
        return new EntityTag(UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    /**
     * Whether a client has the present state already. A malformed condition counts as absent.
     *
     * @param ifNoneMatch the value of the header; null if it is absent
     * @param current the value of the header {@code ETag}
     */
    public static boolean isNotModified(String ifNoneMatch, String current) {
        return EntityTagList.lenient(ifNoneMatch)
                .filter(tags -> EntityTagList.lenient(current).stream()
                        .flatMap(one -> one.tags().stream())
                        .anyMatch(tags::contains))
                .isPresent();
    }

    private static String quoted(EntityTag tag) {
        return EntityTagList.quoted(tag);
    }
}
