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

    private static final int LONGEST_URL = 4_000;
    private static final int LONGEST_TITLE = 300;
    private static final List<Metric> VITALS = List.of(Metric.FCP, Metric.LCP, Metric.CLS, Metric.TTFB);

    private final PageLoad visit;
    private final ProxySession passage;
    private final PageVitals observed;

    PageLoadResult(PageLoad visit, ProxySession passage) {
        this.visit = visit;
        this.passage = passage;
        this.observed = visit.watch().observed();
    }

    SampleResult of(Instant startedAt, Duration took) {
        SampleEnd ending = new PageLoadEnd(visit, passage, observed).ending();
        Outcome seen = OutcomeClassifier.classify(ending);
        return ended(
                startedAt,
                took,
                visit.failedStep().map(step -> failed(step, seen)).orElse(seen));
    }

    /** The cause of a failed step, such as a page crash, precedes the step. */
    private static Outcome failed(String step, Outcome seen) {
        return seen.isOk()
                ? new Outcome(OutcomeType.STEP_FAILED, step)
                : new Outcome(
                        seen.kind(),
                        LocalizedMessage.of("outcome.step.afterFailure", seen.detail(), step)
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
                        observed.absent().stream()
                                .filter(one -> !one.metric().equals(Metric.INP)
                                        || worstInteraction().isEmpty()),
                        visit.measuredSteps().absent().stream())
                .toList();
    }

    private Optional<Interaction> worstInteraction() {
        return visit.watch().worstInteraction();
    }

    /** Also true if a later navigation by the page itself failed. */
    private boolean isMeasured() {
        return document().filter(NetworkExchange::isAnswered).isPresent()
                || observed.measurements().find(Metric.TTFB).isPresent();
    }

    private Optional<NetworkExchange> document() {
        return visit.watch().network().document();
    }

    private Measurements measurements() {
        List<Measurement> all = new ArrayList<>();
        observed.measurements().forEach(all::add);
        all.addAll(visit.watch().network().measurements());
        all.addAll(visit.watch().hearing().console().measurements());
        visit.measuredSteps().measurements().forEach(all::add);
        worstInteraction().ifPresent(one -> all.add(new Measurement(Metric.INP, one.millis())));
        connection().ifPresent(fact -> {
            fact.dns().ifPresent(span -> all.add(millis("DNS", span)));
            fact.connect().ifPresent(span -> all.add(millis("CONNECT", span)));
        });
        visit.watch().network().tlsMillis().ifPresent(millis -> all.add(new Measurement(Metric.of("TLS"), millis)));
        return Measurements.of(all);
    }

    private static Measurement millis(String metric, Duration span) {
        return new Measurement(Metric.of(metric), span.toNanos() / 1e6);
    }

    /** The connection of the page is the first one of the sample. */
    private Optional<ConnectionRecord> connection() {
        return passage.connections().stream().findFirst();
    }

    private Set<SampleWarning> warnings(Outcome outcome) {
        Set<SampleWarning> warnings = EnumSet.noneOf(SampleWarning.class);
        warnings.addAll(visit.guard().warnings());
        if (outcome.isOk()
                && VITALS.stream()
                        .anyMatch(one -> observed.measurements().find(one).isEmpty())) {
            warnings.add(SampleWarning.METRICS_MISSING);
        }
        if (observed.contradictory()) {
            warnings.add(SampleWarning.METRICS_UNTRUSTED);
        }
        if (visit.watch().network().hasMixedContent()) {
            warnings.add(SampleWarning.MIXED_CONTENT);
        }
        if (visit.watch().network().isTruncated()
                || observed.truncated()
                || visit.watch().hearing().console().isTruncated()) {
            warnings.add(SampleWarning.TRUNCATED);
        }
        if (passage.connections().stream().anyMatch(one -> one.failure().equals(Optional.of(ConnectFailure.BLOCKED)))) {
            warnings.add(SampleWarning.BLOCKED_ADDRESS);
        }
        return warnings;
    }

    private PageDetails facts() {
        PageMonitor watch = visit.watch();
        return new PageDetails(
                title(),
                UntrustedText.clean(watch.finalUrl(), LONGEST_URL),
                observed.lcp(),
                observed.shifts(),
                worstInteraction(),
                observed.longTasks(),
                watch.network().facts(watch.start().devToolsSeconds()),
                watch.hearing().console().lines(),
                visit.measuredSteps().facts());
    }

    /** Truncated in the browser: a title can be 10 MB. */
    private String title() {
        CollectorContext world = visit.world();
        if (!world.isThere()
                || visit.isStuck()
                || visit.guard().hasCrashed()
                || visit.guard().isClosed()
                || visit.guard().isOutOfMemory()) {
            return "";
        }
        try {
            return world.ask("document.title.slice(0," + LONGEST_TITLE + ")")
                    .map(title -> UntrustedText.clean(title.getAsString(), LONGEST_TITLE))
                    .orElse("");
        } catch (PlaywrightException worldIsGone) {
            return "";
        }
    }
}
