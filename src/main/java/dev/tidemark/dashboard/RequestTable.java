package dev.tidemark.dashboard;

import dev.tidemark.story.Waterfall;
import dev.tidemark.story.WaterfallChoice;
import dev.tidemark.wording.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run's requests as chosen by the address, with the links to all other choices. */
public record RequestTable(String path, Waterfall waterfall, WaterfallChoice choice) {

    private static final String PLACE = "#requests";

    /** A head of the table that sorts. @param css of its cell */
    public record Head(Said title, String css, String address, boolean chosen) {}

    /** A filter: its title and how many requests it shows. */
    public record Filter(Said title, long count, String address, boolean chosen) {}

    public List<Waterfall.Row> getRows() {
        return waterfall.rows(choice);
    }

    public boolean isBlank() {
        return waterfall.count(WaterfallChoice.ALL) == 0;
    }

    /** "12 of 80 requests" when not all of them are shown; nothing otherwise. */
    public Said getCut() {
        int shown = getRows().size();
        long all = waterfall.count(WaterfallChoice.ALL);
        return shown == all ? Said.NOTHING : Said.of("request_table.requests_are_shown", shown, all);
    }

    public List<Filter> getTypes() {
        return Stream.concat(Stream.of(""), waterfall.types().stream())
                .map(type -> filter(
                        type.isEmpty() ? Said.of("request_table.all_types") : Said.verbatim(type),
                        new WaterfallChoice(type, choice.party(), choice.sort()),
                        type.equals(choice.type())))
                .toList();
    }

    public List<Filter> getParties() {
        List<Filter> parties = new ArrayList<>();
        for (String party : List.of("", "first", "third")) {
            String key = party.isEmpty() ? "all" : party;
            parties.add(filter(
                    Said.of("request_table.party." + key),
                    new WaterfallChoice(choice.type(), party, choice.sort()),
                    party.equals(choice.party())));
        }
        return parties;
    }

    public List<Head> getHeads() {
        return List.of(
                head("request_table.request", "", "name"),
                head("request_table.type", "", "type"),
                head("request_table.status", "num", "status"),
                head("request_table.size", "num", "size"),
                head("request_table.time", "num", "time"),
                head("request_table.waterfall", "bar", ""));
    }

    private Head head(String key, String css, String sort) {
        return new Head(
                Said.of(key),
                css,
                address(new WaterfallChoice(choice.type(), choice.party(), sort)),
                sort.equals(choice.sort()));
    }

    private Filter filter(Said title, WaterfallChoice other, boolean chosen) {
        return new Filter(title, waterfall.count(other), address(other), chosen);
    }

    /** The waterfall that is shown, as a file: waterfall.svg or waterfall.png. */
    public String fileOf(String file) {
        return address(path + "/" + file, choice);
    }

    private String address(WaterfallChoice other) {
        return address(path, other) + PLACE;
    }

    private static String address(String path, WaterfallChoice choice) {
        return Address.of(path)
                .with("type", choice.type())
                .with("party", choice.party())
                .with("sort", choice.sort())
                .text();
    }
}
