package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.model.probe.Bound;
import dev.tidemark.platform.url.WebUrl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as their own tools read them, with the settings that they contain. */
class BudgetFileInputsTest {

    private static ImportedBudgets read(String format, String text, String url, FormFactor formFactor) {
        ValidationErrors errors = new ValidationErrors();
        PageUrlMatcher page = new PageUrlMatcher(
                Optional.ofNullable(url).map(WebUrl::parse), Optional.of("home"), Optional.ofNullable(formFactor));
        ImportedBudgets imported = BudgetImporter.read(format, text, page, errors);
        assertThat(errors.all()).isEmpty();
        return imported;
    }

    private static List<String> limits(ImportedBudgets imported) {
        return imported.budgets().stream()
                .map(limit -> limit.statistic().label() + " " + limit.metric()
                        + (limit.threshold() instanceof Bound.Max ? " <= " : " >= ")
                        + limit.fixedThreshold().orElseThrow().value())
                .toList();
    }

    private static List<String> ignored(ImportedBudgets imported) {
        return imported.ignored().stream()
                .map(one -> one.place().pointer() + " " + one.detail())
                .toList();
    }

    @Nested
    class GivenJsonWithTabs {

        @Test
        void whenABudgetOfLighthouseIsIndentedWithTwoTabs_thenItIsRead() {
            String text =
                    "[\n\t\t{\n\t\t\t\t\"path\":\t\"/*\",\n\t\t\t\t\"timings\": [\n\t\t\t\t\t\t{\"metric\": \"speed-index\",\t\"budget\": 3000}]}]\n";
            assertThat(limits(read("lighthouse", text, null, null))).containsExactly("median SI <= 3000.0");
        }
    }

    @Nested
    class GivenALighthousercWithAFormFactor {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "{'settings': {'preset': 'desktop'}}                          |         | 1200",
                    "{'settings': {'formFactor': 'desktop'}}                      |         | 1200",
                    "{'settings': {'emulatedFormFactor': 'desktop'}}              |         | 1200",
                    "{'method': 'psi', 'psiStrategy': 'desktop'}                  |         | 1200",
                    "{'settings': {'preset': 'desktop'}}                          | MOBILE  | 2500",
                    "{'settings': {'preset': 'mobile'}}                           | DESKTOP | 1200",
                    "{'settings': {'preset': 'desktop', 'formFactor': 'mobile'}}  |         | 2500",
                    "{'settings': {'preset': 'perf'}}                             |         | 2500",
                    "{'psiStrategy': 'desktop'}                                   |         | 2500",
                    "{'numberOfRuns': 3}                                          |         | 2500",
                })
        void whenAScoreIsConverted_thenByTheCurvesOfThatFormFactor(String collect, FormFactor given, double lcp) {
            String text = ("{'ci': {'collect': " + collect
                            + ", 'assert': {'assertions': {'largest-contentful-paint': ['error', {'minScore': 0.9}]}}}}")
                    .replace('\'', '"');
            ImportedBudgets imported = read("lighthouserc", text, null, given);
            assertThat(limits(imported)).containsExactly("min LCP <= " + lcp);
            assertThat(imported.ignored()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {"{'settings': {'configPath': './lh.js'}}", "{'settings': [{'preset': 'desktop'}]}"})
        void whenItIsNotInTheFile_thenMobileAppliesAndThatIsReported(String collect) {
            String text = ("{'ci': {'collect': " + collect + ", 'assert': {'assertions': {'speed-index': 'error'}}}}")
                    .replace('\'', '"');
            ImportedBudgets imported = read("lighthouserc", text, null, null);
            assertThat(limits(imported)).containsExactly("min SI <= 3387.0");
            assertThat(ignored(imported)).singleElement().asString().contains("The form factor is not in this file");
        }
    }

    @Nested
    class GivenAnAssertionOfLighthouseCi {

        private static ImportedBudgets assertion(String assertion) {
            String text = ("{'ci': {'assert': {'assertions': {" + assertion + "}}}}").replace('\'', '"');
            return read("lighthouserc", text, "https://a.example/", null);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "'errors-in-console': ['error', {'minScore': 1}]        | min CONSOLE_ERRORS <= 0.0",
                    "'errors-in-console': 'error'                           | min CONSOLE_ERRORS <= 0.0",
                    "'errors-in-console': ['warn', {'minScore': 0.5}]       | min CONSOLE_ERRORS <= 0.0",
                    "'errors-in-console': ['error', {'maxLength': 2}]       | min CONSOLE_ERRORS <= 2.0",
                    "'errors-in-console': ['error', {'maxLength': 0, 'aggregationMethod': 'pessimistic'}] | max CONSOLE_ERRORS <= 0.0",
                    "'redirects': ['error', {'maxLength': 0}]               | min REDIRECTS <= 0.0",
                    "'network-requests': ['error', {'maxLength': 50}]       | min REQUESTS <= 50.0",
                    "'long-tasks': ['warn', {'maxLength': 3}]               | min LONG_TASKS <= 3.0",
                    "'largestContentfulPaint': ['error', {'maxNumericValue': 2000}] | min LCP <= 2000.0",
                    "'resource-summary.script.size': ['error', {'maxNumericValue': 1000}] | min BYTES_SCRIPT <= 1000.0",
                    "'categories.performance': ['error', {'minScore': 0.9}] | max SCORE >= 0.9",
                    "'total-blocking-time': ['error', {'maxNumericValue': 0}] | min TBT <= 0.0",
                })
        void whenItHasAnEquivalent_thenThatIsTheLimit(String assertion, String limit) {
            assertThat(limits(assertion(assertion))).containsExactly(limit);
            assertThat(assertion(assertion).ignored()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "'redirects': ['error', {'minScore': 1}]                | the score of this audit has no equivalent",
                    "'errors-in-console': ['error', {'minScore': 0}]        | every result has at least the score 0",
                    "'speed-index': ['error', {'minScore': 90}]             | minScore must be between 0 and 1",
                    "'speed-index': ['error', {'maxNumericValue': 1e999}]   | must be a number",
                    "'speed-index': ['error', {'maxNumericValue': '3000'}]  | must be a number",
                    "'categories:seo': ['error', {'minScore': 0.9}]         | no score for this category",
                    "'user-timings:hero': ['error', {'maxNumericValue': 1}] | the name of the user timing is in kebab case",
                    "'color-contrast': 'error'                              | Tidemark does not measure this",
                    "'speed-index': ['error', {'maxNumericValue': 1, 'aggregationMethod': 'best'}] | the aggregation method best is unknown",
                    "'speed-index': ['fatal', {}]                           | the level must be off, warn or error",
                    "'speed-index': []                                      | the level must be off, warn or error",
                })
        void whenItHasNone_thenTheReasonIsReported(String assertion, String reason) {
            assertThat(limits(assertion(assertion))).isEmpty();
            assertThat(ignored(assertion(assertion))).singleElement().asString().contains(reason);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {"'speed-index': 'off'", "'speed-index': ['off', {'minScore': 1}]", "'speed-index': null"})
        void whenItIsOff_thenThereIsNothing(String assertion) {
            assertThat(assertion(assertion)).isEqualTo(new ImportedBudgets(List.of(), List.of()));
        }

        @Test
        void whenAnOptionIsUnknown_thenItIsReported() {
            assertThat(ignored(assertion("'speed-index': ['error', {'maxNumericValue': 1, 'maxValue': 2}]")))
                    .singleElement()
                    .asString()
                    .contains("the option maxValue is unknown to Lighthouse CI");
        }

        @Test
        void whenThereIsAMatrixBesideThem_thenTheOthersAreReported() {
            String text = ("{'ci': {'extends': './base.json', 'assert': {'preset': 'lighthouse:no-pwa',"
                            + " 'includePassedAssertions': true, 'assertions': {'speed-index': 'error'},"
                            + " 'assertMatrix': [{'matchingUrlPattern': '.*', 'preset': 'lighthouse:recommended',"
                            + " 'assertions': {'interactive': ['error', {'maxNumericValue': 3000}]}}]}}}")
                    .replace('\'', '"');
            ImportedBudgets imported = read("lighthouserc", text, "https://a.example/", null);
            assertThat(limits(imported)).containsExactly("min TTI <= 3000.0");
            assertThat(ignored(imported))
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .contains("/ci/extends", "/ci/assert/assertions", "/ci/assert/assertMatrix/0/preset");
        }
    }

    @Nested
    class GivenABudgetOfSitespeed {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "{'usertimings': {'headerLogo': 1000}}                  | median MARK:headerLogo <= 1000.0",
                    "{'usertimings': {'header-logo shown': 0}}              | median MARK:header-logo shown <= 0.0",
                    "{'usertimings': {'headerLogo': {'max': 900}}}          | median MARK:headerLogo <= 900.0",
                    "{'usertimings': {'marks': {'hero': 800}}}              | median MARK:hero <= 800.0",
                    "{'usertimings': {'measures': {'boot': 200}}}           | median MEASURE:boot <= 200.0",
                    "{'timings': {'SpeedIndex': {'max': 1000}}}             | median SI <= 1000.0",
                    "{'lighthouse': {'performance': {'min': 90}}}           | median SCORE >= 0.9",
                    "{'size': {'total': 1000000}}                           | median BYTES <= 1000000.0",
                    "{'thirdParty': {'size': 10000}}                        | median BYTES_THIRD_PARTY <= 10000.0",
                    "{'home': {'usertimings': {'a': 5}}}                    | median MARK:a <= 5.0",
                })
        void whenItIsRead_thenAsItsDocumentationSays(String sections, String limit) {
            ImportedBudgets imported =
                    read("sitespeed", ("{'budget': " + sections + "}").replace('\'', '"'), null, null);
            assertThat(limits(imported)).containsExactly(limit);
            assertThat(imported.ignored()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "https://shop.example,           https://shop.example/,         true",
            "https://shop.example/,          https://shop.example,          true",
            "https://shop.example/cart/,     https://shop.example/cart,     true",
            "https://shop.example/cart,      https://shop.example/cart/,    true",
            "https://shop.example:443/,      https://shop.example/,         true",
            "http://shop.example/,           http://shop.example:80,        true",
            "HTTPS://Shop.Example/,          https://shop.example/,         true",
            "https://shop.example/a/../b,    https://shop.example/b,        true",
            "https://shop.example/#top,      https://shop.example/,         true",
            "https://shop.example/?a=1,      https://shop.example/?a=1,     true",
            "https://shop.example?a=1,       https://shop.example/?a=1,     true",
            "https://shop.example/?a=1,      https://shop.example/?a=2,     false",
            "https://shop.example/Cart,      https://shop.example/cart,     false",
            "http://shop.example/,           https://shop.example/,         false",
            "https://shop.example:8443/,     https://shop.example/,         false",
            "https://www.shop.example/,      https://shop.example/,         false",
        })
        void whenAKeyIsAnAddress_thenItIsComparedAsOne(String key, String url, boolean matches) {
            String text = "{\"budget\": {\"" + key + "\": {\"timings\": {\"SpeedIndex\": 1}}}}";
            assertThat(limits(read("sitespeed", text, url, null)))
                    .isEqualTo(matches ? List.of("median SI <= 1.0") : List.of());
        }

        @Test
        void whenTwoKeysDifferByASlash_thenTheExactOneHolds() {
            String text = "{\"budget\": {\"https://a.example/x\": {\"timings\": {\"SpeedIndex\": 1}},"
                    + " \"https://a.example/x/\": {\"timings\": {\"SpeedIndex\": 2}}}}";
            assertThat(limits(read("sitespeed", text, "https://a.example/x/", null)))
                    .containsExactly("median SI <= 2.0");
        }

        @Test
        void whenItIsInTheFormBeforeVersion8_thenItIsReadToo() {
            String text = """
                    {"browsertime.pageSummary": [
                       {"metric": "statistics.timings.firstPaint.median", "max": 1000},
                       {"metric": "statistics.visualMetrics.SpeedIndex.max", "max": 2000},
                       {"metric": "statistics.timings.paintTiming['first-contentful-paint'].median", "max": 1500},
                       {"metric": "statistics.timings.userTimings.marks.hero.median", "max": 900},
                       {"metric": "statistics.visualMetrics.FirstVisualChange.median", "max": 1000}],
                     "coach.pageSummary": [{"metric": "advice.performance.score", "min": 75}],
                     "lighthouse.pageSummary": [{"metric": "categories.performance.score", "min": 0.9}],
                     "pagexray.pageSummary": [
                       {"metric": "transferSize", "max": 100000}, {"metric": "requests", "max": 20},
                       {"metric": "contentTypes.css.requests", "max": 1},
                       {"metric": "contentTypes.image.transferSize", "max": 100000},
                       {"metric": "documentRedirects", "max": 0}, {"metric": "missingCompression", "max": 0},
                       {"max": 1}]}
                    """;
            ImportedBudgets imported = read("sitespeed", text, null, null);
            assertThat(limits(imported))
                    .containsExactly(
                            "median FP <= 1000.0",
                            "max SI <= 2000.0",
                            "median FCP <= 1500.0",
                            "median MARK:hero <= 900.0",
                            "median SCORE >= 0.9",
                            "median BYTES <= 100000.0",
                            "median REQUESTS <= 20.0",
                            "median REQUESTS_STYLESHEET <= 1.0",
                            "median BYTES_IMAGE <= 100000.0",
                            "median REDIRECTS <= 0.0");
            assertThat(ignored(imported))
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .containsExactly(
                            "/browsertime.pageSummary/4",
                            "/coach.pageSummary/0",
                            "/pagexray.pageSummary/5",
                            "/pagexray.pageSummary/6");
        }

        @Test
        void whenItIsInAConfigurationOfSitespeed_thenItIsFound() {
            String text =
                    "{\"browsertime\": {}, \"budget\": {\"config\": {\"budget\": {\"timings\": {\"SpeedIndex\": 1}}}}}";
            assertThat(limits(read("sitespeed", text, null, null))).containsExactly("median SI <= 1.0");
        }
    }

    @Nested
    class GivenSomethingElse {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "lighthouserc | module.exports = {~  ci: {~    assert: {},~  },~}; | This is a Lighthouse CI configuration in JavaScript. Tidemark does not run JavaScript. Save the configuration as JSON",
                    "sitespeed    | module.exports = { budget: {} }; | This is JavaScript.",
                    "lighthouse   | {\"ci\": {\"assert\": {}}} | budgets/import?format=lighthouserc",
                    "lighthouserc | [{\"timings\": []}] | budgets/import?format=lighthouse ",
                    "lighthouserc | {\"budget\": {\"timings\": {}}} | budgets/import?format=sitespeed",
                    "lighthouse   | {\"lighthouseVersion\": \"12\", \"audits\": {}} | This is a Lighthouse report. It contains results",
                    "sitespeed    | {\"log\": {\"entries\": []}} | This is a HAR file",
                    "lighthouserc | endpoints:~  - url: https://a.example/ | This is a Gatus configuration",
                    "lighthouserc | {\"title\": \"a\", \"steps\": [{\"type\": \"close\"}]} | POST /api/v1/journeys/import",
                    "lighthouserc | jobs:~  a:~    runs-on: ubuntu-latest | a CI workflow",
                    "lighthouse   | [{\"timings\": [}] | Invalid JSON at line 1, column ",
                })
        void whenItIsRead_thenItIsNamedWithTheRemedy(String format, String text, String message) {
            ValidationErrors errors = new ValidationErrors();
            PageUrlMatcher page = new PageUrlMatcher(Optional.empty(), Optional.empty(), Optional.empty());
            BudgetImporter.read(format, text.replace('~', '\n'), page, errors);
            assertThat(errors.all()).singleElement().asString().contains(message);
        }
    }
}
