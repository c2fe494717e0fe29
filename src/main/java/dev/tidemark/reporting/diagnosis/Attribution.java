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
 * The contributions of the page, the network, third parties and the monitoring host to the result of one page load.
 *
 * @param benchmarks CPU benchmarks of the previous runs, where measured
 */
record Attribution(PageDetails facts, List<SampleResult> samples, double benchmark, double[] benchmarks) {

    /** Below this share of its median speed the host counts as slow. */
    private static final double SLOW_MACHINE = 0.85;

    /** Normal variation of the benchmark, in percent. */
    private static final int NORMAL_PERCENT = 5;

    private static final int LARGE_PERCENT = 50;
    private static final String NO_RATING = "none";

    /** @param share of the LCP; blank without one */
    public record Contributor(LocalizedMessage name, LocalizedMessage share, LocalizedMessage detail, String rating) {}

    List<Contributor> all() {
        return List.of(page(), network(), thirdParties(), machine());
    }

    private Contributor page() {
        LocalizedMessage share = facts.lcp()
                .map(lcp -> percent(lcp.loadDelayMillis() + lcp.renderDelayMillis()))
                .orElse(LocalizedMessage.EMPTY);
        return new Contributor(
                LocalizedMessage.of("run.attribution.page"),
                share,
                LocalizedMessage.of("run.attribution.blockingAndTasks", blocking(firstParty()), tasks(firstParty())),
                NO_RATING);
    }

    private Contributor network() {
        String bytes = MetricFormat.of(Unit.BYTES, new TransferBreakdown(facts.requests()).total());
        LocalizedMessage name = LocalizedMessage.of("run.attribution.network");
        return facts.lcp()
                .map(lcp -> new Contributor(
                        name,
                        percent(lcp.ttfbMillis() + (isLcpThirdParty() ? 0 : lcp.loadDurationMillis())),
                        LocalizedMessage.of("run.attribution.ttfbAndBytes", millis(lcp.ttfbMillis()), bytes),
                        NO_RATING))
                .orElseGet(() -> new Contributor(
                        name,
                        LocalizedMessage.EMPTY,
                        LocalizedMessage.of("run.attribution.transferred", bytes),
                        NO_RATING));
    }

    private Contributor thirdParties() {
        TransferBreakdown transfer = new TransferBreakdown(facts.requests());
        LocalizedMessage name = LocalizedMessage.of("run.attribution.thirdParties");
        if (transfer.getHosts().isEmpty()) {
            return new Contributor(
                    name, LocalizedMessage.EMPTY, LocalizedMessage.of("run.attribution.noThirdParties"), NO_RATING);
        }
        double bytes = transfer.total() == 0 ? 0 : 100.0 * transfer.ofThirdParties() / transfer.total();
        return new Contributor(
                name,
                isLcpThirdParty() ? percent(facts.lcp().orElseThrow().loadDurationMillis()) : LocalizedMessage.EMPTY,
                LocalizedMessage.of(
                        "run.attribution.bytesBlockingAndTasks",
                        Math.round(bytes),
                        blocking(thirdParty()),
                        tasks(thirdParty())),
                NO_RATING);
    }

    private Contributor machine() {
        long noisy = samples.stream()
                .filter(sample -> sample.warnings().contains(SampleWarning.NOISY))
                .count();
        LocalizedMessage noise = noisy == 0
                ? LocalizedMessage.of("run.attribution.noNoise")
                : LocalizedMessage.of("run.attribution.noisySamples", noisy, samples.size());
        boolean known = benchmark > 0 && benchmarks.length > 0;
        boolean slow = known && benchmark < SLOW_MACHINE * Quantile.of(benchmarks, 0.5);
        return new Contributor(
                LocalizedMessage.of("run.attribution.monitor"),
                LocalizedMessage.EMPTY,
                known ? LocalizedMessage.sentences(speed(), noise) : noise,
                noisy > 0 || slow ? "needs-improvement" : "good");
    }

    private LocalizedMessage speed() {
        double median = Quantile.of(benchmarks, 0.5);
        long change = Math.round(100 * (benchmark - median) / median);
        if (Math.abs(change) <= NORMAL_PERCENT) {
            return LocalizedMessage.of("run.attribution.normalSpeed");
        }
        if (change > LARGE_PERCENT) {
            return LocalizedMessage.of("run.attribution.muchFaster");
        }
        return LocalizedMessage.of(change < 0 ? "run.attribution.slower" : "run.attribution.faster", Math.abs(change));
    }

    private LocalizedMessage blocking(Predicate<RequestRecord> filter) {
        long count = facts.requests().stream()
                .filter(RequestRecord::renderBlocking)
                .filter(filter)
                .count();
        return LocalizedMessage.of("run.attribution.renderBlocking", count);
    }

    private LocalizedMessage tasks(Predicate<RequestRecord> filter) {
        Set<String> scripts =
                facts.requests().stream().filter(filter).map(RequestRecord::url).collect(Collectors.toSet());
        double busy = facts.longTasks().stream()
                .filter(task -> task.script().filter(scripts::contains).isPresent())
                .mapToDouble(LongTask::durationMillis)
                .sum();
        return busy == 0
                ? LocalizedMessage.of("run.attribution.noLongTasks")
                : LocalizedMessage.of("run.attribution.longTasks", millis(busy));
    }

    private boolean isLcpThirdParty() {
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

    private static Predicate<RequestRecord> firstParty() {
        return request -> !request.thirdParty();
    }

    private static Predicate<RequestRecord> thirdParty() {
        return RequestRecord::thirdParty;
    }
}
