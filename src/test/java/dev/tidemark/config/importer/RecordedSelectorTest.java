package dev.tidemark.config.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.config.document.JsonDocument;
import dev.tidemark.config.document.ValidationErrors;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The selector that is chosen is the same tomorrow. */
class RecordedSelectorTest {

    private static String best(String alternatives, String attribute) {
        var node = JsonDocument.read(alternatives.replace('\'', '"').replace('`', '\''), new ValidationErrors());
        return RecordedSelector.best(node.orElseThrow(), Optional.ofNullable(attribute))
                .orElse("none");
    }

    @Nested
    class GivenAlternatives {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "[['#da'], ['xpath///*[@id=\\'da\\']'], ['text/5/9/2023']] | #da",
                    "[['div:nth-of-type(2) > td'], ['xpath///*[@id=\\'da\\']'], ['text/5/9/2023']] | xpath=//*[@id=\"da\"]",
                    "[['tr > td.day'], ['text/2023-05-09']] | tr > td.day",
                    "[['td.day'], ['text/Tue, May 9']] | td.day",
                    "[['td.day'], ['aria/November 30, 2026']] | td.day",
                    "[['aria/$ 12.90'], ['span.price']] | span.price",
                    "[['aria/Cart (3)'], ['a.cart']] | a.cart",
                    "[['text/10:14 AM'], ['p > time']] | p > time",
                    "[['text/3 minutes ago'], ['p > time']] | p > time",
                    "[['text/Order 4711'], ['main > a']] | main > a",
                    "[['#ember1234'], ['aria/Save']] | name=Save",
                    "[['#react-select-2-input'], ['aria/Country']] | name=Country",
                    "[['#\\\\:r1\\\\:'], ['aria/Save']] | name=Save",
                    "[['#a1b2c3d4e5'], ['aria/Save']] | name=Save",
                    "[['div.css-1q2w3e'], ['text/Save']] | text=Save",
                    "[['#__next > div'], ['aria/Save[role=\\'button\\']']] | role=button[name=\"Save\"]",
                    "[['aria/Save'], ['#save']] | #save",
                    "[['aria/Save'], ['[data-testid=`save`]'], ['#save']] | [data-testid='save']",
                    "[['#save'], ['[data-cy=\\'save\\']']] | [data-cy=\"save\"]",
                    "[['aria/Save'], ['aria/Save[role=\\'button\\']']] | role=button[name=\"Save\"]",
                    "[['aria/Save', 'aria/[role=\\'generic\\']'], ['div > b']] | div > b",
                    "[['text/5/9/2023']] | text=5/9/2023",
                })
        void whenOneIsChosen_thenItIsTheSameTomorrow(String alternatives, String selector) {
            assertThat(best(alternatives.replace("\\'", "\\\""), null)).isEqualTo(selector);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {"[['#save'], ['[data-x=`save`]']] | data-x | [data-x='save']"})
        void whenTheRecordingNamesAnAttribute_thenThatIsChosen(String alternatives, String attribute, String selector) {
            assertThat(best(alternatives, attribute)).isEqualTo(selector);
        }
    }

    @Nested
    class GivenASelectorOfPuppeteer {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '^',
                value = {
                    "['aria/Submit order'] | name=Submit order",
                    "['aria/Submit  order '] | name=Submit order",
                    "['aria/[name=\\'Submit\\'][role=\\'button\\']'] | role=button[name=\"Submit\"]",
                    "['aria/[role=\\'search\\']'] | role=search",
                    "['aria/Logo[role=\\'image\\']'] | role=img[name=\"Logo\"]",
                    "['aria/Total[role=\\'StaticText\\']'] | text=Total",
                    "['aria/Country[role=\\'ComboBoxSelect\\']'] | name=Country",
                    "['pierce/#a'] | #a",
                    "['shop-app >>> #a'] | shop-app #a",
                    "['::-p-aria(Save)'] | name=Save",
                    "['::-p-text(Save)'] | text=Save",
                    "['::-p-xpath(//a)'] | xpath=//a",
                    "['div ::-p-text(Save)'] | none",
                    "['text/`quoted`'] | :text(\"'quoted'\")",
                    "['text//regex/'] | :text(\"/regex/\")",
                    "['text/a >> b'] | :text(\"a >> b\")",
                    "[['shop-app', 'aria/Save']] | shop-app >> name=Save",
                })
        void whenItIsTranslated_thenItFindsTheSameElement(String alternatives, String selector) {
            assertThat(best(alternatives.replace("\\'", "\\\""), null)).isEqualTo(selector);
        }
    }
}
