package dev.tidemark.model.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.reader.NamedProfiles;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.Statistic;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.platform.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CeilingTest {

    private static Limit limit(Metric metric, Bound bound) {
        return new Limit(metric, Statistic.MEDIAN, bound, Severity.WARNING, 1, 1, Optional.empty());
    }

    private static Probe probe(Limit... limits) {
        return new Probe(
                new ProbeId("shop"),
                "Shop",
                new Target.PageTarget(WebUrl.parse("https://shop.example/"), List.of()),
                new Cadence.Every(Duration.ofHours(1)),
                1,
                NamedProfiles.named("unthrottled"),
                List.of(LocationName.DEFAULT),
                true,
                List.of(),
                List.of(limits),
                List.of(),
                PageLoadSettings.plain());
    }

    @Nested
    class GivenTwoUpperLimitsALowerOneAndOneOfAnotherMetric {

        private final Probe probe = probe(
                limit(Metric.LCP, new Bound.Max(2_500)),
                limit(Metric.LCP, new Bound.Max(2_000)),
                limit(Metric.LCP, new Bound.Min(100)),
                limit(Metric.FCP, new Bound.Max(900)));

        @Test
        void thenTheCeilingIsTheStricterUpperLimit() {
            assertThat(probe.strictestMaximum(Metric.LCP)).hasValue(2_000);
            assertThat(probe.strictestMaximum(Metric.CLS)).isEmpty();
        }
    }
}
