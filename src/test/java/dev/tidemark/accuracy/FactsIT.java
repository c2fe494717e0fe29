package dev.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Measurement;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.ConsoleMessage;
import dev.tidemark.model.result.Interaction;
import dev.tidemark.model.result.LongTask;
import dev.tidemark.model.result.SampleResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counts and names, on pages with known content. */
@Tag("browser")
class FactsIT {

    private static final List<String> PAGES = List.of(
            "workers.html",
            "troubles.html",
            "task-of-a-script.html",
            "user-timings.html",
            "click-late-paint.html",
            "unread-fetch.html");

    private static Map<String, SampleResult> loads;

    @BeforeAll
    static void load() throws IOException, InterruptedException {
        ComparedLoads.compare(List.of(Fixture.of("workers.html")), new ReferenceScript("", "none"));
        List<Fixture> fixtures = PAGES.stream().map(Fixture::of).toList();
        loads = ComparedLoads.compare(fixtures, new ReferenceScript("", "none")).stream()
                .collect(Collectors.toMap(Comparison::page, Comparison::ours));
    }

    private static double value(String page, String metric) {
        return loads.get(page)
                .measurements()
                .find(Metric.of(metric))
                .map(Measurement::value)
                .orElse(Double.NaN);
    }

    @Nested
    class GivenAPageWithWorkersOfEveryKind {

        /** From the second load on; of a shared worker, which does not wait for listeners, only the script is certain. */
        @Test
        void thenTheRequestsOfAllAreCounted() {
            assertThat(loads.get("workers.html").page().requests())
                    .extracting(request -> request.url().replaceFirst(".*/", ""))
                    .contains(
                            "workers.html",
                            "worker.js?0",
                            "worker.js?1",
                            "worker.js?2",
                            "worker.js?3",
                            "imported.js",
                            "slow.json?of=worker",
                            "shared-worker.js",
                            "service-worker.js",
                            "slow.json?of=service")
                    .doesNotHaveDuplicates();
            assertThat(value("workers.html", "REQUESTS")).isBetween(10.0, 11.0);
            assertThat(value("workers.html", "REQUESTS_THIRD_PARTY")).isZero();
        }

        @Test
        void thenTheNetworkBecomesIdle() {
            assertThat(value("workers.html", "TTI")).isPositive();
            assertThat(loads.get("workers.html").duration()).isLessThan(Duration.ofSeconds(25));
        }
    }

    @Nested
    class GivenAFetchWhoseBodyIsNotRead {

        /** A page that reaches its time limit is not queried, so its title would be missing. */
        @Test
        void thenThePageEndsBeforeItsLimit() {
            assertThat(loads.get("unread-fetch.html").page().title()).isEqualTo("The answer of a fetch is never read");
            assertThat(value("unread-fetch.html", "TTI")).isPositive();
        }
    }

    @Nested
    class GivenAPageWithErrors {

        @Test
        void thenEachErrorIsCountedOnce() {
            assertThat(value("troubles.html", "EXCEPTIONS")).isEqualTo(1);
            assertThat(value("troubles.html", "FAILED_REQUESTS")).isEqualTo(1);
            assertThat(value("troubles.html", "HTTP_ERRORS")).isEqualTo(1);
            assertThat(value("troubles.html", "CONSOLE_ERRORS")).isEqualTo(3);
        }

        @Test
        void thenConsoleMessagesAreRecorded() {
            assertThat(loads.get("troubles.html").page().console())
                    .extracting(ConsoleMessage::text)
                    .anyMatch(text -> text.startsWith("cannot show"))
                    .anyMatch(text -> text.contains("thrown later"))
                    .contains("only a warning");
        }
    }

    @Nested
    class GivenTwoScriptsWithLongTasks {

        @Test
        void thenTheLongestTaskNamesItsScript() {
            LongTask longest = loads.get("task-of-a-script.html").page().longTasks().stream()
                    .max(Comparator.comparingDouble(LongTask::durationMillis))
                    .orElseThrow();

            assertThat(longest.durationMillis()).isGreaterThanOrEqualTo(180);
            assertThat(longest.script().orElse("")).endsWith("busy.js?ms=180&after=1000");
        }
    }

    @Nested
    class GivenMarksAndAMeasure {

        @Test
        void thenTheyAreMetrics() {
            assertThat(value("user-timings.html", "MARK:b") - value("user-timings.html", "MARK:a"))
                    .isEqualTo(value("user-timings.html", "MEASURE:a to b"));
        }
    }

    @Nested
    class GivenAClick {

        @Test
        void thenItsThreePartsAddUpToInp() {
            Interaction worst =
                    loads.get("click-late-paint.html").page().worstInteraction().orElseThrow();

            assertThat(worst.inputDelayMillis() + worst.processingMillis() + worst.presentationMillis())
                    .isEqualTo(value("click-late-paint.html", "INP"));
            assertThat(worst.selector()).isEqualTo("#go");
            assertThat(worst.type()).isNotEmpty();
        }
    }
}
