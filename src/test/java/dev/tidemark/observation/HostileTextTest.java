package dev.tidemark.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    @Test
    void whenATextHoldsNulOrLoneSurrogates_thenTheyAreReplacedAndPairsStay() {
        assertThat(HostileText.clean("a\u0000b\ud800c\ud83d\ude00", 100)).isEqualTo("a\ufffdb\ufffdc\ud83d\ude00");
    }

    @Test
    void whenATextIsOneTooLong_thenItIsCutToTheLengthWithAnEllipsis() {
        assertThat(HostileText.clean("abcde", 5)).isEqualTo("abcde");
        assertThat(HostileText.clean("abcdef", 5)).isEqualTo("abcd…");
    }

    @Test
    void whenTheCutGoesThroughAPair_thenNoHalfOfItIsLeft() {
        String cut = HostileText.clean("ab\ud83d\ude00cd", 4);

        assertThat(cut).hasSize(4);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
    }
}
