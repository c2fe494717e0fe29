package dev.tidemark.bench.pages;

import dev.tidemark.model.metric.Statistic;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lighthouse result of a page: scores from 0 to 100, times in ms, transfer sizes in bytes. */
record LighthouseResult(Map<String, Double> values) {

    static LighthouseResult of(JsonObject report) {
        Map<String, Double> values = new TreeMap<>();
        for (String category : List.of("performance", "accessibility", "best-practices")) {
            values.put(
                    category,
                    100
                            * report.getJsonObject("categories")
                                    .getJsonObject(category)
                                    .getJsonNumber("score")
                                    .doubleValue());
        }
        values.put("FCP", number(report, "first-contentful-paint"));
        values.put("LCP", number(report, "largest-contentful-paint"));
        values.put("CLS", number(report, "cumulative-layout-shift"));
        values.put("TBT", number(report, "total-blocking-time"));
        values.put("script", bytes(report, "Script"));
        values.put("all", bytes(report, ""));
        return new LighthouseResult(values);
    }

    static LighthouseResult median(List<LighthouseResult> looks) {
        Map<String, Double> medians = new TreeMap<>();
        looks.get(0)
                .values()
                .keySet()
                .forEach(name -> medians.put(
                        name,
                        Statistic.MEDIAN.of(looks.stream()
                                .mapToDouble(look -> look.values().get(name))
                                .toArray())));
        return new LighthouseResult(medians);
    }

    private static double number(JsonObject report, String audit) {
        return report.getJsonObject("audits")
                .getJsonObject(audit)
                .getJsonNumber("numericValue")
                .doubleValue();
    }

    /** Recorded screenshots are content, not part of the page. */
    private static double bytes(JsonObject report, String type) {
        return report
                .getJsonObject("audits")
                .getJsonObject("network-requests")
                .getJsonObject("details")
                .getJsonArray("items")
                .stream()
                .map(one -> one.asJsonObject())
                .filter(one -> type.isEmpty() || type.equals(one.getString("resourceType", "")))
                .filter(one -> !(one.getString("resourceType", "").equals("Image")
                        && one.getString("url").contains("/api/")))
                .mapToDouble(one -> one.getJsonNumber("transferSize").doubleValue())
                .sum();
    }
}
