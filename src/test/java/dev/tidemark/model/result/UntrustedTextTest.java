package dev.tidemark.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UntrustedTextTest {

    @Test
    void whenATextHoldsNulOrLoneSurrogates_thenTheyAreReplacedAndPairsStay() {
        assertThat(UntrustedText.clean("a\u0000b\ud800c\ud83d\ude00", 100)).isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
    }

    @Test
    void whenATextIsOneTooLong_thenItIsTruncatedWithAnEllipsis() {
        assertThat(UntrustedText.clean("abcde", 5)).isEqualTo("abcde");
        assertThat(UntrustedText.clean("abcdef", 5)).isEqualTo("abcd…");
    }

    @Test
    void whenTruncationSplitsAPair_thenNoHalfRemains() {
        String cut = UntrustedText.clean("ab\ud83d\ude00cd", 4);

        assertThat(cut).hasSize(4);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    }
}
