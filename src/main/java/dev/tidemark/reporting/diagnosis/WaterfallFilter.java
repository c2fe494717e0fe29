package dev.tidemark.reporting.diagnosis;

import dev.tidemark.model.result.RequestRecord;
import java.util.Comparator;

/**
 * Selects and sorts the requests of a waterfall. Unknown values are ignored: all requests, by start.
 *
 * @param type the resource type; empty: all
 * @param party first or third; empty: both
 * @param sort start, name, type, status, size or time
 */
public record WaterfallFilter(String type, String party, String sort) {

    public static final WaterfallFilter ALL = new WaterfallFilter("", "", "");

    public WaterfallFilter {
        type = type == null ? "" : type;
        party = "first".equals(party) || "third".equals(party) ? party : "";
        sort = sort == null ? "" : sort;
    }

    boolean shows(RequestRecord request) {
        return (type.isEmpty() || request.type().equals(type))
                && (party.isEmpty() || request.thirdParty() == party.equals("third"));
    }

    /** Numbers in descending order, texts in alphabetical order. */
    Comparator<RequestRecord> order() {
        return switch (sort) {
            case "name" -> Comparator.comparing(request -> WaterfallTable.name(request.url()));
            case "type" -> Comparator.comparing(RequestRecord::type);
            case "status" -> Comparator.comparingInt(RequestRecord::status).reversed();
            case "size" ->
                Comparator.comparingLong(RequestRecord::transferBytes).reversed();
            case "time" ->
                Comparator.comparingDouble(WaterfallTable::durationMillis).reversed();
            default -> Comparator.comparingDouble(RequestRecord::startMillis);
        };
    }
}
