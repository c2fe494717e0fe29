package dev.tidemark.analysis.diff;

import dev.tidemark.analysis.diff.RequestChange.RequestChangeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Matches the requests of both sides. A request in less than half of the loads of a side is ignored there. */
final class RequestMatcher {

    /** Smaller changes are normal variation of caches, header sizes and the network. */
    private static final double MIN_CHANGE_BYTES = 2_000;

    private static final double MIN_CHANGE_MILLIS = 50;
    private static final double MIN_SIZE_RATIO = 1.1;
    private static final double MIN_DURATION_RATIO = 1.2;
    private static final double MIN_SHARE = 0.5;

    private RequestMatcher() {}

    static List<RequestChange> between(Map<String, AlignedRequest> before, Map<String, AlignedRequest> after) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        List<RequestChange> found = new ArrayList<>();
        for (String key : keys) {
            Optional<AlignedRequest> was = Optional.ofNullable(before.get(key)).filter(one -> one.share() >= MIN_SHARE);
            Optional<AlignedRequest> is = Optional.ofNullable(after.get(key)).filter(one -> one.share() >= MIN_SHARE);
            kind(was, is).ifPresent(kind -> found.add(new RequestChange(kind, was, is)));
        }
        found.sort(Comparator.comparing(RequestChange::kind)
                .thenComparing(one -> -Math.abs(one.addedBytes()))
                .thenComparing(one -> -Math.abs(one.addedMillis())));
        return found;
    }

    private static Optional<RequestChangeType> kind(Optional<AlignedRequest> was, Optional<AlignedRequest> is) {
        if (is.isEmpty()) {
            return was.map(gone -> RequestChangeType.GONE);
        }
        if (is.get().blocking() && was.filter(AlignedRequest::blocking).isEmpty()) {
            return Optional.of(RequestChangeType.NEWLY_BLOCKING);
        }
        if (was.isEmpty()) {
            return Optional.of(RequestChangeType.NEW);
        }
        if (was.get().blocking() && !is.get().blocking()) {
            return Optional.of(RequestChangeType.UNBLOCKED);
        }
        return changed(was.get(), is.get());
    }

    private static Optional<RequestChangeType> changed(AlignedRequest was, AlignedRequest is) {
        if (matters(was.bytes(), is.bytes(), MIN_CHANGE_BYTES, MIN_SIZE_RATIO)) {
            return Optional.of(is.bytes() > was.bytes() ? RequestChangeType.GROWN : RequestChangeType.SHRUNK);
        }
        if (matters(was.durationMillis(), is.durationMillis(), MIN_CHANGE_MILLIS, MIN_DURATION_RATIO)) {
            return Optional.of(
                    is.durationMillis() > was.durationMillis() ? RequestChangeType.SLOWER : RequestChangeType.FASTER);
        }
        return Optional.empty();
    }

    private static boolean matters(double was, double is, double minimum, double factor) {
        return Math.abs(is - was) >= minimum && Math.max(was, is) > Math.min(was, is) * factor;
    }
}
