package dev.tidemark.reporting.chart;

import dev.tidemark.reporting.chart.TrendChart.QuartilePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/** Splits a line at gaps in the data. */
final class LineSegments {

    /** A distance of more than this many times the median distance is a gap in the data. */
    private static final double GAP = 2.5;

    record LineSegment(Instant from, Instant to) {}

    private LineSegments() {}

    /** The contiguous segments of the line. */
    static List<List<QuartilePoint>> of(List<QuartilePoint> line, Duration step) {
        double maxDistance = GAP * Math.max(step.toMillis(), medianDistance(line));
        List<List<QuartilePoint>> segments = new ArrayList<>();
        Instant last = null;
        for (QuartilePoint point : line) {
            if (last == null || Duration.between(last, point.at()).toMillis() > maxDistance) {
                segments.add(new ArrayList<>());
            }
            segments.get(segments.size() - 1).add(point);
            last = point.at();
        }
        return segments;
    }

    /** The periods in which the median violates a limit, from half a step before to half a step after. */
    static List<LineSegment> violations(List<QuartilePoint> line, DoublePredicate violates, Duration step) {
        List<LineSegment> segments = new ArrayList<>();
        Duration half = step.dividedBy(2);
        for (List<QuartilePoint> segment : of(line, step)) {
            Instant begin = null;
            for (QuartilePoint point : segment) {
                boolean over = violates.test(point.median());
                if (over && begin == null) {
                    begin = point.at().minus(half);
                } else if (!over && begin != null) {
                    segments.add(new LineSegment(begin, point.at().minus(half)));
                    begin = null;
                }
            }
            if (begin != null) {
                segments.add(new LineSegment(
                        begin, segment.get(segment.size() - 1).at().plus(half)));
            }
        }
        return segments;
    }

    private static double medianDistance(List<QuartilePoint> line) {
        List<Long> distances = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            distances.add(
                    Duration.between(line.get(i - 1).at(), line.get(i).at()).toMillis());
        }
        return distances.isEmpty() ? 0 : distances.stream().sorted().toList().get(distances.size() / 2);
    }
}
