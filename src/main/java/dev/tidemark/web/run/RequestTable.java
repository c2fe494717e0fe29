package dev.tidemark.web.run;

import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.diagnosis.WaterfallFilter;
import dev.tidemark.reporting.diagnosis.WaterfallTable;
import dev.tidemark.web.support.PageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run's requests as chosen by the address, with the links to all other choices. */
public record RequestTable(String path, WaterfallTable waterfall, WaterfallFilter choice) {

    private static final String PLACE = "#requests";

    /** A head of the table that sorts. @param css of its cell */
    public record Head(LocalizedMessage title, String css, String address, boolean chosen) {}

    /** A filter: its title and how many requests it shows. */
    public record Filter(LocalizedMessage title, long count, String address, boolean chosen) {}

    public List<WaterfallTable.WaterfallRow> getRows() {
        return waterfall.rows(choice);
    }

    public boolean isBlank() {
        return waterfall.count(WaterfallFilter.ALL) == 0;
    }

    /** "12 of 80 requests" when not all of them are shown; nothing otherwise. */
    public LocalizedMessage getCut() {
        int shown = getRows().size();
        long all = waterfall.count(WaterfallFilter.ALL);
        return shown == all ? LocalizedMessage.NOTHING : LocalizedMessage.of("run.requests.shown", shown, all);
    }

    public List<Filter> getTypes() {
        return Stream.concat(Stream.of(""), waterfall.types().stream())
                .map(type -> filter(
                        type.isEmpty()
                                ? LocalizedMessage.of("run.requests.allTypes")
                                : LocalizedMessage.of("resourceType." + type),
                        new WaterfallFilter(type, choice.party(), choice.sort()),
                        type.equals(choice.type())))
                .toList();
    }

    public List<Filter> getParties() {
        List<Filter> parties = new ArrayList<>();
        for (String party : List.of("", "first", "third")) {
            String key = party.isEmpty() ? "all" : party;
            parties.add(filter(
                    LocalizedMessage.of("run.requests.party." + key),
                    new WaterfallFilter(choice.type(), party, choice.sort()),
                    party.equals(choice.party())));
        }
        return parties;
    }

    public List<Head> getHeads() {
        return List.of(
                head("run.requests.column.request", "", "name"),
                head("run.requests.column.type", "", "type"),
                head("run.requests.column.status", "num", "status"),
                head("run.requests.column.size", "num", "size"),
                head("run.requests.column.time", "num", "time"),
                head("run.requests.column.waterfall", "bar", ""));
    }

    private Head head(String key, String css, String sort) {
        return new Head(
                LocalizedMessage.of(key),
                css,
                address(new WaterfallFilter(choice.type(), choice.party(), sort)),
                sort.equals(choice.sort()));
    }

    private Filter filter(LocalizedMessage title, WaterfallFilter other, boolean chosen) {
        return new Filter(title, waterfall.count(other), address(other), chosen);
    }

    /** The waterfall that is shown, as a file: waterfall.svg or waterfall.png. */
    public String fileOf(String file) {
        return address(path + "/" + file, choice);
    }

    private String address(WaterfallFilter other) {
        return address(path, other) + PLACE;
    }

    private static String address(String path, WaterfallFilter choice) {
        return PageLink.of(path)
                .with("type", choice.type())
                .with("party", choice.party())
                .with("sort", choice.sort())
                .text();
    }
}
