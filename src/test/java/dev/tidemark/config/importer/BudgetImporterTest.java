package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetImporterTest {

    private static ImportedBudgets read(String format, String url, String text) {
        ValidationErrors faults = new ValidationErrors();
        PageUrlMatcher page = new PageUrlMatcher(
                Optional.ofNullable(url).map(WebUrl::parse), Optional.of("home"), Optional.of(FormFactor.MOBILE));
        ImportedBudgets imported = BudgetImporter.read(format, text, page, faults);
        assertThat(faults.all()).isEmpty();
        return imported;
    }

    private static List<String> limits(ImportedBudgets imported) {
        return imported.budgets().stream().map(BudgetImporterTest::line).toList();
    }

    private static String line(Limit limit) {
        String bound = limit.threshold() instanceof Bound.Max ? "<=" : ">=";
        return "%s %s %s %s %s"
                .formatted(
                        limit.statistic().label(),
                        limit.metric(),
                        bound,
                        limit.fixedThreshold().orElseThrow().value(),
                        limit.severity().label());
    }

    private static List<String> ignored(ImportedBudgets imported) {
        return imported.ignored().stream()
                .map(fault -> fault.place().pointer() + " " + fault.detail())
                .toList();
    }

    @Nested
    class GivenABudgetOfLighthouse {

        private static final String JSON = """
                [{"resourceSizes": [{"resourceType": "script", "budget": 125}, {"resourceType": "total", "budget": 300}],
                  "resourceCounts": [{"resourceType": "third-party", "budget": 10}],
                  "timings": [{"metric": "interactive", "budget": 5000}, {"metric": "cumulative-layout-shift", "budget": 0.1},
                              {"metric": "first-meaningful-paint", "budget": 2000}],
                  "options": {"firstPartyHostnames": ["a.example"]}},
                 {"path": "/blog/*", "timings": [{"metric": "largest-contentful-paint", "budget": 3000}]},
                 {"path": "/blog", "timings": [{"metric": "speed-index", "budget": 4000}]}]
                """;

        @Test
        void whenThePageHasNoPathOfItsOwn_thenTheGeneralOneHoldsWithSizesInKib() {
            ImportedBudgets imported = read("lighthouse", "https://a.example/shop", JSON);
            assertThat(limits(imported))
                    .containsExactly(
                            "median BYTES_SCRIPT <= 128000.0 critical",
                            "median BYTES <= 307200.0 critical",
                            "median REQUESTS_THIRD_PARTY <= 10.0 critical",
                            "median TTI <= 5000.0 critical",
                            "median CLS <= 0.1 critical");
            assertThat(ignored(imported))
                    .contains(
                            "/0/timings/2/budget first-meaningful-paint: Tidemark does not measure this.",
                            "/0/options Tidemark has no setting for first-party host names.")
                    .hasSize(4);
        }

        @Test
        void whenSeveralPathsMatch_thenTheLastOneHolds() {
            assertThat(limits(read("lighthouse", "https://a.example/blog/1", JSON)))
                    .containsExactly("median SI <= 4000.0 critical");
        }

        @ParameterizedTest
        @CsvSource({
            "/blog,    /blog/1,      true",
            "/blog,    /a/blog,      false",
            "/blog$,   /blog,        true",
            "/blog$,   /blog/,       false",
            "/*.html,  /a/b.html?x,  true",
            "/*.html$, /a/b.html?x,  false",
            "/*.html$, /a/b.html,    true",
            "/a*b,     /xab,         false",
        })
        void whenAPathIsMatched_thenAsInRobotsTxt(String pattern, String path, boolean matches) {
            assertThat(new RobotsPathPattern(pattern).matches(path)).isEqualTo(matches);
        }
    }

    @Nested
    class GivenABudgetOfSitespeed {

        private static final String JSON = """
                {"budget": {
                  "timings": {"SpeedIndex": 3000, "pageLoadTime": 2000, "fullyLoaded": 4000},
                  "transferSize": {"javascript": 100000, "svg": 1000},
                  "usertimings": {"marks": {"hero": 800}, "measures": {"boot": 200}},
                  "lighthouse": {"performance": 90},
                  "score": {"performance": 95},
                  "https://a.example/": {"timings": {"SpeedIndex": 1000}},
                  "home": {"requests": {"total": 50}},
                  "https://b.example/": {"timings": {"SpeedIndex": 1}}}}
                """;

        @Test
        void whenItIsRead_thenThePageAndItsAliasOverrideTheGeneralAndSizesAreBytes() {
            ImportedBudgets imported = read("sitespeed", "https://a.example/", JSON);
            assertThat(limits(imported))
                    .containsExactly(
                            "median SI <= 1000.0 critical",
                            "median LOAD <= 2000.0 critical",
                            "median BYTES_SCRIPT <= 100000.0 critical",
                            "median MARK:hero <= 800.0 critical",
                            "median MEASURE:boot <= 200.0 critical",
                            "median SCORE >= 0.9 critical",
                            "median REQUESTS <= 50.0 critical");
            assertThat(ignored(imported))
                    .containsExactly(
                            "/budget/https:~1~1b.example~1 The entry applies to https://b.example/, not to this page.",
                            "/budget/timings/fullyLoaded timings.fullyLoaded: Tidemark does not measure this, or measures it differently.",
                            "/budget/transferSize/svg transferSize.svg: Tidemark does not measure this, or measures it differently.",
                            "/budget/score/performance score.performance: the score of the coach is not the performance score. Add a limit for SCORE.");
        }

        @Test
        void whenItHasTheOldFormat_thenThatIsReported() {
            assertThat(ignored(read("sitespeed", null, "{\"browsertime\": []}")))
                    .containsExactly(" The file has no budget.");
        }
    }

    @Nested
    class GivenAssertionsOfLighthouseCi {

        private static ImportedBudgets assertions(String yaml) {
            return read("lighthouserc", "https://a.example/", "ci:\n  assert:\n    assertions:\n      " + yaml + "\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "largest-contentful-paint: [error, {maxNumericValue: 2000}] | min LCP <= 2000.0 critical",
                    "largest-contentful-paint: [warn, {maxNumericValue: 2000}] | min LCP <= 2000.0 warning",
                    "largest-contentful-paint: [error, {maxNumericValue: 2000, aggregationMethod: pessimistic}] | max LCP <= 2000.0 critical",
                    "largest-contentful-paint: [error, {maxNumericValue: 2000, aggregationMethod: median}] | median LCP <= 2000.0 critical",
                    "largest-contentful-paint: error | min LCP <= 2500.0 critical",
                    "largest-contentful-paint: [error, {minScore: 0.5}] | min LCP <= 4000.0 critical",
                    "categories:performance: [error, {minScore: 0.8}] | max SCORE >= 0.8 critical",
                    "categories.performance: warn | max SCORE >= 0.9 warning",
                    "categories:performance: [error, {minScore: 0.8, aggregationMethod: pessimistic}] | min SCORE >= 0.8 critical",
                    "resource-summary:script:size: [error, {maxNumericValue: 125000}] | min BYTES_SCRIPT <= 125000.0 critical",
                    "resource-summary.third-party.count: [error, {maxNumericValue: 5}] | min REQUESTS_THIRD_PARTY <= 5.0 critical",
                })
        void whenOneIsRead_thenTheBestRunCountsByDefault(String assertion, String limit) {
            ImportedBudgets imported = assertions(assertion);
            assertThat(limits(imported)).containsExactly(limit);
            assertThat(imported.ignored()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "uses-http2: error | uses-http2: Tidemark does not measure this.",
                    "interactive: error | interactive: Tidemark has no score for this audit. Use maxNumericValue.",
                    "server-response-time: warn | server-response-time: this audit is the time to first byte without DNS lookup and connection. Add a limit for TTFB.",
                    "largest-contentful-paint: bad | largest-contentful-paint: the level must be off, warn or error.",
                })
        void whenOneHasNoEquivalent_thenTheReasonIsReported(String assertion, String reason) {
            ImportedBudgets imported = assertions(assertion);
            assertThat(imported.budgets()).isEmpty();
            assertThat(imported.ignored()).singleElement().satisfies(one -> assertThat(one.detail())
                    .hasToString(reason));
        }

        @Test
        void whenTheMedianRunIsSpecified_thenTheMedianOfTheMetricIsUsedAndReported() {
            ImportedBudgets imported = assertions(
                    "largest-contentful-paint: [error, {maxNumericValue: 2000, aggregationMethod: median-run}]");

            assertThat(limits(imported)).containsExactly("median LCP <= 2000.0 critical");
            assertThat(imported.ignored())
                    .singleElement()
                    .satisfies(
                            one -> assertThat(one.detail())
                                    .hasToString(
                                            "largest-contentful-paint: median-run is imported as the median of this metric, not as the value of one run."));
        }

        @Test
        void whenOneIsOff_thenItIsIgnored() {
            assertThat(assertions("largest-contentful-paint: \"off\""))
                    .isEqualTo(new ImportedBudgets(List.of(), List.of()));
        }

        @Test
        void whenThereIsAMatrix_thenEveryEntryThatMatchesHolds() {
            String yaml = """
                    ci:
                      assert:
                        assertMatrix:
                          - matchingUrlPattern: .*
                            aggregationMethod: pessimistic
                            assertions: {first-contentful-paint: [error, {maxNumericValue: 1000}]}
                          - matchingUrlPattern: ^https://a\\.
                            assertions: {speed-index: [warn, {maxNumericValue: 3000}]}
                          - matchingUrlPattern: b\\.example
                            assertions: {interactive: [warn, {maxNumericValue: 1}]}
                    """;
            ImportedBudgets imported = read("lighthouserc", "https://a.example/", yaml);
            assertThat(limits(imported)).containsExactly("max FCP <= 1000.0 critical", "min SI <= 3000.0 warning");
            assertThat(ignored(imported))
                    .singleElement()
                    .asString()
                    .contains("The entry applies to b\\.example, which does not match");
        }
    }

    @Nested
    class GivenAnUnknownFormat {

        @Test
        void whenItIsRead_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> read("lighthous", null, "[]"))
                    .hasMessage("Unknown format \"lighthous\". Did you mean \"lighthouse\"?");
        }
    }
}
