package dev.tidemark.story;

import dev.tidemark.chart.PartsBar;
import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the time of the largest contentful paint went, in the four parts of its definition. */
public record LcpStory(LcpElement element) {

    /** The parts as a bar. */
    public String getBar() {
        return bar().draw();
    }

    /** The same as a file on its own. */
    String file() {
        return bar().file();
    }

    private PartsBar bar() {
        return new PartsBar("Where the time of the LCP went", getParts());
    }

    /** A text has no load of its own: its two parts are left out. */
    public List<PartsBar.Part> getParts() {
        return Stream.of(
                        part("Waiting for the server", element.ttfbMillis(), 1),
                        part("Waiting until " + name() + " is asked for", element.loadDelayMillis(), 2),
                        part("Loading " + name(), element.loadDurationMillis(), 3),
                        part("Waiting to be painted", element.renderDelayMillis(), 4))
                .filter(part -> element.url().isPresent() || part.tone() == 1 || part.tone() == 4)
                .toList();
    }

    public String getSelector() {
        return element.selector();
    }

    /** The image's address; empty for a text. */
    public String getUrl() {
        return element.url().orElse("");
    }

    /** "; 62 % of it loading hero.jpg", of the longest part. */
    Optional<String> share() {
        double whole = getParts().stream().mapToDouble(PartsBar.Part::value).sum();
        return longest()
                .filter(part -> part.value() > 0)
                .map(part -> "; " + Math.round(100 * part.value() / whole) + " % of it " + lower(part.name()));
    }

    Optional<PartsBar.Part> longest() {
        return getParts().stream().max(Comparator.comparingDouble(PartsBar.Part::value));
    }

    private String name() {
        return element.url()
                .map(Waterfall::name)
                .filter(name -> name.length() <= 40)
                .orElse("the image");
    }

    /** Only the first letter: what follows may be the name of a file. */
    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static PartsBar.Part part(String name, double millis, int tone) {
        return new PartsBar.Part(name, millis, ValueText.of(Metric.LCP, millis), tone);
    }
}
