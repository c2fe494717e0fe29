package dev.tidemark.web.dashboard;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.LocationName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A series that a chart can show for comparison: the probe at another location, or another probe of the same page with
 * a different profile.
 *
 * @param key value in the URL
 * @param color number of its color, 1 to 8
 */
record ComparisonSeries(String key, String name, Probe probe, LocationName location, int color) {

    private static final int MOST = 7;

    /** All series available for a probe at a location. */
    static List<ComparisonSeries> of(Probe probe, LocationName location, List<CatalogEntry> all) {
        List<ComparisonSeries> found = new ArrayList<>();
        for (LocationName other : probe.locations()) {
            if (!other.equals(location) && found.size() < MOST) {
                found.add(new ComparisonSeries("at:" + other, other.name(), probe, other, found.size() + 1));
            }
        }
        for (CatalogEntry entry : all) {
            Probe other = entry.probe();
            if (isSamePage(probe, other) && found.size() < MOST) {
                LocationName otherLocation = other.locations().contains(location)
                        ? location
                        : other.locations().get(0);
                found.add(new ComparisonSeries(
                        "of:" + other.id(), nameWithProfile(other), other, otherLocation, found.size() + 1));
            }
        }
        return found;
    }

    /** The series with the given keys. */
    static List<ComparisonSeries> selected(List<ComparisonSeries> all, List<String> keys) {
        return all.stream().filter(one -> keys.contains(one.key())).toList();
    }

    /** The space-separated keys in the URL; empty without it. */
    static List<String> keys(String with) {
        return with == null || with.isBlank() ? List.of() : List.of(with.strip().split("\\s+"));
    }

    /** The name of the main series, to distinguish it from the others. */
    static String nameOfMain(Probe probe, LocationName location) {
        return probe.locations().size() > 1 ? location.name() : nameWithProfile(probe);
    }

    private static String nameWithProfile(Probe probe) {
        return probe.name() + " (" + probe.profile().name() + ")";
    }

    /** A link that shows or hides a series. */
    public record SeriesToggle(String title, int color, String address, boolean shown) {}

    /**
     * The links for all series.
     *
     * @param on keys of the series that are shown
     * @param address returns the URL of the page with these series
     */
    static List<SeriesToggle> toggles(
            List<ComparisonSeries> all, List<String> on, Function<List<String>, String> address) {
        return all.stream()
                .map(one -> {
                    boolean shown = on.contains(one.key());
                    Stream<String> others = on.stream().filter(key -> !key.equals(one.key()));
                    List<String> then = (shown ? others : Stream.concat(others, Stream.of(one.key()))).toList();
                    return new SeriesToggle(one.name(), one.color(), address.apply(then), shown);
                })
                .toList();
    }

    private static boolean isSamePage(Probe probe, Probe other) {
        return !other.id().equals(probe.id())
                && other.target().url().href().equals(probe.target().url().href())
                && !other.profile().equals(probe.profile());
    }
}
