package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Causes of changes of page weight: bytes by request, requests by owner of the host. */
record PageWeightCauses(DiffInput input) {

    List<Contribution> bytes() {
        Set<String> keys = new LinkedHashSet<>(input.requestsAfter().keySet());
        keys.addAll(input.requestsBefore().keySet());
        return keys.stream().flatMap(key -> change(key).stream()).toList();
    }

    private Optional<Contribution> change(String request) {
        AlignedRequest was = input.requestsBefore().get(request);
        AlignedRequest is = input.requestsAfter().get(request);
        double change = weight(is) - weight(was);
        String url = (is == null ? was : is).url();
        String size = MetricFormat.of(Metric.BYTES, Math.abs(change));
        String key = was == null
                ? "cause.resource.new"
                : is == null ? "cause.resource.removed" : change > 0 ? "cause.resource.grew" : "cause.resource.shrank";
        return change == 0
                ? Optional.empty()
                : Optional.of(new Contribution(
                        LocalizedMessage.of(key, UrlNames.ofFile(url), size), LocalizedMessage.verbatim(url), change));
    }

    private static double weight(AlignedRequest one) {
        return one == null ? 0 : one.bytes() * one.share();
    }

    List<Contribution> requests() {
        return ThirdPartyEntity.all(input.before(), input.after()).stream()
                .map(entity -> new Contribution(
                        LocalizedMessage.of(
                                "cause.resource.requestCount",
                                entity.owner(),
                                Math.abs(entity.requestsAfter() - entity.requestsBefore()),
                                entity.requestsAfter() > entity.requestsBefore() ? 1 : 0),
                        LocalizedMessage.verbatim(String.join(", ", entity.hosts())),
                        entity.requestsAfter() - entity.requestsBefore()))
                .filter(one -> one.change() != 0)
                .toList();
    }
}
