package dev.tidemark.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.measurement.FormFactor;
import dev.tidemark.measurement.Measurement;
import dev.tidemark.measurement.Metric;
import dev.tidemark.standing.Vital;
import dev.tidemark.wording.Said;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Nested
    class GivenValues {
        @Test
        void whenARowIsMade_thenNumbersAreMarkedAsSuch() {
            String row =
                    new Cells().text("2026-11-21 14:00").numbers("1 ms", "2 ms").row();
            assertThat(row)
                    .isEqualTo(
                            "<tr><td>2026-11-21 14:00</td><td class=\"num\">1 ms</td><td class=\"num\">2 ms</td></tr>");
        }

        @Test
        void whenAVitalIsShown_thenItHasItsRatingAndItsExactValue() {
            Vital vital = Vital.of(new Measurement(Metric.LCP, 2600), FormFactor.DESKTOP);
            assertThat(new Cells().vital(vital, Said::toString).html())
                    .isEqualTo("<td class=\"num\"><span class=\"is-needs-improvement\""
                            + " title=\"2,600 ms, needs improvement\">2.60 s</span></td>");
        }
    }

    @Nested
    class GivenHostileText {
        @Test
        void whenItIsTheReasonOfAnAbsence_thenItIsEscaped() {
            Vital vital = Vital.absent(Metric.LCP, Said.verbatim("\"><script>alert(1)</script>"));
            assertThat(new Cells().vital(vital, Said::toString).html())
                    .isEqualTo("<td class=\"num\"><span class=\"is-absent\""
                            + " title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">n/a</span></td>");
        }

        @Test
        void whenItIsTextOrANumber_thenItIsEscaped() {
            assertThat(new Cells().text("<b>").numbers("&'").html())
                    .isEqualTo("<td>&lt;b&gt;</td><td class=\"num\">&amp;&#39;</td>");
        }
    }
}
