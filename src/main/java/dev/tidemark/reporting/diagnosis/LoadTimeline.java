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

/** One load from navigation start to its end: what could be seen when, and what happened. */
record LoadTimeline(Measurements measured, PageDetails facts) {

    private static final int CELLS = 12;
    private static final int MOST_SHIFTS = 4;
    private static final double WORTH_A_FLAG = 0.001;
    private static final double MARGIN = 1.04;

    /** Where the axis ends, in ms: behind the last request and the last moment. */
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
        double moved = flagged().mapToDouble(LayoutShift::atMillis).max().orElse(0);
        return Math.max(moved, Math.max(last, latest)) * MARGIN;
    }

    /** Paints, shifts, the load event as flags, long tasks as blocks; empty when nothing was measured. */
    Optional<TimelineChart> strip() {
        List<TimelineChart.Moment> moments = Stream.concat(moments(), shifts()).toList();
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        List<TimelineChart.TaskBlock> tasks = facts.longTasks().stream()
                .map(task -> new TimelineChart.TaskBlock(task.startMillis(), task.durationMillis()))
                .toList();
        return Optional.of(new TimelineChart(spoken(moments, tasks.size()), moments, tasks, end()));
    }

    /** The film in cells of the same length, so that its marks can stand under it; empty without frames. */
    List<FilmstripCell> film(RunId run, int sample, List<FilmstripFrame> frames) {
        String base = "/api/v1/runs/" + run + "/samples/" + sample + "/filmstrip/";
        return stretches(frames).stream()
                .map(one -> new FilmstripCell(
                        one.shown().map(frame -> base + frame.n()).orElse(""), until(one), one.changed()))
                .toList();
    }

    /** The same as one drawing; empty without frames. @param pictures of frames that are still kept */
    Optional<FilmstripChart> filmstrip(
            List<FilmstripFrame> frames, Function<FilmstripFrame, Optional<FilmstripChart.Shot>> pictures) {
        List<FilmstripChart.FilmstripColumn> cells = stretches(frames).stream()
                .map(one ->
                        new FilmstripChart.FilmstripColumn(one.shown().flatMap(pictures), until(one), one.changed()))
                .toList();
        return Optional.of(cells)
                .filter(some -> !some.isEmpty())
                .map(some -> new FilmstripChart(LocalizedMessage.of("run.timeline.filmstrip"), some));
    }

    /** An equal part of the load. @param shown what could be seen at its end */
    private record FrameSpan(Optional<FilmstripFrame> shown, double endMillis, boolean changed) {}

    private List<FrameSpan> stretches(List<FilmstripFrame> frames) {
        if (frames.isEmpty()) {
            return List.of();
        }
        double length = end() / CELLS;
        return IntStream.rangeClosed(1, CELLS)
                .mapToObj(cell -> stretch(frames, (cell - 1) * length, cell * length))
                .toList();
    }

    private static FrameSpan stretch(List<FilmstripFrame> frames, double from, double to) {
        Optional<FilmstripFrame> shown =
                frames.stream().filter(frame -> frame.atMillis() <= to).reduce((earlier, later) -> later);
        return new FrameSpan(
                shown, to, shown.filter(frame -> frame.atMillis() > from).isPresent());
    }

    private static String until(FrameSpan stretch) {
        return MetricFormat.of(Metric.LCP, stretch.endMillis());
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
                .filter(shift -> shift.value() >= WORTH_A_FLAG)
                .sorted(Comparator.comparingDouble(LayoutShift::value).reversed())
                .limit(MOST_SHIFTS);
    }

    private static LocalizedMessage spoken(List<TimelineChart.Moment> moments, int tasks) {
        return LocalizedMessage.of(
                "run.timeline.strip",
                LocalizedMessage.listed(
                        moments.stream().map(TimelineChart.Moment::label).toList()),
                tasks);
    }
}
