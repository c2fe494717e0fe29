package dev.tidemark.web.api;

import dev.tidemark.model.result.ClientRedirect;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A sample as JSON; {@code n} starts at 1. */
public record SampleDocument(
        int n,
        String outcome,
        String detail,
        List<String> warnings,
        boolean representative,
        Map<String, Double> measurements,
        Map<String, String> absent,
        List<StepDocument> steps,
        String title,
        String startUrl,
        String finalUrl,
        String displayedUrl,
        List<Redirect> clientRedirects,
        Lcp lcp,
        Cls cls,
        Inp inp,
        LongTaskDocument longestTask) {
    /**
     * A navigation by the page itself: {@code kind} is meta-refresh, refresh-header, script, form, reload or other; {@code at} is
     * in ms since the start; {@code step} is the number of the step during which it happened, null while the page was opened.
     */
    public record Redirect(String kind, String from, String to, double at, Integer step) {
        static Redirect of(ClientRedirect one) {
            return new Redirect(
                    one.kind().code(), one.from(), one.to(), one.atMillis(), one.step() == 0 ? null : one.step());
        }
    }

    /** The LCP element, its visible area in square CSS pixels, and the four subparts of LCP in ms. */
    public record Lcp(
            String selector,
            String url,
            double size,
            double ttfb,
            double loadDelay,
            double loadDuration,
            double renderDelay) {
        static Lcp of(LcpElement element) {
            return new Lcp(
                    SampleDocument.known(element.selector()),
                    element.url().orElse(null),
                    element.size(),
                    element.ttfbMillis(),
                    element.loadDelayMillis(),
                    element.loadDurationMillis(),
                    element.renderDelayMillis());
        }
    }

    /**
     * The largest layout shift in the top-level document (CLS does not include frames); {@code value} has no unit,
     * {@code at} is in ms.
     */
    public record Cls(Shift largestShift) {}

    public record Shift(String selector, double value, double at) {
        static Shift of(LayoutShift shift) {
            return new Shift(shift.selector().orElse(null), shift.value(), shift.atMillis());
        }
    }

    /** The slowest interaction: event type, element, and the three subparts of INP in ms. */
    public record Inp(String type, String selector, double inputDelay, double processing, double presentation) {
        static Inp of(Interaction worst) {
            return new Inp(
                    worst.type(),
                    SampleDocument.known(worst.selector()),
                    worst.inputDelayMillis(),
                    worst.processingMillis(),
                    worst.presentationMillis());
        }
    }

    /** The longest task of the main thread: start and duration in ms, and the script if the browser reports it. */
    public record LongTaskDocument(double at, double duration, String script) {
        static LongTaskDocument of(LongTask task) {
            return new LongTaskDocument(
                    task.startMillis(), task.durationMillis(), task.script().orElse(null));
        }
    }

    static List<SampleDocument> all(List<SampleResult> samples, OptionalInt representative) {
        return IntStream.range(0, samples.size())
                .mapToObj(i -> of(i + 1, samples.get(i), representative.orElse(-1) == i))
                .toList();
    }

    private static SampleDocument of(int n, SampleResult sample, boolean representative) {
        return new SampleDocument(
                n,
                sample.outcome().kind().name(),
                sample.outcome().detail(),
                sample.warnings().stream().map(SampleWarning::name).sorted().toList(),
                representative,
                RunDocument.values(sample.measurements()),
                RunDocument.reasons(sample.absent()),
                StepDocument.all(
                        sample.measurements(), sample.absent(), sample.page().steps()),
                sample.page().title(),
                known(sample.page().startUrl()),
                sample.page().finalUrl(),
                known(sample.page().displayedUrl()),
                sample.page().redirects().stream().map(Redirect::of).toList(),
                sample.lcp().map(Lcp::of).orElse(null),
                largestShift(sample.page().shifts()),
                sample.page().worstInteraction().map(Inp::of).orElse(null),
                longest(sample.page().longTasks()));
    }

    /** Null if there is nothing: a URL that an earlier version did not store, or an element that the browser does not expose. */
    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static LongTaskDocument longest(List<LongTask> tasks) {
        return tasks.stream()
                .max(Comparator.comparingDouble(LongTask::durationMillis))
                .map(LongTaskDocument::of)
                .orElse(null);
    }

    /** Shifts within 500 ms after an input are expected and do not count. */
    private static Cls largestShift(List<LayoutShift> shifts) {
        return shifts.stream()
                .filter(shift -> !shift.afterInput())
                .max(Comparator.comparingDouble(LayoutShift::value))
                .map(shift -> new Cls(Shift.of(shift)))
                .orElse(null);
    }
}
