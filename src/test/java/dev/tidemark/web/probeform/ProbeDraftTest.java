package dev.tidemark.web.probeform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.web.support.FieldErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProbeDraftTest {

    private static final String WHOLE = """
            {"id":"shop","name":"Shop","url":"https://shop.example/","cron":"0 */10 * * * ?","zone":"Europe/Berlin",
             "samples":5,"profile":"mobile","locations":["default","oslo"],"enabled":false,"tags":["a b","c"],
             "budgets":[{"metric":"LCP","statistic":"p75","max":2500,"severity":"warning","breaches":2,"of":5,"window":"P7D"},
                        {"metric":"SCORE","min":0.9}],
             "notify":["team@shop.example","https://hooks.example/x,y"],
             "headers":{"Authorization":"Bearer s3cret","X-Plain":"seen"},"locale":"de-DE"}""";

    private static ProbeDraft typed(String... namesAndValues) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ProbeDraft.submitted(form::get);
    }

    private static FieldErrors faultsOf(ProbeDraft draft) {
        List<ValidationError> faults = new ArrayList<>();
        ParsedDefinitions read = DefinitionReader.json(draft.json(faults));
        faults.addAll(read.errors());
        return FieldErrors.of(faults, new ProbeDraftField(draft));
    }

    @Nested
    class GivenAProbe {

        private final Probe probe = DefinitionReader.json(WHOLE).probes().get(0);

        @Test
        void whenItIsShownAndSentBackUnchanged_thenItIsTheSame() {
            ParsedDefinitions back = DefinitionReader.json(ProbeDraft.of(probe).json(new ArrayList<>()));

            assertThat(back.errors()).isEmpty();
            assertThat(SecretRestorer.restore(back.probes().get(0), probe)).isEqualTo(probe);
        }

        @Test
        void whenLimitsHaveMoreThanTheRowsShow_thenItIsKept() {
            Probe rich = DefinitionReader.json("""
                            {"id":"shop","url":"https://shop.example/","every":"PT5M","locations":["a","b"],"budgets":[
                              {"metric":"LCP","max":2500,"target":2000,"locations":2,"profile":"desktop","origin":"by hand"},
                              {"metric":"LCP","maxIncrease":"10%","atLeast":100,"against":"deploy","days":3},
                              {"metric":"SCORE","maxDecrease":"5%"},{"minUptime":99.95},{"noResultFor":"PT1H"},
                              {"preset":"production-targets"}]}""").probes().get(0);

            ParsedDefinitions back = DefinitionReader.json(ProbeDraft.of(rich).json(new ArrayList<>()));

            assertThat(back.errors()).isEmpty();
            assertThat(back.probes()).containsExactly(rich);
        }

        @Test
        void whenItIsShown_thenItsSecretIsNot() {
            assertThat(ProbeDraft.of(probe).value(ProbeDraft.MORE))
                    .contains("\"Authorization\"", "***", "seen")
                    .doesNotContain("s3cret");
        }

        @Test
        void whenItIsShown_thenThereAreTwoEmptyRows() {
            assertThat(ProbeDraft.of(probe).rowsToShow())
                    .extracting(LimitRow::metric)
                    .containsExactly("LCP", "SCORE", "", "");
        }
    }

    @Nested
    class GivenErrors {

        @Test
        void whenSeveralInputsAreWrong_thenEachHasItsOwn() {
            FieldErrors faults = faultsOf(typed(
                    "slug",
                    "Big Shop",
                    "name",
                    "x",
                    "url",
                    "ftp://shop",
                    "every",
                    "soon",
                    "samples",
                    "many",
                    "notify",
                    "nobody",
                    "enabled",
                    "true"));

            assertThat(faults.at("id")).asString().contains("Big Shop");
            assertThat(faults.at("url")).asString().contains("ftp");
            assertThat(faults.at("every")).asString().contains("soon");
            assertThat(faults.at("samples")).asString().contains("must be a number");
            assertThat(faults.at("notify")).asString().contains("nobody");
        }

        @Test
        void whenARowAfterABlankOneIsInvalid_thenTheErrorIsAtThatRow() {
            FieldErrors faults = faultsOf(typed(
                    "slug",
                    "shop",
                    "url",
                    "https://shop.example/",
                    "every",
                    "PT5M",
                    "samples",
                    "3",
                    "budget.0.metric",
                    "",
                    "budget.0.bound",
                    "",
                    "budget.1.metric",
                    "LPC",
                    "budget.1.bound",
                    "2500",
                    "budget.1.side",
                    "max",
                    "budget.2.metric",
                    "FCP",
                    "budget.2.bound",
                    "",
                    "budget.2.side",
                    "max"));

            assertThat(faults.at("budget.1.metric")).asString().contains("Did you mean \"LCP\"");
            assertThat(faults.at("budget.2.bound")).asString().contains("The limit has no threshold. Add max or min.");
            assertThat(faults.at("budget.0.metric")).asString().isEmpty();
        }

        @Test
        void whenThereIsNoSchedule_thenTheErrorIsAtEvery() {
            assertThat(faultsOf(typed("slug", "shop", "url", "https://shop.example/"))
                            .at("every"))
                    .asString()
                    .contains("is missing");
        }

        @Test
        void whenTheOtherSettingsAreNoJson_thenThatIsReportedWithTheOtherErrors() {
            FieldErrors faults = faultsOf(typed("slug", "shop", "url", "nonsense", "every", "PT5M", "more", "{oops"));

            assertThat(faults.at("more")).asString().contains("The additional keys must be a JSON object");
            assertThat(faults.at("url")).asString().isNotEmpty();
        }

        @Test
        void whenAKeyIsInBothPlaces_thenTheOtherSettingsHaveTheError() {
            ProbeDraft draft = typed(
                    "slug",
                    "shop",
                    "url",
                    "https://shop.example/",
                    "every",
                    "PT5M",
                    "more",
                    "{\"url\":\"https://other.example/\",\"lokale\":\"de\"}");

            assertThat(faultsOf(draft).at("more")).asString().contains("\"url\" has its own field above.", "lokale");
        }
    }

    @Nested
    class GivenANameWithoutAnId {

        @Test
        void whenItIsSubmitted_thenTheIdIsDerivedFromTheName() {
            assertThat(typed("name", "Café, Home  page!").withGeneratedId().value("id"))
                    .isEqualTo("cafe-home-page");
            assertThat(typed("name", "x", "slug", "mine").withGeneratedId().value("id"))
                    .isEqualTo("mine");
            assertThat(typed("name", "Größe").withGeneratedId().value("id")).isEqualTo("grosse");
            assertThat(typed("name", "茶").withGeneratedId().value("id")).isEmpty();
        }
    }
}
