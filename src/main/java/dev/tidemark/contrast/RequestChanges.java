package dev.tidemark.contrast;

import dev.tidemark.contrast.RequestChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the same request on both sides; what is there in less than half of a side's loads counts as not there. */
final class RequestChanges {

    /** Less than these is what caches, header sizes and the network do by themselves. */
    private static final double BYTES_THAT_MATTER = 2_000;

    private static final double MILLIS_THAT_MATTER = 50;
    private static final double GROWTH_THAT_MATTERS = 1.1;
    private static final double DELAY_THAT_MATTERS = 1.2;
    private static final double MOSTLY = 0.5;

    private RequestChanges() {}

    static List<RequestChange> between(Map<String, Aligned> before, Map<String, Aligned> after) {
        Set<String> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        List<RequestChange> found = new ArrayList<>();
        for (String key : keys) {
            Optional<Aligned> was = Optional.ofNullable(before.get(key)).filter(one -> one.seen() >= MOSTLY);
            Optional<Aligned> is = Optional.ofNullable(after.get(key)).filter(one -> one.seen() >= MOSTLY);
            kind(was, is).ifPresent(kind -> found.add(new RequestChange(kind, was, is)));
        }
        found.sort(Comparator.comparing(RequestChange::kind)
                .thenComparing(one -> -Math.abs(one.addedBytes()))
                .thenComparing(one -> -Math.abs(one.addedMillis())));
        return found;
    }

    private static Optional<Kind> kind(Optional<Aligned> was, Optional<Aligned> is) {
        if (is.isEmpty()) {
            return was.map(gone -> Kind.GONE);
        }
        if (is.get().blocking() && was.filter(Aligned::blocking).isEmpty()) {
            return Optional.of(Kind.NEWLY_BLOCKING);
        }
        if (was.isEmpty()) {
            return Optional.of(Kind.NEW);
        }
        if (was.get().blocking() && !is.get().blocking()) {
            return Optional.of(Kind.UNBLOCKED);
        }
        return changed(was.get(), is.get());
    }

    private static Optional<Kind> changed(Aligned was, Aligned is) {
        if (matters(was.bytes(), is.bytes(), BYTES_THAT_MATTER, GROWTH_THAT_MATTERS)) {
            return Optional.of(is.bytes() > was.bytes() ? Kind.GROWN : Kind.SHRUNK);
        }
        if (matters(was.tookMillis(), is.tookMillis(), MILLIS_THAT_MATTER, DELAY_THAT_MATTERS)) {
            return Optional.of(is.tookMillis() > was.tookMillis() ? Kind.SLOWER : Kind.FASTER);
        }
        return Optional.empty();
    }

    private static boolean matters(double was, double is, double least, double factor) {
        return Math.abs(is - was) >= least && Math.max(was, is) > Math.min(was, is) * factor;
    }
}
