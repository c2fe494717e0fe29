package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Quantile;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Is it the page, the network, a third party, or our own machine? What each had to do with one load.
 *
 * @param benchmarks of the runs before, as the machine's speed was then; none where not taken
 */
record Attribution(PageDetails facts, List<SampleResult> samples, double benchmark, double[] benchmarks) {

    /** Slower than this share of its usual speed, the machine itself is in doubt. */
    private static final double SLOW_MACHINE = 0.85;

    /** In per cent: the benchmark is short, and never twice the same. */
    private static final int LIKE_ALWAYS = 5;

    private static final int MUCH = 50;
    private static final String NO_RATING = "none";

    /** @param share of the LCP's time; says nothing where there is none */
    public record Suspect(LocalizedMessage name, LocalizedMessage share, LocalizedMessage detail, String rating) {}

    List<Suspect> all() {
        return List.of(page(), network(), thirdParties(), machine());
    }

    private Suspect page() {
        LocalizedMessage share = facts.lcp()
                .map(lcp -> percent(lcp.loadDelayMillis() + lcp.renderDelayMillis()))
                .orElse(LocalizedMessage.EMPTY);
        return new Suspect(
                LocalizedMessage.of("run.attribution.page"),
                share,
                LocalizedMessage.of("run.attribution.blockingAndTasks", blocking(own()), tasks(own())),
                NO_RATING);
    }

    private Suspect network() {
        String bytes = MetricFormat.of(Unit.BYTES, new TransferBreakdown(facts.requests()).total());
        LocalizedMessage name = LocalizedMessage.of("run.attribution.network");
        return facts.lcp()
                .map(lcp -> new Suspect(
                        name,
                        percent(lcp.ttfbMillis() + (isLcpForeign() ? 0 : lcp.loadDurationMillis())),
                        LocalizedMessage.of("run.attribution.ttfbAndBytes", millis(lcp.ttfbMillis()), bytes),
                        NO_RATING))
                .orElseGet(() -> new Suspect(
                        name,
                        LocalizedMessage.EMPTY,
                        LocalizedMessage.of("run.attribution.transferred", bytes),
                        NO_RATING));
    }

    private Suspect thirdParties() {
        TransferBreakdown traffic = new TransferBreakdown(facts.requests());
        LocalizedMessage name = LocalizedMessage.of("run.attribution.thirdParties");
        if (traffic.getHosts().isEmpty()) {
            return new Suspect(
                    name, LocalizedMessage.EMPTY, LocalizedMessage.of("run.attribution.noThirdParties"), NO_RATING);
        }
        double bytes = traffic.total() == 0 ? 0 : 100.0 * traffic.ofThirdParties() / traffic.total();
        return new Suspect(
                name,
                isLcpForeign() ? percent(facts.lcp().orElseThrow().loadDurationMillis()) : LocalizedMessage.EMPTY,
                LocalizedMessage.of(
                        "run.attribution.bytesBlockingAndTasks",
                        Math.round(bytes),
                        blocking(foreign()),
                        tasks(foreign())),
                NO_RATING);
    }

    private Suspect machine() {
        long noisy = samples.stream()
                .filter(sample -> sample.warnings().contains(SampleWarning.NOISY))
                .count();
        LocalizedMessage calm = noisy == 0
                ? LocalizedMessage.of("run.attribution.noNoise")
                : LocalizedMessage.of("run.attribution.noisySamples", noisy, samples.size());
        boolean known = benchmark > 0 && benchmarks.length > 0;
        boolean slow = known && benchmark < SLOW_MACHINE * Quantile.of(benchmarks, 0.5);
        return new Suspect(
                LocalizedMessage.of("run.attribution.monitor"),
                LocalizedMessage.EMPTY,
                known ? LocalizedMessage.sentences(speed(), calm) : calm,
                noisy > 0 || slow ? "needs-improvement" : "good");
    }

    private LocalizedMessage speed() {
        double usual = Quantile.of(benchmarks, 0.5);
        long change = Math.round(100 * (benchmark - usual) / usual);
        if (Math.abs(change) <= LIKE_ALWAYS) {
            return LocalizedMessage.of("run.attribution.normalSpeed");
        }
        if (change > MUCH) {
            return LocalizedMessage.of("run.attribution.muchFaster");
        }
        return LocalizedMessage.of(change < 0 ? "run.attribution.slower" : "run.attribution.faster", Math.abs(change));
    }

    private LocalizedMessage blocking(Predicate<RequestRecord> whose) {
        long count = facts.requests().stream()
                .filter(RequestRecord::renderBlocking)
                .filter(whose)
                .count();
        return LocalizedMessage.of("run.attribution.renderBlocking", count);
    }

    private LocalizedMessage tasks(Predicate<RequestRecord> whose) {
        Set<String> scripts =
                facts.requests().stream().filter(whose).map(RequestRecord::url).collect(Collectors.toSet());
        double busy = facts.longTasks().stream()
                .filter(task -> task.script().filter(scripts::contains).isPresent())
                .mapToDouble(LongTask::durationMillis)
                .sum();
        return busy == 0
                ? LocalizedMessage.of("run.attribution.noLongTasks")
                : LocalizedMessage.of("run.attribution.longTasks", millis(busy));
    }

    private boolean isLcpForeign() {
        return facts.lcp()
                .flatMap(lcp -> lcp.url())
                .filter(url -> facts.requests().stream()
                        .anyMatch(
                                request -> request.thirdParty() && request.url().equals(url)))
                .isPresent();
    }

    private LocalizedMessage percent(double part) {
        double whole = facts.lcp()
                .map(lcp ->
                        lcp.ttfbMillis() + lcp.loadDelayMillis() + lcp.loadDurationMillis() + lcp.renderDelayMillis())
                .orElse(0.0);
        return whole == 0
                ? LocalizedMessage.EMPTY
                : LocalizedMessage.of("run.attribution.ofLcp", Math.round(100 * part / whole));
    }

    private static String millis(double value) {
        return MetricFormat.of(Unit.MILLISECONDS, value);
    }

    private static Predicate<RequestRecord> own() {
        return request -> !request.thirdParty();
    }

    private static Predicate<RequestRecord> foreign() {
        return RequestRecord::thirdParty;
    }
}
