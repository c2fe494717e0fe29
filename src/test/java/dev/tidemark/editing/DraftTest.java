package dev.tidemark.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.definition.Definitions;
import dev.tidemark.document.Fault;
import dev.tidemark.probe.Probe;
import dev.tidemark.rendition.SecretKeeper;
import dev.tidemark.web.FieldFaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final String WHOLE = """
            {"id":"shop","name":"Shop","url":"https://shop.example/","cron":"0 */10 * * * ?","zone":"Europe/Berlin",
             "samples":5,"profile":"mobile","locations":["default","oslo"],"enabled":false,"tags":["a b","c"],
             "budgets":[{"metric":"LCP","statistic":"p75","max":2500,"severity":"warning","breaches":2,"of":5,"window":"P7D"},
                        {"metric":"SCORE","min":0.9}],
             "notify":["team@shop.example","https://hooks.example/x,y"],
             "headers":{"Authorization":"Bearer s3cret","X-Plain":"seen"},"locale":"de-DE"}""";

    private static Draft typed(String... namesAndValues) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Draft.typed(form::get);
    }

    private static FieldFaults faultsOf(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        Definitions read = DefinitionReader.json(draft.json(faults));
        faults.addAll(read.faults());
        return FieldFaults.of(faults, new DraftInput(draft));
    }

    @Nested
    class GivenAProbe {

        private final Probe probe = DefinitionReader.json(WHOLE).probes().get(0);

        @Test
        void whenItIsShownAndSentBackUnchanged_thenItIsTheSame() {
            Definitions back = DefinitionReader.json(Draft.of(probe).json(new ArrayList<>()));

            assertThat(back.faults()).isEmpty();
            assertThat(SecretKeeper.restore(back.probes().get(0), probe)).isEqualTo(probe);
        }

        @Test
        void whenItsLimitsHaveMoreThanTheRowsShow_thenNothingOfThemIsLost() {
            Probe rich = DefinitionReader.json("""
                            {"id":"shop","url":"https://shop.example/","every":"PT5M","locations":["a","b"],"budgets":[
                              {"metric":"LCP","max":2500,"target":2000,"locations":2,"profile":"desktop","origin":"by hand"},
                              {"metric":"LCP","maxIncrease":"10%","atLeast":100,"against":"deploy","days":3},
                              {"metric":"SCORE","maxDecrease":"5%"},{"minUptime":99.95},{"noResultFor":"PT1H"},
                              {"preset":"production-targets"}]}""").probes().get(0);

            Definitions back = DefinitionReader.json(Draft.of(rich).json(new ArrayList<>()));

            assertThat(back.faults()).isEmpty();
            assertThat(back.probes()).containsExactly(rich);
        }

        @Test
        void whenItIsShown_thenItsSecretIsNot() {
            assertThat(Draft.of(probe).value(Draft.MORE))
                    .contains("\"Authorization\"", "***", "seen")
                    .doesNotContain("s3cret");
        }

        @Test
        void whenItIsShown_thenThereAreTwoRowsToTypeInto() {
            assertThat(Draft.of(probe).rowsToShow())
                    .extracting(BudgetRow::metric)
                    .containsExactly("LCP", "SCORE", "", "");
        }
    }

    @Nested
    class GivenFaults {

        @Test
        void whenSeveralInputsAreWrong_thenEachHasItsOwn() {
            FieldFaults faults = faultsOf(typed(
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

            assertThat(faults.at("id")).contains("Big Shop");
            assertThat(faults.at("url")).contains("ftp");
            assertThat(faults.at("every")).contains("soon");
            assertThat(faults.at("samples")).contains("must be a number");
            assertThat(faults.at("notify")).contains("nobody");
        }

        @Test
        void whenARowBehindABlankOneIsWrong_thenTheFaultIsAtThatRow() {
            FieldFaults faults = faultsOf(typed(
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

            assertThat(faults.at("budget.1.metric")).contains("did you mean \"LCP\"");
            assertThat(faults.at("budget.2.bound")).contains("no bound");
            assertThat(faults.at("budget.0.metric")).isEmpty();
        }

        @Test
        void whenNothingSaysWhen_thenTheFaultIsAtEvery() {
            assertThat(faultsOf(typed("slug", "shop", "url", "https://shop.example/"))
                            .at("every"))
                    .contains("is missing");
        }

        @Test
        void whenTheRestIsNoJson_thenThatIsSaidBesideTheOtherFaults() {
            FieldFaults faults = faultsOf(typed("slug", "shop", "url", "nonsense", "every", "PT5M", "more", "{oops"));

            assertThat(faults.at("more")).contains("is no JSON object");
            assertThat(faults.at("url")).isNotEmpty();
        }

        @Test
        void whenAKeyIsInBothPlaces_thenTheRestIsAskedToLeaveItOut() {
            Draft draft = typed(
                    "slug",
                    "shop",
                    "url",
                    "https://shop.example/",
                    "every",
                    "PT5M",
                    "more",
                    "{\"url\":\"https://other.example/\",\"lokale\":\"de\"}");

            assertThat(faultsOf(draft).at("more")).contains("\"url\" has a field above", "lokale");
        }
    }

    @Nested
    class GivenANameWithoutAnId {

        @Test
        void whenItIsNamed_thenTheIdIsMadeOfTheName() {
            assertThat(typed("name", "Café, Home  page!").named().value("id")).isEqualTo("cafe-home-page");
            assertThat(typed("name", "x", "slug", "mine").named().value("id")).isEqualTo("mine");
            assertThat(typed("name", "Größe").named().value("id")).isEqualTo("grosse");
            assertThat(typed("name", "茶").named().value("id")).isEmpty();
        }
    }
}
