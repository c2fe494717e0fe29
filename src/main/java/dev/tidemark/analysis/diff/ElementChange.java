package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.LcpElement;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A difference in elements: another LCP element, or another layout shift of an element. */
public record ElementChange(LocalizedMessage description, String before, String after) {

    private static final double MIN_SHIFT_CHANGE = 0.002;
    private static final int MAX_SHIFTS = 8;
    private static final String NOTHING = "–";

    static List<ElementChange> between(DiffSide before, DiffSide after) {
        List<ElementChange> changes = new ArrayList<>();
        String was = largest(before.page());
        String is = largest(after.page());
        if (!UrlPattern.withoutIds(was).equals(UrlPattern.withoutIds(is))) {
            changes.add(new ElementChange(LocalizedMessage.of("compare.elements.lcp"), was, is));
        }
        String wasImage = image(before.page());
        String isImage = image(after.page());
        if (!UrlPattern.of(wasImage).equals(UrlPattern.of(isImage))) {
            changes.add(new ElementChange(LocalizedMessage.of("compare.elements.lcpImage"), wasImage, isImage));
        }
        changes.addAll(shifts(before.pages(), after.pages()));
        return changes;
    }

    private static List<ElementChange> shifts(List<PageDetails> before, List<PageDetails> after) {
        Map<String, Double> was = mean(before);
        Map<String, Double> is = mean(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> Math.abs(change(name, was, is)) >= MIN_SHIFT_CHANGE)
                .sorted(Comparator.comparingDouble(name -> -Math.abs(change(name, was, is))))
                .limit(MAX_SHIFTS)
                .map(name -> new ElementChange(
                        LocalizedMessage.of("compare.elements.shift", MainThreadCauses.elementName(name)),
                        score(was.get(name)),
                        score(is.get(name))))
                .toList();
    }

    private static double change(String name, Map<String, Double> was, Map<String, Double> is) {
        return is.getOrDefault(name, 0.0) - was.getOrDefault(name, 0.0);
    }

    private static Map<String, Double> mean(List<PageDetails> pages) {
        Map<String, Double> sums = new HashMap<>();
        pages.forEach(page -> MainThreadCauses.shiftsByElement(page)
                .forEach((name, value) -> sums.merge(name, value / pages.size(), Double::sum)));
        return sums;
    }

    private static String score(Double value) {
        return value == null ? NOTHING : MetricFormat.of(Metric.CLS, value);
    }

    private static String largest(PageDetails page) {
        return page.lcp().map(LcpElement::selector).orElse(NOTHING);
    }

    private static String image(PageDetails page) {
        return page.lcp().flatMap(LcpElement::url).orElse(NOTHING);
    }
}
