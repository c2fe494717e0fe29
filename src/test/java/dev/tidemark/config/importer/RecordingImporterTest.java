package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import dev.tidemark.model.probe.Step;
import dev.tidemark.platform.url.WebUrl;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingImporterTest {

    private static ImportedJourney read(String json) {
        ValidationErrors faults = new ValidationErrors();
        ImportedJourney recorded = RecordingImporter.read(json, faults);
        assertThat(faults.all()).isEmpty();
        return recorded;
    }

    @Nested
    class GivenARecording {

        private static final String JSON = """
                {"title": "Buy", "steps": [
                  {"type": "setViewport", "width": 1200, "height": 800},
                  {"type": "navigate", "url": "https://shop.example/", "assertedEvents": [{"type": "navigation"}]},
                  {"type": "click", "selectors": [["aria/Buy[role=\\"button\\"]"], ["#buy"], ["xpath///*[@id='buy']"]], "offsetX": 1, "offsetY": 1},
                  {"type": "change", "value": "a@shop.example", "selectors": [["#mail"]]},
                  {"type": "keyDown", "key": "Control"}, {"type": "keyDown", "key": "A"}, {"type": "keyUp", "key": "A"},
                  {"type": "keyUp", "key": "Control"},
                  {"type": "keyDown", "key": "Enter"},
                  {"type": "waitForElement", "selectors": ["shop-app", ".thanks"]},
                  {"type": "scroll", "y": 100}]}
                """;

        @Test
        void whenItIsRead_thenItIsAJourney() {
            assertThat(read(JSON).steps())
                    .containsExactly(
                            new Step.Open(WebUrl.parse("https://shop.example/")),
                            new Step.Click("#buy"),
                            new Step.Fill("#mail", "a@shop.example"),
                            new Step.Press("", "Control+A"),
                            new Step.Press("", "Enter"),
                            new Step.WaitFor("shop-app"));
            assertThat(read(JSON).title()).isEqualTo("Buy");
        }

        @Test
        void whenAStepHasNoEquivalent_thenTheReasonIsReported() {
            assertThat(read(JSON).ignored())
                    .extracting(fault -> fault.place() + " " + fault.detail())
                    .containsExactly(
                            "/steps/0 step \"setViewport\" is ignored. Use the profile of the probe instead.",
                            "/steps/2 offsetX, offsetY: the step clicks the center of the element.",
                            "/steps/10 step \"scroll\" is not supported.");
        }
    }

    @Nested
    class GivenSelectorsOfAnElement {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "[[\"#a\"]]                                             | #a",
                    "[\"#a\"]                                               | #a",
                    "[[\"xpath///div\"], [\"text/Buy\"]]                      | text=Buy",
                    "[[\"div > a:nth-of-type(2)\"], [\"text/Buy\"]]           | text=Buy",
                    "[[\"xpath///div\"]]                                    | xpath=//div",
                    "[[\"aria/Buy now\"]]                                   | name=Buy now",
                    "[[\"aria/Buy[role=\\\"button\\\"]\"], [\"xpath///a\"]]     | role=button[name=\"Buy\"]",
                    "[[\"pierce/#a\"]]                                      | #a",
                    "[[\"shop-app\", \"#a\"]]                               | shop-app >> #a",
                })
        void whenOneIsChosen_thenItIsTheMostStableForPlaywright(String selectors, String selector) {
            String json = "{\"steps\": [{\"type\": \"click\", \"selectors\": " + selectors + "}]}";
            assertThat(read(json).steps()).containsExactly(new Step.Click(selector));
        }
    }

    @Nested
    class GivenSomethingElse {

        @Test
        void whenItHasNoSteps_thenThatIsAnError() {
            ValidationErrors faults = new ValidationErrors();
            RecordingImporter.read("{}", faults);
            assertThat(faults.all())
                    .singleElement()
                    .hasToString("body: The recording has no steps. Export it as JSON.");
        }
    }
}
