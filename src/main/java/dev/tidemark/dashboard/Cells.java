package dev.tidemark.dashboard;

import dev.tidemark.history.Run;
import dev.tidemark.measurement.FormFactor;
import dev.tidemark.platform.Html;
import dev.tidemark.standing.Vital;
import dev.tidemark.wording.Said;
import java.util.function.Function;

/**
 * Cells of a table as HTML, escaped. A page has hundreds of them: as expressions of its view they were a quarter of its cost.
 */
final class Cells {

    private final StringBuilder html = new StringBuilder();

    /** A run's values, in the order of the heads of tables of runs. */
    static String of(Run run, FormFactor form, Function<Said, String> say) {
        Cells cells = new Cells();
        TrendView.LISTED.forEach(metric -> cells.vital(Vital.of(run, metric, form), say));
        return cells.html();
    }

    Cells text(String text) {
        html.append("<td>").append(Html.escape(text)).append("</td>");
        return this;
    }

    Cells numbers(String... numbers) {
        for (String number : numbers) {
            start("td", "num").append('>').append(Html.escape(number)).append("</td>");
        }
        return this;
    }

    /** Its colour is its rating; the exact value is said to those who point at it. */
    Cells vital(Vital vital, Function<Said, String> say) {
        start("td", "num").append('>');
        start("span", "is-" + (vital.present() ? vital.rating() : "absent"))
                .append(" title=\"")
                .append(Html.escape(say.apply(vital.spoken())))
                .append("\">")
                .append(Html.escape(vital.text()))
                .append("</span></td>");
        return this;
    }

    private StringBuilder start(String element, String style) {
        return html.append('<')
                .append(element)
                .append(" class=\"")
                .append(style)
                .append('"');
    }

    String html() {
        return html.toString();
    }

    /** The cells as a row of their own. */
    String row() {
        return "<tr>" + html + "</tr>";
    }
}
