package dev.tidemark.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DigestTextTest {

    @Nested
    class GivenAWeekWithAFailingPage {

        private final Digest edition = SampleDigest.edition();

        @Test
        void whenItIsASubject_thenItCountsTheWorstFirstAndNamesTheWeek() {
            assertThat(edition.headline()).isEqualTo("1 failing, 2 passing – week of 16 November");
        }

        @Test
        void whenItIsText_thenEverythingIsInOrder() {
            assertThat(new DigestText(edition, SampleDigest.LINKS).text()).isEqualTo("""
                    Shop: 1 failing, 2 passing
                    Week of 16 November: Mon 16 November, 08:00 to Mon 23 November, 08:00 (Europe/Berlin)

                    Open incidents
                    - [failing] Shop, <home> page @ frankfurt: LCP 3.9 s > 2.5 s, open since Tue 17 November, 14:03, acknowledged by Ada on Tue 17 November, 14:03
                      https://tide.example/incidents/0195aaaa-0000-7000-8000-000000000001

                    Pages, worst first (75th percentile of this week, compared with the week before)
                    - [failing] Shop, <home> page: its reason
                      Largest Contentful Paint (LCP) 3.91 s, needs improvement (+12 %, was 3.49 s)
                      Cumulative Layout Shift (CLS) 0.02, good
                      2 of 288 runs failed (0.69 %); week before: 0 of 280
                      https://tide.example/probes/shop-home
                    - [passing] Shop, cart: its reason
                      No runs counted this week
                      https://tide.example/probes/shop-home
                    1 more page: https://tide.example/

                    Regressions and improvements
                    - [regression] Shop, <home> page: LCP 2.02 s → 2.31 s (+14 %), since Tue 17 November, 14:03
                      https://tide.example/probes/shop-home#changes

                    Annotations
                    - Tue 17 November, 14:03: deploy "v1.4.2" (shop-home)

                    """);
        }

        @Test
        void whenItGoesToAWebhook_thenIncidentsAndPagesHaveALineEach() {
            assertThat(new DigestText(edition, SampleDigest.LINKS).lines())
                    .containsExactly(
                            "Open incident: Shop, <home> page @ frankfurt: LCP 3.9 s > 2.5 s, open since Tue 17 November, 14:03,"
                                    + " acknowledged by Ada on Tue 17 November, 14:03",
                            "failing: Shop, <home> page, Largest Contentful Paint (LCP) 3.91 s, needs improvement (+12 %, was 3.49 s),"
                                    + " Cumulative Layout Shift (CLS) 0.02, good, 2 of 288 runs failed (0.69 %); week before: 0 of 280",
                            "passing: Shop, cart, No runs counted this week");
        }

        @Test
        void whenItIsHtml_thenItHasTheSameContentEscaped() {
            assertThat(new DigestHtml(edition, SampleDigest.LINKS).html())
                    .containsSubsequence(
                            "Open incidents",
                            "acknowledged by Ada on Tue 17 November, 14:03",
                            "Pages, worst first",
                            "Shop, &lt;home&gt; page",
                            "needs improvement",
                            "+12 %, was 3.49 s",
                            "1 more page",
                            "Regressions and improvements",
                            "Annotations")
                    .doesNotContain("<home>");
        }
    }

    @Nested
    class GivenAContactGroupWithoutProbes {

        @Test
        void whenItIsWritten_thenThatIsStatedWithTheRemedy() {
            assertThat(SampleDigest.empty().headline()).isEqualTo("no probes – week of 16 November");
            assertThat(new DigestText(SampleDigest.empty(), SampleDigest.LINKS).text())
                    .contains("No probe notifies this contact group. Add list:shop-team to the recipients (notify)")
                    .doesNotContain("Pages");
            assertThat(new DigestHtml(SampleDigest.empty(), SampleDigest.LINKS).html())
                    .contains("No probe notifies this contact group")
                    .doesNotContain("Pages");
        }
    }
}
