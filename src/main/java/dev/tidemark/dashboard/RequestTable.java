package dev.tidemark.dashboard;

import dev.tidemark.story.Waterfall;
import dev.tidemark.story.WaterfallChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run's requests as chosen by the address, with the links to all other choices. */
public record RequestTable(String path, Waterfall waterfall, WaterfallChoice choice) {

    private static final String PLACE = "#requests";

    /** A head of the table that sorts. @param css of its cell */
    public record Head(String title, String css, String address, boolean chosen) {}

    /** A filter: its title and how many requests it shows. */
    public record Filter(String title, long count, String address, boolean chosen) {}

    public List<Waterfall.Row> getRows() {
        return waterfall.rows(choice);
    }

    public boolean isBlank() {
        return waterfall.count(WaterfallChoice.ALL) == 0;
    }

    /** "12 of 80 requests" when not all of them are shown; empty otherwise. */
    public String getCut() {
        int shown = getRows().size();
        long all = waterfall.count(WaterfallChoice.ALL);
        return shown == all ? "" : shown + " of " + all + " requests are shown.";
    }

    public List<Filter> getTypes() {
        return Stream.concat(Stream.of(""), waterfall.types().stream())
                .map(type -> filter(
                        type.isEmpty() ? "All types" : type,
                        new WaterfallChoice(type, choice.party(), choice.sort()),
                        type.equals(choice.type())))
                .toList();
    }

    public List<Filter> getParties() {
        List<Filter> parties = new ArrayList<>();
        for (String party : List.of("", "first", "third")) {
            String title = party.isEmpty() ? "All parties" : party.equals("first") ? "own" : "third party";
            parties.add(filter(
                    title, new WaterfallChoice(choice.type(), party, choice.sort()), party.equals(choice.party())));
        }
        return parties;
    }

    public List<Head> getHeads() {
        return List.of(
                head("Request", "", "name"),
                head("Type", "", "type"),
                head("Status", "num", "status"),
                head("Size", "num", "size"),
                head("Time", "num", "time"),
                head("Waterfall", "bar", ""));
    }

    private Head head(String title, String css, String sort) {
        return new Head(
                title,
                css,
                address(new WaterfallChoice(choice.type(), choice.party(), sort)),
                sort.equals(choice.sort()));
    }

    private Filter filter(String title, WaterfallChoice other, boolean chosen) {
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
