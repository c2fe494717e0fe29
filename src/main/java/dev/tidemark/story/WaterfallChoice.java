package dev.tidemark.story;

import dev.tidemark.observation.RequestFact;
import java.util.Comparator;

/**
 * Which requests of a waterfall are shown, and in which order. Whatever it does not know means: all, by start.
 *
 * @param type as requests name it; empty: all
 * @param party first or third; empty: both
 * @param sort start, name, type, status, size or time
 */
public record WaterfallChoice(String type, String party, String sort) {

    public static final WaterfallChoice ALL = new WaterfallChoice("", "", "");

    public WaterfallChoice {
        type = type == null ? "" : type;
        party = "first".equals(party) || "third".equals(party) ? party : "";
        sort = sort == null ? "" : sort;
    }

    boolean shows(RequestFact request) {
        return (type.isEmpty() || request.type().equals(type))
                && (party.isEmpty() || request.thirdParty() == party.equals("third"));
    }

    /** What is large stands first, what is text in its alphabetical order. */
    Comparator<RequestFact> order() {
        return switch (sort) {
            case "name" -> Comparator.comparing(request -> Waterfall.name(request.url()));
            case "type" -> Comparator.comparing(RequestFact::type);
            case "status" -> Comparator.comparingInt(RequestFact::status).reversed();
            case "size" -> Comparator.comparingLong(RequestFact::transferBytes).reversed();
            case "time" -> Comparator.comparingDouble(Waterfall::took).reversed();
            default -> Comparator.comparingDouble(RequestFact::startMillis);
        };
    }
}
