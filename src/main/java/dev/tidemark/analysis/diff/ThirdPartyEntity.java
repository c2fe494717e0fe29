package dev.tidemark.analysis.diff;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.result.PageDetails;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The requests and scripts of one owner on both sides, as means over the loads of a side; 0 requests if it does not occur.
 *
 * @param blockingBefore blocking time of the main thread in the owner's scripts, in ms
 */
public record ThirdPartyEntity(
        String owner,
        List<String> hosts,
        long requestsBefore,
        long requestsAfter,
        double bytesBefore,
        double bytesAfter,
        double blockingBefore,
        double blockingAfter) {

    /** Third parties, largest change first. */
    static List<ThirdPartyEntity> thirdParties(DiffSide before, DiffSide after) {
        return entities(before, after, true);
    }

    /** All owners, including the first party. */
    static List<ThirdPartyEntity> all(DiffSide before, DiffSide after) {
        return entities(before, after, false);
    }

    public LocalizedMessage change() {
        if (requestsBefore == 0) {
            return LocalizedMessage.of("compare.requests.new");
        }
        return requestsAfter == 0
                ? LocalizedMessage.of("compare.requests.removed")
                : LocalizedMessage.verbatim(MetricFormat.difference(Metric.BYTES, bytesAfter - bytesBefore));
    }

    /** The hosts; empty if the only one is the name of the owner. */
    public String hostsText() {
        return hosts.equals(List.of(owner)) ? "" : String.join(", ", hosts);
    }

    public String blockingChange() {
        return blockingBefore == 0 && blockingAfter == 0
                ? "–"
                : MetricFormat.difference(Metric.TBT, blockingAfter - blockingBefore);
    }

    private static List<ThirdPartyEntity> entities(DiffSide before, DiffSide after, boolean thirdPartiesOnly) {
        Map<String, Sum> first = sums(before.pages(), thirdPartiesOnly);
        Map<String, Sum> second = sums(after.pages(), thirdPartiesOnly);
        TreeSet<String> owners = new TreeSet<>(first.keySet());
        owners.addAll(second.keySet());
        List<ThirdPartyEntity> entities = new ArrayList<>();
        for (String owner : owners) {
            entities.add(entity(owner, first.getOrDefault(owner, new Sum()), second.getOrDefault(owner, new Sum())));
        }
        entities.sort(Comparator.comparingDouble(one -> -Math.abs(one.bytesAfter() - one.bytesBefore())));
        return entities;
    }

    private static ThirdPartyEntity entity(String owner, Sum was, Sum is) {
        TreeSet<String> hosts = new TreeSet<>(was.hosts);
        hosts.addAll(is.hosts);
        return new ThirdPartyEntity(
                owner,
                List.copyOf(hosts),
                Math.round(was.requests),
                Math.round(is.requests),
                was.bytes,
                is.bytes,
                was.blocking,
                is.blocking);
    }

    private static Map<String, Sum> sums(List<PageDetails> pages, boolean thirdPartiesOnly) {
        Map<String, Sum> sums = new TreeMap<>();
        for (PageDetails page : pages) {
            for (RequestRecord one : page.requests()) {
                if (one.thirdParty() || !thirdPartiesOnly) {
                    String host = UrlNames.ofHost(one.url());
                    Sum sum = sums.computeIfAbsent(HostOwners.of(host), none -> new Sum());
                    sum.hosts.add(host);
                    sum.requests += 1.0 / pages.size();
                    sum.bytes += (double) one.transferBytes() / pages.size();
                }
            }
            MainThreadCauses.blockingByScript(page).forEach((script, millis) -> {
                Sum sum = sums.get(HostOwners.of(UrlNames.ofHost(script)));
                if (sum != null) {
                    sum.blocking += millis / pages.size();
                }
            });
        }
        return sums;
    }

    private static final class Sum {
        private final TreeSet<String> hosts = new TreeSet<>();
        private double requests;
        private double bytes;
        private double blocking;
    }
}
