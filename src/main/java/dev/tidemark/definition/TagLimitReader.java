package dev.tidemark.definition;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Node;
import dev.tidemark.document.Section;
import dev.tidemark.probe.Limit;
import dev.tidemark.probe.TagLimit;
import java.util.ArrayList;
import java.util.List;

/** Reads limits that hold by tag: those of a probe, with {@code tags} in each. */
final class TagLimitReader {

    private final Faults faults;

    TagLimitReader(Faults faults) {
        this.faults = faults;
    }

    List<TagLimit> read(Section bundle) {
        List<TagLimit> found = new ArrayList<>();
        for (Node node : bundle.items("budgets")) {
            if (node instanceof Node.Fields fields) {
                one(new Section(fields, faults), found);
            } else {
                faults.add(node.place(), "a budget is a group of keys such as {tags: [shop], metric: LCP, max: 2500}");
            }
        }
        return found;
    }

    private void one(Section section, List<TagLimit> found) {
        boolean tagged = section.has("tags");
        List<String> tags = section.each("tags", Labels::tag);
        if (!tagged) {
            faults.add(section.place(), "budget has no tags; write such as tags: [shop], or [\"*\"] for every probe");
        }
        List<Limit> limits = new LimitReader(faults).one(section);
        section.end();
        if (tagged) {
            limits.forEach(limit -> faults.attempt(section.placeOf("tags"), () -> new TagLimit(tags, limit))
                    .ifPresent(found::add));
        }
    }
}
