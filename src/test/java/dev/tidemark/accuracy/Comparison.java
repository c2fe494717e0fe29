package dev.tidemark.accuracy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.SampleResult;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One load as measured by the collector and by the reference. */
record Comparison(String page, SampleResult ours, JsonObject theirs) {

    static Comparison of(String page, SampleResult ours, Optional<String> reference) {
        String said = reference.orElse("{}");
        return new Comparison(page, ours, JsonParser.parseString(said).getAsJsonObject());
    }

    OptionalDouble ours(Metric metric) {
        Optional<Measurement> one = ours.measurements().find(metric);
        return one.isPresent() ? OptionalDouble.of(one.get().value()) : OptionalDouble.empty();
    }

    OptionalDouble theirs(Metric metric) {
        return theirs.has(metric.code())
                ? OptionalDouble.of(theirs.get(metric.code()).getAsDouble())
                : OptionalDouble.empty();
    }

    /** Empty if one of the two has no value. */
    OptionalDouble difference(Metric metric) {
        OptionalDouble mine = ours(metric);
        OptionalDouble other = theirs(metric);
        return mine.isPresent() && other.isPresent()
                ? OptionalDouble.of(Math.abs(mine.getAsDouble() - other.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** If the page disabled the APIs of the reference, there is no value to compare with. */
    boolean agrees(Tolerance agreement) {
        OptionalDouble mine = ours(agreement.metric());
        OptionalDouble other = theirs(agreement.metric());
        return other.isEmpty() || mine.isPresent() && agreement.holds(mine.getAsDouble(), other.getAsDouble());
    }

    boolean sameElement() {
        return theirElement().isEmpty() || ourElement().equals(theirElement());
    }

    /** Descriptions of differences beyond the tolerance. */
    List<String> faults() {
        if (theirs.size() == 0) {
            return List.of(page + ": the reference said nothing");
        }
        Stream<String> values = Tolerance.ALL.stream()
                .filter(agreement -> !agrees(agreement))
                .map(Tolerance::metric)
                .map(metric -> page + ": " + metric + " is " + AccuracyTable.value(ours(metric))
                        + ", the reference says " + AccuracyTable.value(theirs(metric)));
        Stream<String> element = sameElement()
                ? Stream.of()
                : Stream.of(page + ": LCP element is \"" + ourElement() + "\", the reference says \"" + theirElement()
                        + "\"");
        return Stream.concat(values, element).toList();
    }

    private String ourElement() {
        return ours.lcp().map(LcpElement::selector).orElse("");
    }

    private String theirElement() {
        String encoded = theirs.has("target") ? theirs.get("target").getAsString() : "";
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
