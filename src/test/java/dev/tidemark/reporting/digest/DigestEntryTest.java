package dev.tidemark.reporting.digest;

import static dev.tidemark.reporting.digest.SampleDigest.cls;
import static dev.tidemark.reporting.digest.SampleDigest.lcp;
import static dev.tidemark.reporting.digest.SampleDigest.page;
import static dev.tidemark.reporting.digest.SampleDigest.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.incident.ProbeState;
import dev.tidemark.storage.timeseries.OutcomeTally;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestEntryTest {

    private static final OutcomeTally NONE_FAILED = tally(100, 0);

    @Nested
    class GivenSeveralPages {

        @Test
        void whenTheyAreSorted_thenByStateThenWorstValueThenFailedRunsThenName() {
            Stream<DigestEntry> pages = Stream.of(
                    page("b quick", ProbeState.PASSING, NONE_FAILED, lcp(1_000, 1_000)),
                    page("a quick", ProbeState.PASSING, NONE_FAILED, lcp(1_000, 1_000)),
                    page("fails at times", ProbeState.PASSING, tally(100, 3), lcp(1_000, 1_000)),
                    page("slow", ProbeState.PASSING, NONE_FAILED, lcp(4_500, 1_000)),
                    page("shifts", ProbeState.PASSING, NONE_FAILED, lcp(1_000, 1_000), cls(0.3)),
                    page("unknown", ProbeState.UNKNOWN, NONE_FAILED),
                    page("degraded", ProbeState.DEGRADED, NONE_FAILED, lcp(900, 900)),
                    page("failing", ProbeState.FAILING, NONE_FAILED, lcp(800, 800)));

            assertThat(pages.sorted(DigestEntry.WORST_FIRST).map(DigestEntry::title))
                    .containsExactly(
                            "failing", "degraded", "unknown", "shifts", "slow", "fails at times", "a quick", "b quick");
        }
    }

    @Nested
    class GivenRunsThatFailed {

        @Test
        void whenTheyAreFormatted_thenWithTheShareAndThePreviousPeriod() {
            assertThat(page("", ProbeState.PASSING, tally(288, 2)).failureText(SampleDigest.PERIOD))
                    .isEqualTo("2 of 288 runs failed (0.69 %); week before: 0 of 280");
        }

        @Test
        void whenItIsOneOfVeryMany_thenTheShareIsNotZero() {
            assertThat(page("", ProbeState.PASSING, tally(60_480, 1)).failureText(SampleDigest.PERIOD))
                    .startsWith("1 of 60,480 runs failed (0.002 %)");
            assertThat(page("", ProbeState.PASSING, NONE_FAILED).failureText(SampleDigest.PERIOD))
                    .startsWith("0 of 100 runs failed (0 %)");
        }

        @Test
        void whenNoRunCounted_thenThatIsStated() {
            assertThat(page("", ProbeState.PASSING, tally(0, 0)).failureText(SampleDigest.PERIOD))
                    .isEqualTo("No runs counted this week");
        }
    }
}
