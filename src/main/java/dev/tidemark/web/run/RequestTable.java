package dev.tidemark.web.run;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.diagnosis.WaterfallFilter;
import dev.tidemark.reporting.diagnosis.WaterfallTable;
import dev.tidemark.web.support.PageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The filtered and sorted requests of a run, with links to the other filters. */
public record RequestTable(String path, WaterfallTable waterfall, WaterfallFilter filter) {

    private static final String ANCHOR = "#requests";

    /**
     * A sortable column.
     *
     * @param css class of its cells
     */
    public record Column(LocalizedMessage title, String css, String address, boolean selected) {}

    /** A filter with the number of requests that match. */
    public record Filter(LocalizedMessage title, long count, String address, boolean selected) {}

    public List<WaterfallTable.WaterfallRow> getRows() {
        return waterfall.rows(filter);
    }

    public boolean isBlank() {
        return waterfall.count(WaterfallFilter.ALL) == 0;
    }

    /** "12 of 80 requests" if not all are shown; blank otherwise. */
    public LocalizedMessage getCountText() {
        int shown = getRows().size();
        long all = waterfall.count(WaterfallFilter.ALL);
        return shown == all ? LocalizedMessage.EMPTY : LocalizedMessage.of("run.requests.shown", shown, all);
    }

    public List<Filter> getTypes() {
        return Stream.concat(Stream.of(""), waterfall.types().stream())
                .map(type -> filter(
                        type.isEmpty()
                                ? LocalizedMessage.of("run.requests.allTypes")
                                : LocalizedMessage.of("resourceType." + type),
                        new WaterfallFilter(type, filter.party(), filter.sort()),
                        type.equals(filter.type())))
                .toList();
    }

    public List<Filter> getParties() {
        List<Filter> parties = new ArrayList<>();
        for (String party : List.of("", "first", "third")) {
            String key = party.isEmpty() ? "all" : party;
            parties.add(filter(
                    LocalizedMessage.of("run.requests.party." + key),
                    new WaterfallFilter(filter.type(), party, filter.sort()),
                    party.equals(filter.party())));
        }
        return parties;
    }

    public List<Column> getColumns() {
        return List.of(
                column("run.requests.column.request", "", "name"),
                column("run.requests.column.type", "", "type"),
                column("run.requests.column.status", "num", "status"),
                column("run.requests.column.size", "num", "size"),
                column("run.requests.column.time", "num", "time"),
                column("run.requests.column.waterfall", "bar", ""));
    }

    private Column column(String key, String css, String sort) {
        return new Column(
                LocalizedMessage.of(key),
                css,
                address(new WaterfallFilter(filter.type(), filter.party(), sort)),
                sort.equals(filter.sort()));
    }

    private Filter filter(LocalizedMessage title, WaterfallFilter other, boolean chosen) {
        return new Filter(title, waterfall.count(other), address(other), chosen);
    }

    /** The URL of the waterfall as a file: waterfall.svg or waterfall.png. */
    public String fileOf(String file) {
        return address(path + "/" + file, filter);
    }

    private String address(WaterfallFilter other) {
        return address(path, other) + ANCHOR;
    }

    private static String address(String path, WaterfallFilter choice) {
        return PageLink.of(path)
                .with("type", choice.type())
                .with("party", choice.party())
                .with("sort", choice.sort())
                .url();
    }
}
