package dev.tidemark.prober.artifact;

import dev.tidemark.model.metric.AbsentMetric;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.ConsoleMessage;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A sample with secrets masked in every text of the page or probe, safe to be stored and displayed. */
public final class MaskedSample {

    private final ProbeSecrets secrets;

    private MaskedSample(ProbeSecrets secrets) {
        this.secrets = secrets;
    }

    public static SampleResult of(SampleResult sample, ProbeSecrets secrets) {
        return new MaskedSample(secrets).of(sample);
    }

    private SampleResult of(SampleResult sample) {
        return new SampleResult(
                sample.startedAt(),
                sample.duration(),
                new Outcome(sample.outcome().kind(), mask(sample.outcome().detail())),
                sample.warnings(),
                userTimings(sample.measurements()),
                absent(sample.absent()),
                of(sample.page()),
                sample.artifacts());
    }

    private Measurements userTimings(Measurements all) {
        return Measurements.of(
                all.stream().filter(one -> isNamedByPage(one.metric())).toList());
    }

    private List<AbsentMetric> absent(List<AbsentMetric> all) {
        return all.stream()
                .filter(one -> isNamedByPage(one.metric()))
                .map(one -> new AbsentMetric(one.metric(), mask(one.reason())))
                .toList();
    }

    /** User timing marks are named by the page: a mark whose name contains a secret is discarded. */
    private boolean isNamedByPage(Metric metric) {
        return mask(metric.code()).equals(metric.code());
    }

    private PageDetails of(PageDetails page) {
        return new PageDetails(
                mask(page.title()),
                mask(page.finalUrl()),
                page.lcp().map(this::of),
                each(page.shifts(), this::of),
                page.worstInteraction().map(this::of),
                each(page.longTasks(), this::of),
                each(page.requests(), this::of),
                each(page.console(), one -> new ConsoleMessage(one.level(), mask(one.text()), one.atMillis())),
                each(page.steps(), one -> new StepResult(mask(one.title()), one.startMillis(), one.endMillis())),
                mask(page.startUrl()),
                mask(page.displayedUrl()),
                each(
                        page.redirects(),
                        one -> new ClientRedirect(
                                one.kind(), mask(one.from()), mask(one.to()), one.atMillis(), one.step())));
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

    private RequestRecord of(RequestRecord one) {
        return new RequestRecord(
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
