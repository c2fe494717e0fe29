package dev.tidemark.config.reader;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.config.document.MappingReader;
import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.model.probe.TagLimit;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.List;

/** Reads limits with {@code tags}. */
final class TagLimitReader {

    private final ValidationErrors errors;

    TagLimitReader(ValidationErrors errors) {
        this.errors = errors;
    }

    List<TagLimit> read(MappingReader bundle) {
        List<TagLimit> found = new ArrayList<>();
        for (DocumentNode node : bundle.items("budgets")) {
            if (node instanceof DocumentNode.Fields fields) {
                readOne(new MappingReader(fields, errors), found);
            } else {
                errors.add(node.place(), LocalizedMessage.of("validation.budget.notATaggedMapping"));
            }
        }
        return found;
    }

    private void readOne(MappingReader section, List<TagLimit> found) {
        boolean tagged = section.has("tags");
        List<String> tags = section.parsedItems("tags", LabelReader::tag);
        if (!tagged) {
            errors.add(section.place(), LocalizedMessage.of("validation.budget.noTags"));
        }
        List<Limit> limits = new LimitReader(errors).readOne(section);
        section.rejectUnknownKeys();
        if (tagged) {
            limits.forEach(limit -> errors.tryCreate(section.placeOf("tags"), () -> new TagLimit(tags, limit))
                    .ifPresent(found::add));
        }
    }
}
