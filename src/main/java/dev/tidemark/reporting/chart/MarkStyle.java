package dev.tidemark.reporting.chart;

import dev.tidemark.model.metric.Rating;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles of graphical elements: a class for the page's style sheet (light and dark), attributes for a standalone file. */
enum MarkStyle {
    GRID("c-grid", "stroke=#e3e8eb"),
    AXIS("c-axis", "fill=#55656f font-size=11 font-family=Inter,system-ui,sans-serif"),
    MEDIAN(
            "c-median",
            "fill=none stroke=#0b6e8f stroke-width=2 stroke-linejoin=round vector-effect=non-scaling-stroke"),
    BAND("c-band", "fill=#0b6e8f fill-opacity=0.13"),
    BUDGET("c-budget", "stroke=#7a4fd0 stroke-width=1.5 stroke-dasharray=5,4"),
    BUDGET_LABEL("c-budget-label", "fill=#5f35b5 font-size=11 font-family=Inter,system-ui,sans-serif"),
    BREACH("c-breach", "fill=#ff3333 fill-opacity=0.1"),
    BREACH_EDGE("c-breach-edge", "stroke=#d01b1b stroke-width=3"),
    MARKER("c-marker", "stroke=#7d8b94 stroke-width=1"),
    MARKER_LABEL("c-marker-label", "fill=#3d4c56 font-size=11 font-family=Inter,system-ui,sans-serif"),
    FAILED("c-failed", "fill=none stroke=#d01b1b stroke-width=2"),
    MONITOR_FAILED("c-monitor-failed", "fill=none stroke=#7d8b94 stroke-width=2 stroke-dasharray=3,2"),
    FAILED_LABEL("c-failed-label", "fill=#bd1414 font-size=11 font-family=Inter,system-ui,sans-serif"),
    INCIDENT("c-incident", "fill=#d01b1b"),
    MAINTENANCE("c-maintenance", "fill=#7d8b94 fill-opacity=0.16"),
    GOOD("c-good", "fill=#00cc66"),
    NEEDS_IMPROVEMENT("c-ni", "fill=#ffaa33"),
    POOR("c-poor", "fill=#ff3333"),
    PLAIN("c-plain", "fill=#6d8796"),
    DOT_GOOD(
            "c-dot c-dot-good",
            "fill=none stroke=#00b35a stroke-width=6 stroke-linecap=round vector-effect=non-scaling-stroke"),
    DOT_NEEDS_IMPROVEMENT(
            "c-dot c-dot-ni",
            "fill=none stroke=#f09a1a stroke-width=5.5 stroke-linecap=square vector-effect=non-scaling-stroke"),
    DOT_PLAIN(
            "c-dot c-dot-plain",
            "fill=none stroke=#6d8796 stroke-width=5 stroke-linecap=round vector-effect=non-scaling-stroke"),
    SPARK(
            "c-spark",
            "fill=none stroke=#0b6e8f stroke-width=1.5 stroke-linejoin=round vector-effect=non-scaling-stroke"),
    SPARK_AREA("c-spark-area", "fill=#0b6e8f fill-opacity=0.1");

    private final String attributes;

    MarkStyle(String cssClass, String presentation) {
        attributes = Stream.concat(Stream.of("class=" + cssClass), Arrays.stream(presentation.split(" ")))
                .map(pair -> " " + pair.replaceFirst("=", "=\"") + "\"")
                .collect(Collectors.joining());
    }

    /** The fill for a rating; a neutral colour without one. */
    static MarkStyle fill(Optional<Rating> rating) {
        return rating.map(one -> switch (one) {
                    case GOOD -> GOOD;
                    case NEEDS_IMPROVEMENT -> NEEDS_IMPROVEMENT;
                    case POOR -> POOR;
                })
                .orElse(PLAIN);
    }

    /** As XML attributes. */
    String attributes() {
        return attributes;
    }
}
