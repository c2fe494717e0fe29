package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What made a page heavier or lighter: bytes by request, requests by who answers them. */
record WeightCauses(SidePair pair) {

    List<Contribution> bytes() {
        Set<String> keys = new LinkedHashSet<>(pair.requestsAfter().keySet());
        keys.addAll(pair.requestsBefore().keySet());
        return keys.stream().flatMap(key -> change(key).stream()).toList();
    }

    private Optional<Contribution> change(String key) {
        Aligned was = pair.requestsBefore().get(key);
        Aligned is = pair.requestsAfter().get(key);
        double moved = weight(is) - weight(was);
        String url = (is == null ? was : is).url();
        String size = ValueText.of(Metric.BYTES, Math.abs(moved));
        String what = was == null
                ? " is new: " + size
                : is == null ? " is gone: " + size : (moved > 0 ? " grew by " : " shrank by ") + size;
        return moved == 0 ? Optional.empty() : Optional.of(new Contribution(Names.ofFile(url) + what, url, moved));
    }

    private static double weight(Aligned one) {
        return one == null ? 0 : one.bytes() * one.seen();
    }

    List<Contribution> requests() {
        return Party.all(pair.before(), pair.after()).stream()
                .map(party -> new Contribution(
                        party.owner() + " is asked " + Math.abs(party.requestsAfter() - party.requestsBefore())
                                + (party.requestsAfter() > party.requestsBefore() ? " times more" : " times less"),
                        String.join(", ", party.hosts()),
                        party.requestsAfter() - party.requestsBefore()))
                .filter(one -> one.moved() != 0)
                .toList();
    }
}
