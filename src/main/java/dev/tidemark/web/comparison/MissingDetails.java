package dev.tidemark.web.comparison;

import dev.tidemark.model.metric.DurationFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.storage.run.ExpiredDetails.Expiry;
import dev.tidemark.web.support.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains why the requests, elements or filmstrips of a comparison are missing: no longer retained, or never recorded. */
final class MissingDetails {

    private MissingDetails() {}

    static List<LocalizedMessage> of(ComparisonSide before, ComparisonSide after, TimeText times) {
        List<LocalizedMessage> texts = new ArrayList<>();
        add(texts, before, LocalizedMessage.of("compare.values.before"), times);
        add(texts, after, LocalizedMessage.of("compare.values.after"), times);
        return texts;
    }

    private static void add(List<LocalizedMessage> texts, ComparisonSide side, LocalizedMessage name, TimeText times) {
        Optional<Expiry> samples = side.expired().samples();
        if (samples.isPresent()) {
            texts.add(expired("compare.details.expired", "compare.details.expiredEarlier", name, samples.get(), times));
        } else if (!side.hasPages()) {
            texts.add(LocalizedMessage.of("compare.details.none", name));
        } else if (side.frames().isEmpty()) {
            side.expired()
                    .artifacts()
                    .ifPresent(one -> texts.add(expired(
                            "compare.details.artifacts", "compare.details.artifactsEarlier", name, one, times)));
        }
    }

    /** @param earlier the key of the text if the retention period was shorter before */
    private static LocalizedMessage expired(
            String key, String earlier, LocalizedMessage name, Expiry expiry, TimeText times) {
        String retained = DurationFormat.of(expiry.retained());
        return expiry.until().isAfter(times.now())
                ? LocalizedMessage.of(earlier, name, retained, expiry.setting())
                : LocalizedMessage.of(key, name, retained, expiry.setting(), times.brief(expiry.until()));
    }
}
