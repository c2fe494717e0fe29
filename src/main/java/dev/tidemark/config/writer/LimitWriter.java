package dev.tidemark.config.writer;

import dev.tidemark.model.probe.BaselineWindow;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.LimitScope;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a limit in the format of {@code LimitReader}, always in the long form. */
final class LimitWriter {

    private LimitWriter() {}

    static Map<String, Object> write(Limit limit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("metric", limit.metric().code());
        map.put("statistic", limit.statistic().label());
        bound(limit.threshold(), map);
        map.put("severity", limit.severity().label());
        map.put("breaches", limit.breaches());
        map.put("of", limit.of());
        limit.window().ifPresent(window -> map.put("window", window.toString()));
        scope(limit.scope(), map);
        return map;
    }

    private static void bound(Bound bound, Map<String, Object> map) {
        if (bound instanceof Bound.Relative relative) {
            BaselineWindow baseline = relative.baseline();
            map.put(
                    bound instanceof Bound.Increase ? "maxIncrease" : "maxDecrease",
                    ProbeWriter.number(relative.percent()) + "%");
            map.put("atLeast", ProbeWriter.number(relative.atLeast()));
            map.put("against", baseline.kind().label());
            map.put("days", baseline.days());
        } else {
            map.put(bound instanceof Bound.Max ? "max" : "min", ProbeWriter.number(((Bound.Fixed) bound).value()));
        }
    }

    private static void scope(LimitScope scope, Map<String, Object> map) {
        scope.locations().ifPresent(enough -> map.put("locations", enough));
        scope.profile().ifPresent(profile -> map.put("profile", profile));
        scope.target().ifPresent(target -> map.put("target", ProbeWriter.number(target)));
        if (!scope.origin().isEmpty()) {
            map.put("origin", scope.origin());
        }
    }
}
