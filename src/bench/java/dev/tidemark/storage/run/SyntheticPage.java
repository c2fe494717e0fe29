package dev.tidemark.storage.run;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.PerformanceScore;
import dev.tidemark.model.result.OutcomeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A page over months: slower by day than by night, 5 % noise, an outlier in a hundred runs, a deploy every two weeks of which every
 * third is a regression until the next one fixes it, and two outages a month.
 */
final class SyntheticPage {
    static final List<String> METRICS =
            List.of("TTFB", "FCP", "LCP", "CLS", "TTI", "TBT", "SI", "SCORE", "REQUESTS", "BYTES");

    private static final long DAY = 24 * 3600;
    private static final long DEPLOY_EVERY = 14 * DAY;
    private static final long OUTAGE_EVERY = 15 * DAY;
    private static final long OUTAGE_LASTS = 2 * 3600;

    private static final double SLOWER = 1.15;

    private final Random random;
    private final double usualLcp;
    private final double usualCls;
    private final double usualBytes;
    private final long phase;

    SyntheticPage(int number) {
        random = new Random(number);
        usualLcp = 900 + 2_400 * random.nextDouble();
        usualCls = random.nextInt(3) == 0 ? 0.12 : 0.02;
        usualBytes = 300_000 + 2_500_000 * random.nextDouble();
        phase = (long) (random.nextDouble() * OUTAGE_EVERY);
    }

    /** A period; it may begin before and end after the requested one. */
    record Stretch(Instant from, Instant to) {}

    /** Outages. */
    List<Stretch> outages(Instant from, Instant to) {
        return recurring(OUTAGE_EVERY, from, to)
                .map(start -> new Stretch(start, start.plusSeconds(OUTAGE_LASTS)))
                .toList();
    }

    /** Deploys. */
    List<Instant> deploys(Instant from, Instant to) {
        return recurring(DEPLOY_EVERY, from, to).toList();
    }

    /** Periods in which a regression raises the LCP above this many ms. */
    List<Stretch> tooSlow(double limit, Instant from, Instant to) {
        return usualLcp < limit && usualLcp * SLOWER > limit
                ? recurring(DEPLOY_EVERY, from, to)
                        .filter(start -> deployed(start) > 1)
                        .map(start -> new Stretch(start, start.plusSeconds(DEPLOY_EVERY)))
                        .toList()
                : List.of();
    }

    private Stream<Instant> recurring(long every, Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond() + phase, every) + 1;
        return LongStream.iterate(first * every - phase, at -> at < to.getEpochSecond(), at -> at + every)
                .mapToObj(Instant::ofEpochSecond);
    }

    /** The failure at that time, if any. */
    Optional<OutcomeType> trouble(Instant at) {
        long second = at.getEpochSecond() + phase;
        if (second % OUTAGE_EVERY < OUTAGE_LASTS) {
            return Optional.of(second / OUTAGE_EVERY % 2 == 0 ? OutcomeType.TIMEOUT : OutcomeType.HTTP_STATUS);
        }
        return random.nextInt(2_000) == 0 ? Optional.of(OutcomeType.BROWSER_CRASH) : Optional.empty();
    }

    Measurements measure(Instant at) {
        double lcp = usualLcp * daily(at) * deployed(at) * noise();
        double tbt = Math.max(0, lcp / 12 - 60) * noise();
        Measurements all = Measurements.none();
        double[] values = {0.2 * lcp, 0.6 * lcp, lcp, usualCls * noise(), 1.3 * lcp, tbt, 0.8 * lcp};
        for (int i = 0; i < values.length; i++) {
            all = all.and(new Measurement(Metric.of(METRICS.get(i)), Math.round(values[i] * 1_000) / 1_000.0));
        }
        Measurement score = PerformanceScore.of(all, FormFactor.DESKTOP).orElseThrow();
        return all.and(score)
                .and(new Measurement(Metric.REQUESTS, Math.rint(usualBytes / 30_000)))
                .and(new Measurement(Metric.BYTES, Math.rint(usualBytes * deployed(at))));
    }

    private static double daily(Instant at) {
        double hour = at.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
        return 1 + 0.08 * Math.sin((hour - 8) / 24 * 2 * Math.PI);
    }

    private double deployed(Instant at) {
        long deploy = (at.getEpochSecond() + phase) / DEPLOY_EVERY;
        return deploy % 3 == 0 ? SLOWER : 1;
    }

    private double noise() {
        double spike = random.nextInt(100) == 0 ? 1.5 + random.nextDouble() : 1;
        return spike * Math.exp(0.05 * random.nextGaussian());
    }
}
