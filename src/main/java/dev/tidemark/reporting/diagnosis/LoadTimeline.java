package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Measurements;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LayoutShift;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RunId;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.chart.FilmstripChart;
import dev.tidemark.reporting.chart.TimelineChart;
import dev.tidemark.storage.run.FilmstripFrame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The timeline of a page load, from navigation start: filmstrip, paints, layout shifts and long tasks. */
record LoadTimeline(Measurements measured, PageDetails facts) {

    private static final int CELLS = 12;
    private static final int MAX_SHIFTS = 4;
    private static final double MIN_SHIFT = 0.001;
    private static final double MARGIN = 1.04;

    /** The end of the axis, in ms: after the last request and the last event. */
    double end() {
        double last = facts.requests().stream()
                .mapToDouble(request -> request.endMillis())
                .max()
                .orElse(0);
        double latest = Stream.of(Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> measured.find(metric).stream())
                .mapToDouble(Measurement::value)
                .max()
                .orElse(1_000);
        double lastShift = flagged().mapToDouble(LayoutShift::atMillis).max().orElse(0);
        return Math.max(lastShift, Math.max(last, latest)) * MARGIN;
    }

    /** Paints, layout shifts and the load event as flags, long tasks as blocks; empty without measurements. */
    Optional<TimelineChart> chart() {
        List<TimelineChart.Moment> moments = Stream.concat(moments(), shifts()).toList();
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        List<TimelineChart.TaskBlock> tasks = facts.longTasks().stream()
                .map(task -> new TimelineChart.TaskBlock(task.startMillis(), task.durationMillis()))
                .toList();
        return Optional.of(new TimelineChart(description(moments, tasks.size()), moments, tasks, end()));
    }

    /** The filmstrip in cells of equal duration, on the axis of the chart; empty without frames. */
    List<FilmstripCell> cells(RunId run, int sample, List<FilmstripFrame> frames) {
        String base = "/api/v1/runs/" + run + "/samples/" + sample + "/filmstrip/";
        return spans(frames).stream()
                .map(one -> new FilmstripCell(
                        one.shown().map(frame -> base + frame.n()).orElse(""), until(one), one.changed()))
                .toList();
    }

    /** The same as one drawing; empty without frames. @param imageOf the stored image of a frame */
    Optional<FilmstripChart> filmstrip(
            List<FilmstripFrame> frames, Function<FilmstripFrame, Optional<FilmstripChart.Shot>> imageOf) {
        List<FilmstripChart.FilmstripColumn> cells = spans(frames).stream()
                .map(one -> new FilmstripChart.FilmstripColumn(one.shown().flatMap(imageOf), until(one), one.changed()))
                .toList();
        return Optional.of(cells)
                .filter(columns -> !columns.isEmpty())
                .map(columns -> new FilmstripChart(LocalizedMessage.of("run.timeline.filmstrip"), columns));
    }

    /** An interval of the load. @param shown the frame visible at its end */
    private record FrameSpan(Optional<FilmstripFrame> shown, double endMillis, boolean changed) {}

    private List<FrameSpan> spans(List<FilmstripFrame> frames) {
        if (frames.isEmpty()) {
            return List.of();
        }
        double length = end() / CELLS;
        return IntStream.rangeClosed(1, CELLS)
                .mapToObj(cell -> span(frames, (cell - 1) * length, cell * length))
                .toList();
    }

    private static FrameSpan span(List<FilmstripFrame> frames, double from, double to) {
        Optional<FilmstripFrame> shown =
                frames.stream().filter(frame -> frame.atMillis() <= to).reduce((earlier, later) -> later);
        return new FrameSpan(
                shown, to, shown.filter(frame -> frame.atMillis() > from).isPresent());
    }

    private static String until(FrameSpan span) {
        return MetricFormat.of(Metric.LCP, span.endMillis());
    }

    private Stream<TimelineChart.Moment> moments() {
        return Stream.of(Metric.TTFB, Metric.FCP, Metric.LCP, Metric.TTI, Metric.LOAD)
                .flatMap(metric -> measured.find(metric).stream())
                .map(one -> new TimelineChart.Moment(
                        LocalizedMessage.of(
                                "chart.timeline.metric",
                                one.metric().equals(Metric.LOAD)
                                        ? LocalizedMessage.verbatim("LOAD")
                                        : one.metric().shortName(),
                                MetricFormat.of(one.metric(), one.value())),
                        one.metric().equals(Metric.LOAD) ? "load" : "paint",
                        one.value()));
    }

    private Stream<TimelineChart.Moment> shifts() {
        return flagged()
                .map(shift -> new TimelineChart.Moment(
                        LocalizedMessage.of("run.timeline.shift", MetricFormat.of(Metric.CLS, shift.value())),
                        "shift",
                        shift.atMillis()));
    }

    private Stream<LayoutShift> flagged() {
        return facts.shifts().stream()
                .filter(shift -> shift.value() >= MIN_SHIFT)
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(MAX_SHIFTS);
    }

    private static LocalizedMessage description(List<TimelineChart.Moment> moments, int tasks) {
        return LocalizedMessage.of(
                "run.timeline.strip",
                LocalizedMessage.list(
                        moments.stream().map(TimelineChart.Moment::label).toList()),
                tasks);
    }
}
