package dev.tidemark.story;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Quantile;
import dev.tidemark.measurement.Unit;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Warning;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Is it the page, the network, a third party, or our own machine? What each had to do with one load.
 *
 * @param benchmarks of the runs before, as the machine's speed was then; none where not taken
 */
record Suspects(PageFacts facts, List<SampleResult> samples, double benchmark, double[] benchmarks) {

    /** Slower than this share of its usual speed, the machine itself is in doubt. */
    private static final double SLOW_MACHINE = 0.85;

    /** In per cent: the benchmark is short, and never twice the same. */
    private static final int LIKE_ALWAYS = 5;

    private static final int MUCH = 50;

    /** @param share of the LCP's time, in words; empty where there is none */
    public record Suspect(String name, String share, String detail, String rating) {}

    List<Suspect> all() {
        return List.of(page(), network(), thirdParties(), machine());
    }

    private Suspect page() {
        String share = facts.lcp()
                .map(lcp -> percent(lcp.loadDelayMillis() + lcp.renderDelayMillis()))
                .orElse("");
        return new Suspect("The page itself", share, blocking(own()) + "; " + tasks(own()) + ".", "none");
    }

    private Suspect network() {
        double waiting = facts.lcp()
                .map(lcp -> lcp.ttfbMillis() + (isLcpForeign() ? 0 : lcp.loadDurationMillis()))
                .orElse(0.0);
        String server = facts.lcp()
                .map(lcp -> "First byte after " + millis(lcp.ttfbMillis()) + "; ")
                .orElse("");
        long bytes = new Traffic(facts.requests()).total();
        return new Suspect(
                "Server and network",
                facts.lcp().isPresent() ? percent(waiting) : "",
                server + ValueText.of(Unit.BYTES, bytes) + " over the wire.",
                "none");
    }

    private Suspect thirdParties() {
        Traffic traffic = new Traffic(facts.requests());
        if (traffic.getHosts().isEmpty()) {
            return new Suspect("Third parties", "", "None took part.", "none");
        }
        double bytes = traffic.total() == 0 ? 0 : 100.0 * traffic.ofThirdParties() / traffic.total();
        String share = isLcpForeign() ? percent(facts.lcp().orElseThrow().loadDurationMillis()) : "";
        return new Suspect(
                "Third parties",
                share,
                Math.round(bytes) + " % of the bytes; " + blocking(foreign()) + "; " + tasks(foreign()) + ".",
                "none");
    }

    private Suspect machine() {
        long noisy = samples.stream()
                .filter(sample -> sample.warnings().contains(Warning.NOISY))
                .count();
        String calm = noisy == 0
                ? "No sample was disturbed"
                : noisy + " of " + samples.size() + " samples were taken while something else kept it busy";
        if (benchmark <= 0 || benchmarks.length == 0) {
            return new Suspect("Our own machine", "", calm + ".", noisy > 0 ? "needs-improvement" : "good");
        }
        double usual = Quantile.of(benchmarks, 0.5);
        long change = Math.round(100 * (benchmark - usual) / usual);
        String speed = Math.abs(change) <= LIKE_ALWAYS
                ? "as fast as usual"
                : (change > MUCH ? "much" : Math.abs(change) + " %") + (change < 0 ? " slower" : " faster")
                        + " than usual";
        boolean slow = benchmark < SLOW_MACHINE * usual;
        return new Suspect(
                "Our own machine",
                "",
                "It was " + speed + "; " + calm.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + calm.substring(1)
                        + ".",
                noisy > 0 || slow ? "needs-improvement" : "good");
    }

    private String blocking(Predicate<RequestFact> whose) {
        long count = facts.requests().stream()
                .filter(RequestFact::renderBlocking)
                .filter(whose)
                .count();
        return count == 0
                ? "nothing blocks the first paint"
                : count + (count == 1 ? " request blocks" : " requests block") + " the first paint";
    }

    private String tasks(Predicate<RequestFact> whose) {
        Set<String> scripts =
                facts.requests().stream().filter(whose).map(RequestFact::url).collect(Collectors.toSet());
        double busy = facts.longTasks().stream()
                .filter(task -> task.script().filter(scripts::contains).isPresent())
                .mapToDouble(LongTask::durationMillis)
                .sum();
        return busy == 0 ? "no long task of its scripts" : millis(busy) + " of long tasks by its scripts";
    }

    private boolean isLcpForeign() {
        return facts.lcp()
                .flatMap(lcp -> lcp.url())
                .filter(url -> facts.requests().stream()
                        .anyMatch(
                                request -> request.thirdParty() && request.url().equals(url)))
                .isPresent();
    }

    private String percent(double part) {
        double whole = facts.lcp()
                .map(lcp ->
                        lcp.ttfbMillis() + lcp.loadDelayMillis() + lcp.loadDurationMillis() + lcp.renderDelayMillis())
                .orElse(0.0);
        return whole == 0 ? "" : Math.round(100 * part / whole) + " % of LCP";
    }

    private static String millis(double value) {
        return ValueText.of(Unit.MILLISECONDS, value);
    }

    private static Predicate<RequestFact> own() {
        return request -> !request.thirdParty();
    }

    private static Predicate<RequestFact> foreign() {
        return RequestFact::thirdParty;
    }
}
