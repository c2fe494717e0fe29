package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.model.probe.Limit;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Complete real-world files: units, order, aggregation, and a remark for everything that is ignored. */
class ForeignFilesTest {

    private static ImportedBudgets read(String format, String url, String alias, String text) {
        ValidationErrors faults = new ValidationErrors();
        PageUrlMatcher page = new PageUrlMatcher(
                Optional.of(WebUrl.parse(url)), Optional.ofNullable(alias), Optional.of(FormFactor.DESKTOP));
        ImportedBudgets imported = BudgetImporter.read(format, text, page, faults);
        assertThat(faults.all()).isEmpty();
        return imported;
    }

    private static List<String> limits(ImportedBudgets imported) {
        return imported.budgets().stream().map(ForeignFilesTest::line).toList();
    }

    private static String line(Limit limit) {
        return limit.statistic().label() + " " + limit.metric()
                + (limit.threshold() instanceof Bound.Max ? " <= " : " >= ")
                + limit.fixedThreshold().orElseThrow().value() + " "
                + limit.severity().label();
    }

    private static List<String> ignored(ImportedBudgets imported) {
        return imported.ignored().stream().map(one -> one.place().pointer()).toList();
    }

    /** Like budget.json in Lighthouse's documentation: general budgets first, then one for a part of the site. */
    @Nested
    class GivenLighthousesBudgetFile {

        private static final String FILE = """
                [
                  {
                    "path": "/*",
                    "options": { "firstPartyHostnames": ["shop.example", "*.shop-cdn.example"] },
                    "timings": [
                      { "metric": "interactive", "budget": 3000 },
                      { "metric": "first-contentful-paint", "budget": 1000 },
                      { "metric": "max-potential-fid", "budget": 130 },
                      { "metric": "cumulative-layout-shift", "budget": 0.1 },
                      { "metric": "first-meaningful-paint", "budget": 1000 }
                    ],
                    "resourceSizes": [
                      { "resourceType": "script", "budget": 125 },
                      { "resourceType": "font", "budget": 97.5 },
                      { "resourceType": "total", "budget": 300 }
                    ],
                    "resourceCounts": [
                      { "resourceType": "third-party", "budget": 10 },
                      { "resourceType": "stylesheet", "budget": 3 }
                    ]
                  },
                  { "path": "/checkout/*$", "resourceSizes": [ { "resourceType": "media", "budget": 0 } ] }
                ]
                """;

        @Test
        void whenItIsReadForTheHomePage_thenTheFirstEntryHoldsWithSizesInKib() {
            ImportedBudgets imported = read("lighthouse", "https://shop.example/", null, FILE);

            assertThat(limits(imported))
                    .containsExactly(
                            "median TTI <= 3000.0 critical",
                            "median FCP <= 1000.0 critical",
                            "median MAX_POTENTIAL_FID <= 130.0 critical",
                            "median CLS <= 0.1 critical",
                            "median BYTES_SCRIPT <= 128000.0 critical",
                            "median BYTES_FONT <= 99840.0 critical",
                            "median BYTES <= 307200.0 critical",
                            "median REQUESTS_THIRD_PARTY <= 10.0 critical",
                            "median REQUESTS_STYLESHEET <= 3.0 critical");
            assertThat(ignored(imported)).containsExactlyInAnyOrder("/0/options", "/0/timings/4/budget", "/1");
        }

        @Test
        void whenALaterEntryMatchesToo_thenItHoldsAloneAndNoneMayBeNone() {
            assertThat(limits(read("lighthouse", "https://shop.example/checkout/pay", null, FILE)))
                    .containsExactly("median BYTES_MEDIA <= 0.0 critical");
        }
    }

    /** As in sitespeed.io's documentation: sections for all pages, and for a page by URL or alias. */
    @Nested
    class GivenSitespeedsBudgetFile {

        private static final String FILE = """
                {
                  "budget": {
                    "googleWebVitals": {
                      "timeToFirstByte": 800, "firstContentfulPaint": 1800, "largestContentfulPaint": 2500,
                      "cumulativeLayoutShift": 0.1, "totalBlockingTime": 200
                    },
                    "timings": { "firstPaint": 1000, "pageLoadTime": 2500, "SpeedIndex": 2000, "FirstVisualChange": 900 },
                    "cpu": { "longTasks": 3, "longTasksTotalDuration": 400 },
                    "requests": { "total": 89, "javascript": 20, "css": 4, "image": 30, "httpErrors": 0 },
                    "transferSize": { "total": 400000, "javascript": 170000, "font": 60000 },
                    "thirdParty": { "transferSize": 100000, "requests": 15 },
                    "score": { "score": 75, "privacy": 100 },
                    "lighthouse": { "performance": 95 },
                    "axe": { "critical": 0 },
                    "usertimings": { "marks": { "hero-shown": 1200 } },
                    "https://shop.example/cart": { "timings": { "pageLoadTime": 1200 } },
                    "checkout": { "requests": { "total": 40 } }
                  }
                }
                """;

        @Test
        void whenItIsReadForAPageWithItsOwnSection_thenThatOverridesTheGeneralAndSizesAreBytes() {
            ImportedBudgets imported = read("sitespeed", "https://shop.example/cart", "checkout", FILE);

            assertThat(limits(imported))
                    .containsExactlyInAnyOrder(
                            "median TTFB <= 800.0 critical",
                            "median FCP <= 1800.0 critical",
                            "median LCP <= 2500.0 critical",
                            "median CLS <= 0.1 critical",
                            "median TBT <= 200.0 critical",
                            "median FP <= 1000.0 critical",
                            "median LOAD <= 1200.0 critical",
                            "median SI <= 2000.0 critical",
                            "median LONG_TASKS <= 3.0 critical",
                            "median LONG_TASKS_TOTAL <= 400.0 critical",
                            "median REQUESTS <= 40.0 critical",
                            "median REQUESTS_SCRIPT <= 20.0 critical",
                            "median REQUESTS_STYLESHEET <= 4.0 critical",
                            "median REQUESTS_IMAGE <= 30.0 critical",
                            "median HTTP_ERRORS <= 0.0 critical",
                            "median BYTES <= 400000.0 critical",
                            "median BYTES_SCRIPT <= 170000.0 critical",
                            "median BYTES_FONT <= 60000.0 critical",
                            "median BYTES_THIRD_PARTY <= 100000.0 critical",
                            "median REQUESTS_THIRD_PARTY <= 15.0 critical",
                            "median SCORE >= 0.95 critical",
                            "median MARK:hero-shown <= 1200.0 critical");
            assertThat(ignored(imported))
                    .containsExactlyInAnyOrder(
                            "/budget/timings/FirstVisualChange",
                            "/budget/score/score",
                            "/budget/score/privacy",
                            "/budget/axe/critical");
        }

        @Test
        void whenItIsReadForAnotherPage_thenTheGeneralSectionAppliesAndOthersAreReported() {
            ImportedBudgets imported = read("sitespeed", "https://shop.example/", null, FILE);

            assertThat(limits(imported)).contains("median LOAD <= 2500.0 critical", "median REQUESTS <= 89.0 critical");
            assertThat(ignored(imported)).contains("/budget/https:~1~1shop.example~1cart", "/budget/checkout");
        }
    }

    /** Like lighthouserc.json and .lighthouserc.yml in the documentation of Lighthouse CI. */
    @Nested
    class GivenTheAssertionsOfLighthouseCi {

        private static final String JSON = """
                {
                  "ci": {
                    "collect": { "numberOfRuns": 5, "url": ["https://shop.example/"] },
                    "assert": {
                      "preset": "lighthouse:no-pwa",
                      "assertions": {
                        "categories:performance": ["warn", { "minScore": 0.8, "aggregationMethod": "median" }],
                        "first-contentful-paint": ["error", { "maxNumericValue": 2000 }],
                        "cumulative-layout-shift": ["error", { "maxNumericValue": 0.1, "aggregationMethod": "pessimistic" }],
                        "interactive": "off",
                        "total-blocking-time": ["warn", { "minScore": 0.9 }],
                        "resource-summary:script:size": ["error", { "maxNumericValue": 170000 }],
                        "resource-summary:font:count": ["warn", { "maxNumericValue": 4 }],
                        "unused-javascript": ["warn", { "maxLength": 0 }],
                        "user-timings:hero-shown": ["warn", { "maxNumericValue": 1200 }],
                        "uses-http2": "error"
                      }
                    },
                    "upload": { "target": "temporary-public-storage" }
                  }
                }
                """;

        @Test
        void whenItIsRead_thenTheBestRunCountsByDefaultAndSizesAreBytes() {
            ImportedBudgets imported = read("lighthouserc", "https://shop.example/", null, JSON);

            assertThat(limits(imported))
                    .containsExactly(
                            "median SCORE >= 0.8 warning",
                            "min FCP <= 2000.0 critical",
                            "max CLS <= 0.1 critical",
                            "min TBT <= 150.0 warning",
                            "min BYTES_SCRIPT <= 170000.0 critical",
                            "min REQUESTS_FONT <= 4.0 warning");
            assertThat(imported.ignored())
                    .hasSize(4)
                    .anySatisfy(
                            one -> assertThat(one.detail())
                                    .hasToString(
                                            "The assertions of the preset lighthouse:no-pwa are not imported, only those in the file."))
                    .anySatisfy(
                            one -> assertThat(one.detail())
                                    .hasToString(
                                            "user-timings:hero-shown: the name of the user timing is in kebab case. Use MARK:<name> or MEASURE:<name> with the original name."));
        }
    }
}
