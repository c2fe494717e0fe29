package dev.tidemark.contrast;

import dev.tidemark.contrast.RequestChange.Kind;
import dev.tidemark.observation.RequestFact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the same request on both sides by method and shape of address; the n-th of a shape belongs to the n-th. */
final class RequestChanges {

    /** Less than these is what caches, header sizes and the network do by themselves. */
    private static final long BYTES_THAT_MATTER = 2_000;

    private static final double MILLIS_THAT_MATTER = 50;
    private static final double GROWTH_THAT_MATTERS = 1.1;
    private static final double DELAY_THAT_MATTERS = 1.2;

    private final List<RequestChange> found = new ArrayList<>();

    private RequestChanges() {}

    static List<RequestChange> between(List<RequestFact> before, List<RequestFact> after) {
        RequestChanges changes = new RequestChanges();
        Map<String, Deque<RequestFact>> known = new LinkedHashMap<>();
        before.forEach(one ->
                known.computeIfAbsent(key(one), none -> new ArrayDeque<>()).add(one));
        for (RequestFact now : after) {
            Deque<RequestFact> same = known.getOrDefault(key(now), new ArrayDeque<>());
            changes.compare(Optional.ofNullable(same.poll()), now);
        }
        known.values()
                .forEach(rest -> rest.forEach(
                        gone -> changes.found.add(new RequestChange(Kind.GONE, Optional.of(gone), Optional.empty()))));
        changes.found.sort(Comparator.comparing(RequestChange::kind)
                .thenComparing(one -> -Math.abs(one.addedBytes()))
                .thenComparing(one -> -Math.abs(one.addedMillis())));
        return changes.found;
    }

    private void compare(Optional<RequestFact> was, RequestFact now) {
        kind(was, now).ifPresent(kind -> found.add(new RequestChange(kind, was, Optional.of(now))));
    }

    private static Optional<Kind> kind(Optional<RequestFact> was, RequestFact now) {
        if (now.renderBlocking() && was.filter(RequestFact::renderBlocking).isEmpty()) {
            return Optional.of(Kind.NEWLY_BLOCKING);
        }
        if (was.isEmpty()) {
            return Optional.of(Kind.NEW);
        }
        long bytes = was.get().transferBytes();
        if (now.transferBytes() - bytes >= BYTES_THAT_MATTER && now.transferBytes() > bytes * GROWTH_THAT_MATTERS) {
            return Optional.of(Kind.GROWN);
        }
        double took = RequestChange.took(was.get());
        double takes = RequestChange.took(now);
        boolean slower = takes - took >= MILLIS_THAT_MATTER && takes > took * DELAY_THAT_MATTERS;
        return slower ? Optional.of(Kind.SLOWER) : Optional.empty();
    }

    private static String key(RequestFact request) {
        return request.method() + " " + AddressShape.of(request.url());
    }
}
