package dev.tidemark.evidence;

import dev.tidemark.measurement.Absence;
import dev.tidemark.measurement.Measurements;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.ConsoleLine;
import dev.tidemark.observation.Interaction;
import dev.tidemark.observation.LayoutShift;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.Outcome;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
import dev.tidemark.observation.SampleResult;
import dev.tidemark.observation.StepFact;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A sample as it may be kept and shown: whatever text of the page or of the probe holds a secret is masked. */
public final class MaskedSample {

    private final Secrets secrets;

    private MaskedSample(Secrets secrets) {
        this.secrets = secrets;
    }

    public static SampleResult of(SampleResult sample, Secrets secrets) {
        return new MaskedSample(secrets).of(sample);
    }

    private SampleResult of(SampleResult sample) {
        return new SampleResult(
                sample.startedAt(),
                sample.took(),
                new Outcome(sample.outcome().kind(), mask(sample.outcome().detail())),
                sample.warnings(),
                told(sample.measurements()),
                absent(sample.absent()),
                of(sample.page()),
                sample.evidence());
    }

    private Measurements told(Measurements all) {
        return Measurements.of(
                all.stream().filter(one -> isNamedFreely(one.metric())).toList());
    }

    private List<Absence> absent(List<Absence> all) {
        return all.stream()
                .filter(one -> isNamedFreely(one.metric()))
                .map(one -> new Absence(one.metric(), mask(one.reason())))
                .toList();
    }

    /** The page names its marks: one that is called like a secret is not kept at all. */
    private boolean isNamedFreely(Metric metric) {
        return mask(metric.code()).equals(metric.code());
    }

    private PageFacts of(PageFacts page) {
        return new PageFacts(
                mask(page.title()),
                mask(page.finalUrl()),
                page.lcp().map(this::of),
                each(page.shifts(), this::of),
                page.worstInteraction().map(this::of),
                each(page.longTasks(), this::of),
                each(page.requests(), this::of),
                each(page.console(), one -> new ConsoleLine(one.level(), mask(one.text()), one.atMillis())),
                each(page.steps(), one -> new StepFact(mask(one.title()), one.startMillis(), one.endMillis())));
    }

    private LcpElement of(LcpElement one) {
        return new LcpElement(
                mask(one.selector()),
                mask(one.url()),
                one.size(),
                one.ttfbMillis(),
                one.loadDelayMillis(),
                one.loadDurationMillis(),
                one.renderDelayMillis());
    }

    private LayoutShift of(LayoutShift one) {
        return new LayoutShift(one.value(), one.atMillis(), mask(one.selector()), one.afterInput());
    }

    private Interaction of(Interaction one) {
        return new Interaction(
                one.type(),
                mask(one.selector()),
                one.inputDelayMillis(),
                one.processingMillis(),
                one.presentationMillis());
    }

    private LongTask of(LongTask one) {
        return new LongTask(one.startMillis(), one.durationMillis(), mask(one.script()));
    }

    private RequestFact of(RequestFact one) {
        return new RequestFact(
                mask(one.url()),
                one.method(),
                one.type(),
                one.status(),
                one.protocol(),
                one.thirdParty(),
                one.renderBlocking(),
                one.priority(),
                one.startMillis(),
                one.blockedMillis(),
                one.dnsMillis(),
                one.connectMillis(),
                one.tlsMillis(),
                one.sendMillis(),
                one.waitMillis(),
                one.receiveMillis(),
                one.endMillis(),
                one.transferBytes(),
                one.bodyBytes(),
                one.fromCache(),
                mask(one.initiator()),
                one.failure());
    }

    private Optional<String> mask(Optional<String> text) {
        return text.map(secrets::mask);
    }

    private String mask(String text) {
        return secrets.mask(text);
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> one) {
        return all.stream().map(one).toList();
    }
}
