package dev.tidemark.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.platform.i18n.LocalizedMessage;
import dev.tidemark.reporting.status.MetricTile;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TableCellsTest {

    @Nested
    class GivenValues {
        @Test
        void whenARowIsCreated_thenNumbersAreMarkedAsSuch() {
            String row = new TableCells()
                    .text("2026-11-21 14:00")
                    .numbers("1 ms", "2 ms")
                    .row();
            assertThat(row)
                    .isEqualTo(
                            "<tr><td>2026-11-21 14:00</td><td class=\"num\">1 ms</td><td class=\"num\">2 ms</td></tr>");
        }

        @Test
        void whenAVitalIsShown_thenItHasItsRatingAndItsExactValue() {
            MetricTile vital = MetricTile.of(new Measurement(Metric.LCP, 2600), List.of(), FormFactor.DESKTOP);
            assertThat(new TableCells().vital(vital, LocalizedMessage::toString).html())
                    .isEqualTo("<td class=\"num\"><span class=\"is-needs-improvement\""
                            + " title=\"2,600 ms, needs improvement\">2.60 s</span></td>");
        }
    }

    @Nested
    class GivenHostileText {
        @Test
        void whenItIsTheReasonOfAnAbsence_thenItIsEscaped() {
            MetricTile vital = MetricTile.absent(Metric.LCP, LocalizedMessage.verbatim("\"><script>alert(1)</script>"));
            assertThat(new TableCells().vital(vital, LocalizedMessage::toString).html())
                    .isEqualTo("<td class=\"num\"><span class=\"is-absent\""
                            + " title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">n/a</span></td>");
        }

        @Test
        void whenItIsTextOrANumber_thenItIsEscaped() {
            assertThat(new TableCells().text("<b>").numbers("&'").html())
                    .isEqualTo("<td>&lt;b&gt;</td><td class=\"num\">&amp;&#39;</td>");
        }
    }
}
