package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.ValidationErrors;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a recorded step is applied or listed; nothing is inverted. */
class RecordedStepTest {

    private static ImportedJourney read(String steps) {
        ValidationErrors errors = new ValidationErrors();
        ImportedJourney read =
                RecordingImporter.read("{\"title\": \"\", \"steps\": [" + steps.replace('\'', '"') + "]}", errors);
        assertThat(errors.all()).isEmpty();
        return read;
    }

    private static List<String> ignored(ImportedJourney journey) {
        return journey.ignored().stream()
                .map(one -> one.place().pointer() + " " + one.detail())
                .toList();
    }

    @Nested
    class GivenAStepThatWouldMeanSomethingElse {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'type': 'click', 'selectors': ['#a'], 'button': 'secondary'} | clicks with the button secondary",
                    "{'type': 'click', 'selectors': ['#a'], 'button': 'auxiliary'} | clicks with the button auxiliary",
                    "{'type': 'click', 'selectors': ['#a'], 'button': 'back'} | clicks with the button back",
                    "{'type': 'doubleClick', 'selectors': ['#a']} | \"doubleClick\" is not supported",
                    "{'type': 'click', 'selectors': ['#a'], 'frame': [0]} | \"click\" is in a frame",
                    "{'type': 'change', 'selectors': ['#a'], 'value': 'x', 'frame': [0, 1]} | \"change\" is in a frame",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'frame': [1]} | \"waitForElement\" is in a frame",
                    "{'type': 'click', 'selectors': ['#a'], 'target': 'https://pop.example/'} | another page or frame (https://pop.example/)",
                    "{'type': 'keyDown', 'key': 'Enter', 'target': 'https://pop.example/'} | another page or frame",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'target': 'https://pop.example/'} | another page or frame",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'visible': false} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 0} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 0, 'operator': '=='} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 0, 'operator': '>='} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 2, 'operator': '<='} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'operator': '<='} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'operator': '!='} | hidden or gone",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': -1} | hidden or gone",
                    "{'type': 'change', 'selectors': ['#a'], 'value': 'C:\\\\fakepath\\\\photo.png'} | selects a file of the computer",
                    "{'type': 'change', 'selectors': ['#a']} | has no value",
                    "{'type': 'hover', 'selectors': ['#a']} | \"hover\" is not supported",
                    "{'type': 'scroll', 'x': 0, 'y': 200} | \"scroll\" is not supported",
                    "{'type': 'close'} | \"close\" is not supported",
                    "{'type': 'waitForExpression', 'expression': 'true'} | \"waitForExpression\" is not supported",
                    "{'type': 'customStep', 'name': 'x', 'parameters': {}} | \"customStep\" is not supported",
                    "{'type': 'setViewport', 'width': 1, 'height': 2} | Use the profile of the probe",
                    "{'type': 'emulateNetworkConditions', 'download': 1} | Use the profile of the probe",
                    "{'type': 'keyDown', 'key': 'SoftLeft'} | The key \"SoftLeft\" is not supported",
                    "{'type': 'keyDown', 'key': 'é'} | is not supported",
                    "{'type': 'keyUp', 'key': 'a'} | released without having been pressed",
                    "{'type': 'click', 'selectors': []} | no supported selector",
                    "{'type': 'click'} | no supported selector",
                    "{'type': 'click', 'selectors': [['aria/[role=\\\"generic\\\"]']]} | no supported selector",
                    "{'type': 'navigate', 'url': 'about:blank'} | about",
                    "{'type': 'navigate'} | scheme",
                    "{} | is not supported",
                    "'click' | must be a mapping",
                })
        void whenItIsRead_thenItIsLeftOutAndListed(String step, String reason) {
            ImportedJourney journey = read("{'type': 'navigate', 'url': 'https://a.example/'}, " + step);
            assertThat(journey.steps()).hasSize(1);
            assertThat(ignored(journey))
                    .singleElement()
                    .asString()
                    .startsWith("/steps/1 ")
                    .contains(reason);
        }
    }

    @Nested
    class GivenAFieldWithoutEquivalent {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'type': 'click', 'selectors': ['#a'], 'offsetX': 3} | offsetX: the step clicks the center",
                    "{'type': 'click', 'selectors': ['#a'], 'offsetX': 3, 'offsetY': 4.5} | offsetX, offsetY: the step clicks the center",
                    "{'type': 'click', 'selectors': ['#a'], 'duration': 800} | duration is not applied",
                    "{'type': 'click', 'selectors': ['#a'], 'deviceType': 'touch'} | deviceType touch is not applied",
                    "{'type': 'click', 'selectors': ['#a'], 'timeout': 30000} | timeout is not applied: a step takes up to 10 s",
                    "{'type': 'click', 'selectors': ['#a'], 'assertedEvents': [{'type': 'navigation', 'url': 'https://a.example/x', 'title': ''}]} | assertedEvents: ",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'assertedEvents': [{'type': 'navigation', 'url': 'https://a.example/', 'title': 'A'}]} | assertedEvents: ",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'assertedEvents': [{'type': 'navigation', 'url': 'https://a.example/login'}]} | assertedEvents: ",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'assertedEvents': [{'type': 'console'}]} | assertedEvents: ",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'timeout': 1} | timeout is not applied",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 3} | operator, count: the step waits for at least one",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'count': 1, 'operator': '=='} | operator, count: ",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'properties': {'innerText': 'x'}} | properties: the step waits for the element only",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'attributes': {'class': 'x'}} | attributes: the step waits for the element only",
                    "{'type': 'change', 'selectors': ['#a'], 'value': 'x', 'timeout': 9} | timeout is not applied",
                    "{'type': 'change', 'selectors': ['#a'], 'value': 'x', 'description': 'Name'} | description is not applied",
                    "{'type': 'keyDown', 'key': 'Enter', 'assertedEvents': [{'type': 'navigation'}]} | assertedEvents: ",
                })
        void whenItIsRead_thenTheStepIsTakenAndTheFieldIsListed(String step, String reason) {
            ImportedJourney journey = read(step);
            assertThat(journey.steps()).hasSize(1);
            assertThat(ignored(journey))
                    .singleElement()
                    .asString()
                    .startsWith("/steps/0 ")
                    .contains(reason);
        }

        @Test
        void whenItIsAFieldOfTheRecording_thenItIsListedToo() {
            ValidationErrors errors = new ValidationErrors();
            ImportedJourney journey = RecordingImporter.read(
                    "{\"title\": \"A\", \"timeout\": 5000, \"note\": 1, \"steps\": [{\"type\": \"keyDown\", \"key\": \"a\"}]}",
                    errors);
            assertThat(ignored(journey))
                    .containsExactly(
                            "/timeout timeout is not applied: a step takes up to 10 s.", "/note note is not applied.");
        }
    }

    @Nested
    class GivenAFieldWithItsDefault {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'type': 'click', 'selectors': ['#a'], 'button': 'primary', 'deviceType': 'mouse', 'target': 'main', 'frame': []}",
                    "{'type': 'click', 'selectors': ['#a'], 'button': null, 'offsetX': null, 'assertedEvents': []}",
                    "{'type': 'waitForElement', 'selectors': ['#a'], 'visible': true, 'count': 1, 'operator': '>='}",
                    "{'type': 'waitForElement', 'selectors': ['#a']}",
                    "{'type': 'navigate', 'url': 'https://a.example/', 'assertedEvents': [{'type': 'navigation', 'url': 'https://a.example/', 'title': ''}]}",
                    "{'type': 'change', 'selectors': ['#a'], 'value': ''}",
                    "{'type': 'change', 'selectors': ['#a'], 'value': 5}",
                })
        void whenItIsRead_thenNothingIsIgnored(String step) {
            ImportedJourney journey = read(step);
            assertThat(journey.steps()).hasSize(1);
            assertThat(journey.ignored()).isEmpty();
        }
    }

    @Nested
    class GivenKeys {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "+a -a                          | a            |",
                    "+Control +a -a -Control        | Control+a    |",
                    "+Control +Shift +k -k -Shift -Control | Control+Shift+k |",
                    "+ShiftLeft +Tab -Tab -ShiftLeft | ShiftLeft+Tab |",
                    "+Control +a -a +c -c -Control   | Control+a Control+c |",
                    "+Shift -Shift                  | Shift        |",
                    "+a +b -a -b                    | a b          |",
                    "+Shift +Shift +a -a -Shift     | Shift+a      |",
                    "+NumpadEnter -NumpadEnter      | NumpadEnter  |",
                    "+Control +a -a                 | Control+a    | /steps/0",
                    "+Alt                           |              | /steps/0",
                })
        void whenTheyGoDownAndUp_thenTheyArePresses(String keys, String presses, String ignored) {
            StringBuilder steps = new StringBuilder();
            for (String key : keys.strip().split(" +")) {
                String type = key.startsWith("+") ? "keyDown" : "keyUp";
                steps.append(steps.isEmpty() ? "" : ", ")
                        .append("{'type': '" + type + "', 'key': '" + key.substring(1) + "'}");
            }
            ImportedJourney journey = read(steps.toString());
            assertThat(journey.steps())
                    .extracting(step -> ((dev.tidemark.model.probe.Step.Press) step).key())
                    .containsExactly(presses == null ? new String[0] : presses.split(" "));
            assertThat(journey.ignored())
                    .extracting(one -> one.place().pointer())
                    .containsExactly(ignored == null ? new String[0] : ignored.split(" "));
        }

        @Test
        void whenAClickHappensWithAModifier_thenItIsNoPlainClick() {
            ImportedJourney journey =
                    read("{'type': 'keyDown', 'key': 'Shift'}, {'type': 'click', 'selectors': ['#a']},"
                            + " {'type': 'keyUp', 'key': 'Shift'}, {'type': 'click', 'selectors': ['#b']}");
            assertThat(journey.steps().toString()).doesNotContain("#a").contains("#b");
            assertThat(ignored(journey))
                    .singleElement()
                    .asString()
                    .startsWith("/steps/1 The step clicks while a modifier");
        }

        @Test
        void whenAKeyIsHeldDuringAnotherStep_thenThatIsListed() {
            ImportedJourney journey = read("{'type': 'keyDown', 'key': 'a'}, {'type': 'click', 'selectors': ['#a']},"
                    + " {'type': 'keyUp', 'key': 'a'}");
            assertThat(journey.steps()).hasSize(2);
            assertThat(ignored(journey)).containsExactly("/steps/2 The key a is not held down during other steps.");
        }
    }

    @Nested
    class GivenSomethingElse {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "const puppeteer = require('puppeteer');~(async () => {})(); | This is a Puppeteer script. Tidemark does not run scripts. Export the recording from Chrome DevTools as JSON",
                    "import url from 'url';~import { createRunner } from '@puppeteer/replay'; | a script for @puppeteer/replay",
                    "describe('a', () => { it('b', () => { cy.visit('https://a.example/'); }); }); | a Cypress test",
                    "import { test } from '@playwright/test'; | a Playwright script",
                    "module.exports = {}; | JavaScript",
                    "{\"log\": {\"entries\": []}} | a HAR file",
                    "{\"id\": \"1\", \"tests\": [{\"commands\": []}]} | a Selenium IDE project",
                    "{\"ci\": {\"assert\": {}}} | a Lighthouse CI configuration",
                    "{\"steps\": [}  | Invalid JSON at line 1, column ",
                    "{\"title\": \"a\", \"steps\": []} | has no steps",
                    "[] | has no steps",
                })
        void whenItIsRead_thenItIsNamed(String text, String message) {
            ValidationErrors errors = new ValidationErrors();
            RecordingImporter.read(text.replace('~', '\n'), errors);
            assertThat(errors.all()).singleElement().asString().contains(message);
        }
    }
}
