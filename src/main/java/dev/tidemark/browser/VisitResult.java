package dev.tidemark.browser;

import com.microsoft.playwright.PlaywrightException;
import dev.tidemark.gateway.ConnectionFact;
import dev.tidemark.gateway.FailureKind;
import dev.tidemark.gateway.Passage;
import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.HostileText;
import dev.tidemark.observation.Interaction;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.OutcomeKind;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.Warning;
import dev.tidemark.traffic.Exchange;
import dev.tidemark.vitals.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a sample's result of what a visit saw. */
final class VisitResult {

    private static final int LONGEST_URL = 4_000;
    private static final int LONGEST_TITLE = 300;
    private static final List<Metric> VITALS = List.of(Metric.FCP, Metric.LCP, Metric.CLS, Metric.TTFB);

    private final Visit visit;
    private final Passage passage;
    private final Observed observed;

    VisitResult(Visit visit, Passage passage) {
        this.visit = visit;
        this.passage = passage;
        this.observed = visit.watch().observed();
    }

    SampleResult of(Instant startedAt, Duration took) {
        Ending ending = new VisitEnding(visit, passage, observed).ending();
        Outcome seen = OutcomeClassifier.classify(ending);
        return ended(
                startedAt,
                took,
                visit.failedStep().map(step -> failed(step, seen)).orElse(seen));
    }

    /** What kept the step from being done, such as a page that crashed, goes before the step. */
    private static Outcome failed(String step, Outcome seen) {
        return seen.isOk()
                ? new Outcome(OutcomeKind.STEP_FAILED, step)
                : new Outcome(seen.kind(), seen.detail() + "; " + step);
    }

    /** What was seen until then, with an outcome that is known already. */
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

    private List<Absence> absent() {
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

    /** Also when what the page itself then navigated to did not come. */
    private boolean isMeasured() {
        return document().filter(Exchange::isAnswered).isPresent()
                || observed.measurements().find(Metric.TTFB).isPresent();
    }

    private Optional<Exchange> document() {
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

    /** The page's own connection is the first that its sample asked for. */
    private Optional<ConnectionFact> connection() {
        return passage.connections().stream().findFirst();
    }

    private Set<Warning> warnings(Outcome outcome) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(visit.guard().warnings());
        if (outcome.isOk()
                && VITALS.stream()
                        .anyMatch(one -> observed.measurements().find(one).isEmpty())) {
            warnings.add(Warning.METRICS_MISSING);
        }
        if (observed.contradictory()) {
            warnings.add(Warning.METRICS_UNTRUSTED);
        }
        if (visit.watch().network().hasMixedContent()) {
            warnings.add(Warning.MIXED_CONTENT);
        }
        if (visit.watch().network().isTruncated()
                || observed.truncated()
                || visit.watch().hearing().console().isTruncated()) {
            warnings.add(Warning.TRUNCATED);
        }
        if (passage.connections().stream().anyMatch(one -> one.failure().equals(Optional.of(FailureKind.BLOCKED)))) {
            warnings.add(Warning.BLOCKED_ADDRESS);
        }
        return warnings;
    }

    private PageFacts facts() {
        PageWatch watch = visit.watch();
        return new PageFacts(
                title(),
                HostileText.clean(watch.finalUrl(), LONGEST_URL),
                observed.lcp(),
                observed.shifts(),
                worstInteraction(),
                observed.longTasks(),
                watch.network().facts(watch.start().devToolsSeconds()),
                watch.hearing().console().lines(),
                visit.measuredSteps().facts());
    }

    /** Cut where it is read: a title can be 10 MB. */
    private String title() {
        CollectorWorld world = visit.world();
        if (!world.isThere()
                || visit.isStuck()
                || visit.guard().hasCrashed()
                || visit.guard().isClosed()
                || visit.guard().isOutOfMemory()) {
            return "";
        }
        try {
            return world.ask("document.title.slice(0," + LONGEST_TITLE + ")")
                    .map(title -> HostileText.clean(title.getAsString(), LONGEST_TITLE))
                    .orElse("");
        } catch (PlaywrightException worldIsGone) {
            return "";
        }
    }
}
