package dev.tidemark.contrast;

import dev.tidemark.chart.ValueText;
import dev.tidemark.measurement.Metric;
import dev.tidemark.observation.RequestFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One foreign host on both sides; 0 requests where it was not asked. */
public record Party(String host, long requestsBefore, long requestsAfter, long bytesBefore, long bytesAfter) {

    static List<Party> between(List<RequestFact> before, List<RequestFact> after) {
        TreeSet<String> hosts = new TreeSet<>();
        Stream.concat(before.stream(), after.stream())
                .filter(RequestFact::thirdParty)
                .forEach(one -> hosts.add(host(one)));
        List<Party> parties = new ArrayList<>();
        for (String host : hosts) {
            List<RequestFact> first = of(host, before);
            List<RequestFact> second = of(host, after);
            parties.add(new Party(host, first.size(), second.size(), bytes(first), bytes(second)));
        }
        parties.sort(Comparator.comparingLong(one -> -Math.abs(one.bytesAfter() - one.bytesBefore())));
        return parties;
    }

    public String change() {
        return requestsBefore == 0
                ? "new"
                : requestsAfter == 0 ? "gone" : ValueText.change(Metric.BYTES, bytesAfter - bytesBefore);
    }

    private static List<RequestFact> of(String host, List<RequestFact> all) {
        return all.stream()
                .filter(RequestFact::thirdParty)
                .filter(one -> host(one).equals(host))
                .toList();
    }

    private static long bytes(List<RequestFact> all) {
        return all.stream().mapToLong(RequestFact::transferBytes).sum();
    }

    private static String host(RequestFact one) {
        String rest = one.url().replaceFirst("^[a-z]+://", "");
        return rest.split("[/?#:]", 2)[0];
    }
}
