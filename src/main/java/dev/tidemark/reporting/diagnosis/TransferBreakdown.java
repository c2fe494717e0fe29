package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.metric.MetricFormat;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.result.RequestRecord;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.platform.i18n.Messages;
import dev.tidemark.reporting.chart.StackedBar;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The bytes transferred in a page load, by resource type and by host. */
public record TransferBreakdown(List<RequestRecord> requests) {

    private static final List<String> TYPES =
            List.of("document", "script", "stylesheet", "image", "font", "media", "other");
    private static final int MAX_HOSTS = 8;

    /** A resource type: number of requests, and bytes of the first party and of third parties. */
    public record TransferRow(String type, int colorIndex, long count, long firstParty, long thirdParty) {
        public String getFirstPartyText() {
            return MetricFormat.of(Unit.BYTES, firstParty);
        }

        public String getThirdPartyText() {
            return MetricFormat.of(Unit.BYTES, thirdParty);
        }

        public String getTotalText() {
            return MetricFormat.of(Unit.BYTES, firstParty + thirdParty);
        }
    }

    /** The host of a third party, with its number of requests and of render-blocking ones. */
    public record Host(String name, long count, long blocking, long bytes) {
        public String getBytesText() {
            return MetricFormat.of(Unit.BYTES, bytes);
        }
    }

    /** The resource types that occur. */
    public List<TransferRow> getRows() {
        return TYPES.stream().map(this::row).filter(row -> row.count() > 0).toList();
    }

    /** As SVG in the viewer's language. */
    public String bar(Messages messages) {
        return bar().draw(messages);
    }

    /** The same as a standalone file. */
    String file() {
        return bar().file();
    }

    private StackedBar bar() {
        List<StackedBar.BarSegment> parts = getRows().stream()
                .map(row -> new StackedBar.BarSegment(
                        LocalizedMessage.of("resourceType." + row.type()),
                        row.firstParty() + row.thirdParty(),
                        row.getTotalText(),
                        row.colorIndex()))
                .toList();
        return new StackedBar(LocalizedMessage.of("run.bytes.bar"), parts);
    }

    /** Third parties, those with the most bytes first. */
    public List<Host> getHosts() {
        Map<String, List<RequestRecord>> byHost = requests.stream()
                .filter(RequestRecord::thirdParty)
                .collect(Collectors.groupingBy(request -> WaterfallTable.host(request.url())));
        return byHost.entrySet().stream()
                .map(host -> new Host(
                        host.getKey(),
                        host.getValue().size(),
                        host.getValue().stream()
                                .filter(RequestRecord::renderBlocking)
                                .count(),
                        bytes(host.getValue())))
                .sorted(Comparator.comparingLong(Host::bytes).reversed().thenComparing(Host::name))
                .limit(MAX_HOSTS)
                .toList();
    }

    long total() {
        return bytes(requests);
    }

    long ofThirdParties() {
        return bytes(requests.stream().filter(RequestRecord::thirdParty).toList());
    }

    private TransferRow row(String type) {
        List<RequestRecord> same =
                requests.stream().filter(one -> typeOf(one).equals(type)).toList();
        long all = bytes(same);
        long thirdParty = bytes(same.stream().filter(RequestRecord::thirdParty).toList());
        return new TransferRow(type, TYPES.indexOf(type) + 1, same.size(), all - thirdParty, thirdParty);
    }

    private static String typeOf(RequestRecord request) {
        return TYPES.contains(request.type()) ? request.type() : "other";
    }

    private static long bytes(List<RequestRecord> requestRecords) {
        return requestRecords.stream().mapToLong(RequestRecord::transferBytes).sum();
    }
}
