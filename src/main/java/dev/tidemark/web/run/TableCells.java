package dev.tidemark.web.run;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.probe.BudgetStatus;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.http.HtmlEscaper;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.MetricTile;
import dev.tidemark.storage.run.Run;
import java.util.List;
import java.util.function.Function;

/**
 * Builds table cells as HTML, escaped. A page has hundreds of them; as expressions of a view they took a quarter of
 * its time.
 */
public final class TableCells {

    /** The metrics of a table of runs, in the order of the columns. */
    static final List<Metric> RUN_COLUMNS =
            List.of(Metric.LCP, Metric.FCP, Metric.CLS, Metric.TTI, Metric.TBT, Metric.TTFB);

    private final StringBuilder html = new StringBuilder();

    /** The values of a run, in the order of the columns. */
    static String of(Run run, List<Limit> limits, FormFactor form, Function<LocalizedMessage, String> say) {
        TableCells cells = new TableCells();
        RUN_COLUMNS.forEach(metric -> cells.vital(MetricTile.of(run, metric, limits, form), say));
        return cells.html();
    }

    public TableCells text(String text) {
        html.append("<td>").append(HtmlEscaper.escape(text)).append("</td>");
        return this;
    }

    public TableCells numbers(String... numbers) {
        for (String number : numbers) {
            start("td", "num").append('>').append(HtmlEscaper.escape(number)).append("</td>");
        }
        return this;
    }

    /** A value, coloured by its limits, without one by its rating; the title contains the exact value. */
    TableCells vital(MetricTile vital, Function<LocalizedMessage, String> say) {
        start("td", "num").append('>');
        start("span", "is-" + (vital.present() ? vital.tone() : "absent"))
                .append(" title=\"")
                .append(HtmlEscaper.escape(say.apply(vital.accessibleText())))
                .append("\">")
                .append(shape(vital))
                .append(HtmlEscaper.escape(say.apply(vital.text())))
                .append("</span></td>");
        return this;
    }

    /** Over and near budget are not told by colour alone. */
    private static String shape(MetricTile vital) {
        return vital.status()
                .budget()
                .filter(status -> status != BudgetStatus.WITHIN)
                .map(status -> "<span class=\"shape shape-" + status.label() + "\"></span> ")
                .orElse("");
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

    /** The cells as a table row. */
    public String row() {
        return "<tr>" + html + "</tr>";
    }
}
