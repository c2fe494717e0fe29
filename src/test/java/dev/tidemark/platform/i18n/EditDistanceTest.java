package dev.tidemark.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "LCP, LCP, 0",
        "LPC, LCP, 1",
        "LC, LCP, 1",
        "LCPP, LCP, 1",
        "LXP, LCP, 1",
        "kitten, sitting, 3",
        "CA, ABC, 3"
    })
    void whenOneWordBecomesAnother_thenEachEditCountsOnce(String a, String b, int edits) {
        assertThat(EditDistance.between(a, b)).isEqualTo(edits);
        assertThat(EditDistance.between(b, a)).isEqualTo(edits);
    }

    @Test
    void whenOneWordIsEmpty_thenItIsTheOthersLength() {
        assertThat(EditDistance.between("", "TTFB")).isEqualTo(4);
    }
}
