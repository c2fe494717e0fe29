package dev.tidemark.prober.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import dev.tidemark.model.result.UntrustedText;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.prober.network.NetworkExchange;
import dev.tidemark.prober.proxy.ConnectFailure;
import dev.tidemark.prober.proxy.ConnectionRecord;
import dev.tidemark.prober.proxy.ProxySession;
import dev.tidemark.prober.vitals.PageVitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assembles the result of a sample from a page load. */
final class PageLoadResult {

    private static final int MAX_URL = 4_000;
    private static final int MAX_TITLE = 300;
    private static final List<Metric> VITALS = List.of(Metric.FCP, Metric.LCP, Metric.CLS, Metric.TTFB);

    private final PageLoad load;
    private final ProxySession proxySession;
    private final PageVitals vitals;

    PageLoadResult(PageLoad load, ProxySession proxySession) {
        this.load = load;
        this.proxySession = proxySession;
        load.monitor().end();
        this.vitals = load.monitor().vitals();
    }

    SampleResult of(Instant startedAt, Duration took) {
        SampleEnd end = new PageLoadEnd(load, proxySession, vitals).sampleEnd();
        Outcome outcome = OutcomeClassifier.classify(end);
        return ended(
                startedAt,
                took,
                load.failedStep()
                        .or(this::unexpectedUrl)
                        .map(step -> failed(step, outcome))
                        .orElse(outcome));
    }

    /** A page that did not load is not where it should be for another reason. */
    private Optional<String> unexpectedUrl() {
        String shown = load.monitor().redirects().address();
        return load.probe()
                .pageLoadSettings()
                .expectedUrl()
                .filter(expected -> !expected.matches(shown))
                .map(expected -> LocalizedMessage.of(
                                "outcome.finalUrl.unexpected", UntrustedText.clean(shown, MAX_URL), expected.text())
                        .toString());
    }

    /** The cause of a failed step, such as a page crash, precedes the step. */
    private static Outcome failed(String step, Outcome outcome) {
        return outcome.isOk()
                ? new Outcome(OutcomeType.STEP_FAILED, step)
                : new Outcome(
                        outcome.kind(),
                        LocalizedMessage.of("outcome.step.afterFailure", outcome.detail(), step)
                                .toString());
    }

    /** The partial result, with an outcome that is already known. */
    SampleResult ended(Instant startedAt, Duration took, Outcome outcome) {
        return new SampleResult(
                startedAt,
                took,
                outcome,
                warnings(outcome),
                isMeasured() ? measurements() : Measurements.none(),
                absent(),
                facts(),
                List.of());
    }

    private List<AbsentMetric> absent() {
        return Stream.concat(
                        vitals.absent().stream()
                                .filter(one -> !one.metric().equals(Metric.INP)
                                        || worstInteraction().isEmpty())
                                .map(one -> load.coveringFrame()
                                        .map(frame -> frame.explain(one))
                                        .orElse(one)),
                        load.measuredSteps().absent().stream())
                .toList();
    }

    private Optional<Interaction> worstInteraction() {
        return load.monitor().worstInteraction();
    }

    /** Also true if a later navigation by the page itself failed. */
    private boolean isMeasured() {
        return document().filter(NetworkExchange::hasResponse).isPresent()
                || vitals.measurements().find(Metric.TTFB).isPresent();
    }

    private Optional<NetworkExchange> document() {
        return load.monitor().network().document();
    }

    private Measurements measurements() {
        List<Measurement> all = new ArrayList<>();
        vitals.measurements().forEach(all::add);
        all.addAll(load.monitor().network().measurements());
        all.addAll(load.monitor().events().console().measurements());
        load.measuredSteps().measurements().forEach(all::add);
        worstInteraction().ifPresent(one -> all.add(new Measurement(Metric.INP, one.millis())));
        connection().ifPresent(connection -> {
            connection.dns().ifPresent(span -> all.add(millis("DNS", span)));
            connection.connect().ifPresent(span -> all.add(millis("CONNECT", span)));
        });
        load.monitor().network().tlsMillis().ifPresent(millis -> all.add(new Measurement(Metric.of("TLS"), millis)));
        return Measurements.of(all);
    }

    private static Measurement millis(String metric, Duration span) {
        return new Measurement(Metric.of(metric), span.toNanos() / 1e6);
    }

    /** The connection of the page is the first one of the sample. */
    private Optional<ConnectionRecord> connection() {
        return proxySession.connections().stream().findFirst();
    }

    private Set<SampleWarning> warnings(Outcome outcome) {
        Set<SampleWarning> warnings = EnumSet.noneOf(SampleWarning.class);
        warnings.addAll(load.guard().warnings());
        if (outcome.isOk()
                && VITALS.stream()
                        .anyMatch(one -> vitals.measurements().find(one).isEmpty())) {
            warnings.add(SampleWarning.METRICS_MISSING);
        }
        if (vitals.contradictory()) {
            warnings.add(SampleWarning.METRICS_UNTRUSTED);
        }
        if (load.monitor().network().hasMixedContent()) {
            warnings.add(SampleWarning.MIXED_CONTENT);
        }
        if (load.monitor().network().isTruncated()
                || vitals.truncated()
                || load.monitor().events().console().isTruncated()) {
            warnings.add(SampleWarning.TRUNCATED);
        }
        if (proxySession.connections().stream()
                .anyMatch(one -> one.failure().equals(Optional.of(ConnectFailure.BLOCKED)))) {
            warnings.add(SampleWarning.BLOCKED_ADDRESS);
        }
        return warnings;
    }

    private PageDetails facts() {
        PageMonitor monitor = load.monitor();
        return new PageDetails(
                title(),
                UntrustedText.clean(monitor.redirects().documentUrl(), MAX_URL),
                vitals.lcp(),
                vitals.shifts(),
                worstInteraction(),
                vitals.longTasks(),
                monitor.network().facts(monitor.startOfFirstPage().devToolsSeconds()),
                monitor.events().console().lines(),
                load.measuredSteps().facts(),
                load.probe().target().url().href(),
                UntrustedText.clean(monitor.redirects().address(), MAX_URL),
                monitor.redirects().redirects());
    }

    /** Truncated in the browser: a title can be 10 MB. */
    private String title() {
        CollectorContext collector = load.collectorContext();
        if (!collector.exists()
                || load.isUnresponsive()
                || load.guard().hasCrashed()
                || load.guard().isClosed()
                || load.guard().isOutOfMemory()) {
            return "";
        }
        try {
            return collector
                    .evaluate("document.title.slice(0," + MAX_TITLE + ")")
                    .map(title -> UntrustedText.clean(title.getAsString(), MAX_TITLE))
                    .orElse("");
        } catch (PlaywrightException documentGone) {
            return "";
        }
    }
}
