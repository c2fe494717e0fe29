package dev.tidemark.analysis.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Unit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @Nested
    class GivenAFigure {

        @ParameterizedTest
        @CsvSource({
            "MILLISECONDS, 3912, 3.9 s",
            "MILLISECONDS, 480.4, 480 ms",
            "MILLISECONDS, 0, 0 ms",
            "BYTES, 999, 999 B",
            "BYTES, 170000, 170 kB",
            "BYTES, 1249000, 1.2 MB",
            "COUNT, 64, 64",
            "RATIO, 0.1049, 0.105"
        })
        void whenItIsSaid_thenItIsShort(Unit unit, double value, String words) {
            assertThat(Figure.of(unit, value)).isEqualTo(words);
        }

        @ParameterizedTest
        @CsvSource({"3912, 3.9 s", "2540, 2.54 s", "2504, 2.504 s", "2500.1, 2.5001 s", "2500, 2.5 s"})
        void whenItLooksLikeTheBound_thenItGetsMoreDecimals(double value, String words) {
            assertThat(Figure.unlike(Unit.MILLISECONDS, value, 2500)).isEqualTo(words);
        }
    }
}
