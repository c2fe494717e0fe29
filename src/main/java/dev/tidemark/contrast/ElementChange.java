package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.LcpElement;
import dev.tidemark.observation.PageFacts;
import dev.tidemark.wording.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** An element that is the largest one, or shifts, on one side otherwise than on the other. */
public record ElementChange(Said what, String before, String after) {

    private static final double SHIFT_THAT_MATTERS = 0.002;
    private static final int MOST_SHIFTS = 8;
    private static final String NOTHING = "–";

    static List<ElementChange> between(Load before, Load after) {
        List<ElementChange> changes = new ArrayList<>();
        String was = largest(before.page());
        String is = largest(after.page());
        if (!AddressShape.folded(was).equals(AddressShape.folded(is))) {
            changes.add(new ElementChange(Said.of("elements.the_largest_element"), was, is));
        }
        String wasImage = image(before.page());
        String isImage = image(after.page());
        if (!AddressShape.of(wasImage).equals(AddressShape.of(isImage))) {
            changes.add(new ElementChange(Said.of("elements.its_image"), wasImage, isImage));
        }
        changes.addAll(shifts(before.pages(), after.pages()));
        return changes;
    }

    private static List<ElementChange> shifts(List<PageFacts> before, List<PageFacts> after) {
        Map<String, Double> was = mean(before);
        Map<String, Double> is = mean(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> Math.abs(moved(name, was, is)) >= SHIFT_THAT_MATTERS)
                .sorted(Comparator.comparingDouble(name -> -Math.abs(moved(name, was, is))))
                .limit(MOST_SHIFTS)
                .map(name -> new ElementChange(
                        Said.of("elements.shift_of", WorkCauses.elementName(name)),
                        score(was.get(name)),
                        score(is.get(name))))
                .toList();
    }

    private static double moved(String name, Map<String, Double> was, Map<String, Double> is) {
        return is.getOrDefault(name, 0.0) - was.getOrDefault(name, 0.0);
    }

    private static Map<String, Double> mean(List<PageFacts> pages) {
        Map<String, Double> sums = new HashMap<>();
        pages.forEach(page -> WorkCauses.shiftsByElement(page)
                .forEach((name, value) -> sums.merge(name, value / pages.size(), Double::sum)));
        return sums;
    }

    private static String score(Double value) {
        return value == null ? NOTHING : ValueText.of(Metric.CLS, value);
    }

    private static String largest(PageFacts page) {
        return page.lcp().map(LcpElement::selector).orElse(NOTHING);
    }

    private static String image(PageFacts page) {
        return page.lcp().flatMap(LcpElement::url).orElse(NOTHING);
    }
}
