package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.contrast.RequestChange.Kind;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.LongTask;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.observation.RequestFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ranks what likely moved LCP. Its four parts add up to it (https://web.dev/articles/optimize-lcp#lcp-breakdown), so the
 * part of the change that happened in each is its share; the requests and tasks say what stands behind it. What differs in
 * the conditions has no share: nobody can tell it from these two loads.
 */
final class LikelyCauses {

    private static final double SMALLEST_MILLIS = 20;
    private static final double MACHINE_THAT_MATTERS = 0.15;
    private static final int NAMED = 3;

    private final Load before;
    private final Load after;
    private final List<RequestChange> changes;
    private final List<Cause> causes = new ArrayList<>();

    private LikelyCauses(Load before, Load after, List<RequestChange> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    static List<Cause> of(Load before, Load after, List<RequestChange> changes) {
        LikelyCauses likely = new LikelyCauses(before, after, changes);
        likely.parts();
        likely.conditions();
        likely.causes.sort(Comparator.comparingDouble(one -> -one.share().orElse(-1)));
        return likely.causes;
    }

    private void parts() {
        Optional<LcpElement> was = before.page().lcp();
        Optional<LcpElement> is = after.page().lcp();
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        double all = total(is.get()) - total(was.get());
        part(was.get().ttfbMillis(), is.get().ttfbMillis(), all, "The server answered", serverDetail());
        part(was.get().loadDelayMillis(), is.get().loadDelayMillis(), all, "The image began to load", startDetail());
        part(was.get().loadDurationMillis(), is.get().loadDurationMillis(), all, "The image was there", imageDetail());
        part(was.get().renderDelayMillis(), is.get().renderDelayMillis(), all, "It was painted", paintDetail());
        if (!was.get().selector().equals(is.get().selector())) {
            causes.add(new Cause(
                    "Another element is the largest now",
                    was.get().selector() + " → " + is.get().selector(),
                    OptionalDouble.empty()));
        }
    }

    /** Only what went the way of the whole change explains it. */
    private void part(double was, double is, double all, String what, String detail) {
        double change = is - was;
        if (Math.abs(change) < SMALLEST_MILLIS || change * all <= 0) {
            return;
        }
        String size = ValueText.of(Metric.LCP, Math.abs(change));
        causes.add(new Cause(
                what + " " + size + (change > 0 ? " later" : " earlier"), detail, OptionalDouble.of(change / all)));
    }

    private String serverDetail() {
        return "Time to first byte, with connections and redirects before it.";
    }

    private String startDetail() {
        String blocking = named(Kind.NEWLY_BLOCKING);
        return blocking.isEmpty() ? "Between the first byte and the start of its load." : "Newly blocking: " + blocking;
    }

    private String imageDetail() {
        long grown = imageBytes(after.page()) - imageBytes(before.page());
        return Math.abs(grown) < 1_000
                ? "Its size did not change: the line was shared with others, or slower."
                : "Its size changed by " + ValueText.change(Metric.BYTES, grown) + ".";
    }

    private String paintDetail() {
        double busy = busy(after.page()) - busy(before.page());
        String blocking = named(Kind.NEWLY_BLOCKING);
        String tasks =
                busy >= SMALLEST_MILLIS ? "Long tasks before it grew by " + ValueText.of(Metric.LCP, busy) + ". " : "";
        return tasks
                + (blocking.isEmpty() ? "Between the end of its load and its paint." : "Newly blocking: " + blocking);
    }

    private void conditions() {
        if (!before.browser().equals(after.browser())) {
            unmeasured("Another browser measured", before.browser() + " → " + after.browser());
        }
        if (before.profile().isPresent()
                && after.profile().isPresent()
                && !before.profile().equals(after.profile())) {
            unmeasured(
                    "The profile is another: the numbers cannot be compared",
                    after.profile().get().name());
        }
        double speed = before.machine() > 0 && after.machine() > 0 ? after.machine() / before.machine() - 1 : 0;
        if (Math.abs(speed) >= MACHINE_THAT_MATTERS) {
            String how = Math.round(Math.abs(speed) * 100) + " % " + (speed < 0 ? "slower" : "faster");
            unmeasured("Our own machine was " + how, "By the benchmark taken right before each run.");
        }
    }

    private void unmeasured(String text, String detail) {
        causes.add(new Cause(text, detail, OptionalDouble.empty()));
    }

    private String named(Kind kind) {
        return changes.stream()
                .filter(one -> one.kind() == kind)
                .limit(NAMED)
                .map(one -> one.request().url())
                .collect(Collectors.joining(", "));
    }

    private static long imageBytes(PageFacts page) {
        return page.lcp().flatMap(LcpElement::url).stream()
                .flatMap(url -> page.requests().stream().filter(one -> one.url().equals(url)))
                .mapToLong(RequestFact::transferBytes)
                .max()
                .orElse(0);
    }

    private static double busy(PageFacts page) {
        double until = page.lcp().map(LikelyCauses::total).orElse(0.0);
        return page.longTasks().stream()
                .filter(task -> task.startMillis() < until)
                .mapToDouble(LongTask::durationMillis)
                .sum();
    }

    private static double total(LcpElement lcp) {
        return Stream.of(lcp.ttfbMillis(), lcp.loadDelayMillis(), lcp.loadDurationMillis(), lcp.renderDelayMillis())
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
