package dev.tidemark.reporting.digest;

import static dev.tidemark.reporting.digest.SampleDigest.cls;
import static dev.tidemark.reporting.digest.SampleDigest.lcp;
import static dev.tidemark.reporting.digest.SampleDigest.page;
import static dev.tidemark.reporting.digest.SampleDigest.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.reporting.status.DisplayState;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestEntryTest {

    private static final OutcomeTally NONE_FAILED = tally(100, 0);

    @Nested
    class GivenSeveralPages {

        @Test
        void whenTheyAreSorted_thenTheStateComesFirstThenTheWorstFigureThenTheFailedRunsThenTheName() {
            Stream<DigestEntry> pages = Stream.of(
                    page("b quick", DisplayState.PASSING, NONE_FAILED, lcp(1_000, 1_000)),
                    page("a quick", DisplayState.PASSING, NONE_FAILED, lcp(1_000, 1_000)),
                    page("fails at times", DisplayState.PASSING, tally(100, 3), lcp(1_000, 1_000)),
                    page("slow", DisplayState.PASSING, NONE_FAILED, lcp(4_500, 1_000)),
                    page("shifts", DisplayState.PASSING, NONE_FAILED, lcp(1_000, 1_000), cls(0.3)),
                    page("unknown", DisplayState.UNKNOWN, NONE_FAILED),
                    page("degraded", DisplayState.DEGRADED, NONE_FAILED, lcp(900, 900)),
                    page("failing", DisplayState.FAILING, NONE_FAILED, lcp(800, 800)));

            assertThat(pages.sorted(DigestEntry.WORST_FIRST).map(DigestEntry::title))
                    .containsExactly(
                            "failing", "degraded", "unknown", "shifts", "slow", "fails at times", "a quick", "b quick");
        }
    }

    @Nested
    class GivenRunsThatFailed {

        @Test
        void whenItIsSaid_thenWithTheShareAndThePeriodBefore() {
            assertThat(page("", DisplayState.PASSING, tally(288, 2)).failureWords(SampleDigest.PERIOD))
                    .isEqualTo("2 of 288 runs failed (0.69 %); week before: 0 of 280");
        }

        @Test
        void whenItIsOneOfVeryMany_thenTheShareIsNotNone() {
            assertThat(page("", DisplayState.PASSING, tally(60_480, 1)).failureWords(SampleDigest.PERIOD))
                    .startsWith("1 of 60,480 runs failed (0.002 %)");
            assertThat(page("", DisplayState.PASSING, NONE_FAILED).failureWords(SampleDigest.PERIOD))
                    .startsWith("0 of 100 runs failed (0 %)");
        }

        @Test
        void whenNoRunCounted_thenThatIsSaid() {
            assertThat(page("", DisplayState.PASSING, tally(0, 0)).failureWords(SampleDigest.PERIOD))
                    .isEqualTo("No runs counted this week");
        }
    }
}
