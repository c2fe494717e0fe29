package dev.tidemark.standing;

import dev.tidemark.trend.Series;
import dev.tidemark.trend.Sparkline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The way of the LCP at every place. */
record Courses(Instant now, Map<Place, List<Series.SeriesPoint>> points) {

    /** @param before oldest first; {@code after} goes on where it ends */
    static Courses of(Instant now, List<Sparkline> before, List<Sparkline> after) {
        Map<Place, List<Series.SeriesPoint>> all = new HashMap<>();
        Stream.concat(before.stream(), after.stream()).forEach(line -> all.computeIfAbsent(
                        new Place(line.probe(), line.location()), place -> new ArrayList<>())
                .addAll(line.points()));
        return new Courses(now, all);
    }

    Course at(Place place) {
        return new Course(points.getOrDefault(place, List.of()), now);
    }
}
