package dev.tidemark.alerting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.alerting.notification.Notice;
import dev.tidemark.alerting.notification.NoticeKind;
import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MailSubjectTest {

    private static Notice notice(String probe, String url, String location, String headline) {
        return new Notice(
                UUID.randomUUID(),
                1,
                NoticeKind.FAILING,
                new ProbeId(probe),
                probe,
                url,
                new LocationName(location),
                RunId.newAt(NotificationFixtures.NOON),
                NotificationFixtures.NOON,
                headline,
                List.of(),
                Optional.empty());
    }

    @Nested
    class GivenTwoProbes {

        @Test
        void whenTheyShareTheHost_thenTheHostIsTheCause() {
            assertThat(MailSubject.of(List.of(
                            notice("a", "https://shop.example/", "paris", "LCP 3 s > 2 s"),
                            notice("b", "https://shop.example/cart", "oslo", "TTFB 3 s > 2 s"))))
                    .isEqualTo("[failing] a: LCP 3 s > 2 s @ paris and 1 more (all on shop.example)");
        }

        @Test
        void whenOnlyTheMetricIsTheSame_thenThatIsNamed() {
            assertThat(MailSubject.shared(List.of(
                            notice("a", "https://shop.example/", "paris", "LCP 3 s > 2 s"),
                            notice("b", "https://blog.example/", "oslo", "still open: LCP 4 s > 2 s"))))
                    .contains("all LCP");
        }

        @Test
        void whenOnlyTheLocationIsTheSame_thenThatIsNamed() {
            assertThat(MailSubject.shared(List.of(
                            notice("a", "https://shop.example/", "paris", "HTTP status: 503"),
                            notice("b", "https://blog.example/", "paris", "HTTP status: 500"))))
                    .contains("all at location paris");
        }

        @Test
        void whenBothFollowedADeploy_thenThatIsTheCauseBeforeAllOthers() {
            Notice one = notice("a", "https://shop.example/", "paris", "LCP 3 s > 2 s");
            Notice two = notice("b", "https://shop.example/cart", "paris", "LCP 3 s > 2 s");

            assertThat(MailSubject.shared(
                            List.of(one.withDeploy(Optional.of("v1\n4")), two.withDeploy(Optional.of("v1\n4")))))
                    .contains("all after deploy v1 4");
            assertThat(MailSubject.shared(
                            List.of(one.withDeploy(Optional.of("v1")), two.withDeploy(Optional.of("v2")))))
                    .contains("all on shop.example");
            assertThat(MailSubject.shared(List.of(one.withDeploy(Optional.of("v1")), two)))
                    .contains("all on shop.example");
        }

        @Test
        void whenTheyShareNothing_thenNoCauseIsNamed() {
            assertThat(MailSubject.shared(List.of(
                            notice("a", "https://shop.example/", "paris", "LCP 3 s > 2 s"),
                            notice("b", "", "oslo", "TTFB 3 s > 2 s"))))
                    .isEmpty();
        }
    }

    @Nested
    class GivenOneProbe {

        @Test
        void whenItHasTwoChanges_thenThereIsNoSharedCause() {
            assertThat(MailSubject.shared(List.of(
                            notice("a", "https://shop.example/", "paris", "LCP 3 s > 2 s"),
                            notice("a", "https://shop.example/", "oslo", "LCP 3 s > 2 s"))))
                    .isEmpty();
        }
    }
}
