package dev.tidemark.prober.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import dev.tidemark.it.TestBrowser;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of input ends with the value given, or the step fails and says so. */
@Tag("browser")
class FieldFillerIT {

    private static final String STATE = """
            f => f.isContentEditable ? f.innerText : f.matches('[type=checkbox],[type=radio]')
              ? [...document.querySelectorAll('input')].filter(i => i.checked).map(i => i.getAttribute('value') || 'on').join()
              : f.matches('select') ? [...f.selectedOptions].map(o => o.value).join() : f.value""";

    private static Playwright playwright;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() {
        playwright = TestBrowser.playwright();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(TestBrowser.chromium())
                        .setArgs(List.of("--no-sandbox")));
        page = browser.newPage();
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    private static Optional<String> fill(String html, String selector, String value) {
        page.setContent(
                "<script>events = []; for (const t of ['input', 'change', 'keydown']) addEventListener(t, e => events.push(e.type), true)"
                        + "</script>" + html);
        return new FieldFiller(page, () -> 1_500)
                .fill(page.locator(selector), value)
                .map(LocalizedMessage::toString);
    }

    private static Optional<String> fill(String html, String value) {
        return fill(html, "#f", value);
    }

    private static Object state() {
        return page.locator("#f").evaluate(STATE);
    }

    @SuppressWarnings("unchecked")
    private static List<String> events() {
        return (List<String>) page.evaluate("events");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "date|2026-11-30|2026-11-30",
                "date| 2026-11-30 |2026-11-30",
                "DATE|2024-02-29|2024-02-29",
                "time|14:30|14:30",
                "time|14:30:15|14:30:15",
                "time|09:05:00|09:05:00",
                "datetime-local|2026-11-30T14:30|2026-11-30T14:30",
                "datetime-local|2026-11-30 14:30|2026-11-30T14:30",
                "datetime-local|2026-11-30T14:30:00|2026-11-30T14:30",
                "datetime-local|2026-11-30T14:30:01.5|2026-11-30T14:30:01.5",
                "month|2026-11|2026-11",
                "week|2026-W48|2026-W48",
                "color|#A1B2C3|#a1b2c3",
                "range|40|40",
                "range|7|7",
                "number|12.5|12.5",
                "number|-3|-3",
                "number| 42 |42",
                "number|1e3|1e3",
                "number|1.50|1.50",
                "text|Grüße 👋|Grüße 👋",
                "text| two  spaces |' two  spaces '",
                "search|running shoes|running shoes",
                "tel|+49 (0)89 / 123|+49 (0)89 / 123",
                "url|https://shop.example/|https://shop.example/",
                "url| https://shop.example/ |https://shop.example/",
                "email|a@shop.example|a@shop.example",
                "email| a@shop.example |a@shop.example",
                "password|s3cret \"x\"|s3cret \"x\"",
                "unknown-type|abc|abc",
            })
    void whenAnInputIsFilled_thenItHoldsTheValueInTheStandardsForm(String type, String value, String held) {
        assertThat(fill("<input id=f type=" + type + " value=''>", value)).isEmpty();
        assertThat(state()).isEqualTo(held);
        assertThat(events()).contains("input");
    }

    @Test
    void whenAnAddressHasAUnicodeDomain_thenChromiumsAsciiFormIsTheSame() {
        assertThat(fill("<input id=f type=email>", "ops@münchen.example")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "date",
                "time",
                "datetime-local",
                "month",
                "week",
                "number",
                "text",
                "email",
                "password",
                "search"
            })
    void whenTheTextIsEmpty_thenTheFieldIsCleared(String type) {
        String old = ValueForm.of(type).map(ValueForm::example).orElse("old");

        assertThat(fill("<input id=f type=" + type + " value=" + old + ">", "")).isEmpty();
        assertThat(state()).isEqualTo("");
        assertThat(events()).contains("input");
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "date,30.11.2026,2026-11-30",
        "date,11/30/2026,2026-11-30",
        "date,2026-02-30,2026-11-30",
        "date,today,2026-11-30",
        "time,2:30 pm,14:30",
        "time,25:00,14:30",
        "month,11/2026,2026-11",
        "month,2026-13,2026-11",
        "week,2026-48,2026-W48",
        "datetime-local,2026-11-30,2026-11-30T14:30",
        "color,red,#1a2b3c",
        "color,#f00,#1a2b3c",
        "color,'',#1a2b3c",
        "range,many,12.5",
        "range,'',12.5",
        "number,'1,5',12.5",
        "number,abc,12.5",
        "number,1e,12.5",
    })
    void whenTheValueHasAnotherForm_thenTheFormIsNamed(String type, String value, String form) {
        assertThat(fill("<input id=f type=" + type + ">", value))
                .contains("the value is not valid for an input of type " + type + ". Write it as in " + form + ".");
        assertThat(events()).isEmpty();
    }

    @Test
    void whenADateIsFilled_thenInputAndChangeAreDispatched() {
        fill("<input id=f type=date>", "2026-11-30");
        assertThat(events()).containsExactly("input", "change");

        fill("<input id=f type=datetime-local>", "2026-11-30T14:30:00");
        assertThat(events()).isEqualTo(List.of("input", "change"));
    }

    @Test
    void whenATextIsFilled_thenTheFieldIsClearedAndItIsTypedKeyByKey() {
        fill("<input id=f>", "abc");

        assertThat(events().stream().filter("keydown"::equals)).hasSize(1 + 3);
    }

    @Test
    void whenARangeRoundsTheValue_thenTheStepFailsWithWhatItHolds() {
        assertThat(fill("<input id=f type=range step=10>", "42"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("the field holds 40 instead of the value"));
        assertThat(fill("<input id=f type=range max=10>", "42"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("the field holds 10 "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<textarea id=f></textarea>|one\\ntwo|one\\ntwo",
                "<textarea id=f>old</textarea>|one\\r\\ntwo|one\\ntwo",
                "<textarea id=f>old</textarea>|''|''",
                "<div id=f contenteditable>old</div>|new words|new words",
                "<div id=f contenteditable=plaintext-only>old</div>|new|new",
                "<div id=f contenteditable><p>old</p></div>|''|''",
                "<input id=f value=old>|two\\nlines|twolines",
                "<input id=f maxlength=5>|12345|12345",
                "<input id=f list=l><datalist id=l><option>abc</datalist>|abc|abc",
            })
    void whenAFieldOfTextIsFilled_thenItHoldsTheText(String html, String value, String held) {
        assertThat(fill(html, value.replace("\\n", "\n").replace("\\r", "\r"))).isEmpty();
        assertThat(String.valueOf(state()).strip()).isEqualTo(held.replace("\\n", "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<input id=f maxlength=3>|the field holds 3 characters instead of 9",
                "<textarea id=f maxlength=3></textarea>|the field holds 3 characters instead of 9",
                "<input id=f oninput=\"this.value=''\">|the field is empty afterwards",
                "<input id=f type=password maxlength=3>|the field does not hold the value afterwards",
                "<input id=f oninput=\"this.value=this.value.toUpperCase()\">|the field does not hold the value afterwards",
                "<input id=f oninput=\"this.value='x '+this.value\">|the field holds ",
            })
    void whenTheFieldHoldsSomethingElse_thenTheStepFailsWithoutRevealingTheValue(String html, String reason) {
        assertThat(fill(html, "secret-77"))
                .hasValueSatisfying(why ->
                        assertThat(why).startsWith(reason).doesNotContain("sec").doesNotContain("SEC"));
    }

    @Test
    void whenAScriptFormatsANumber_thenTheFieldDoesNotHoldTheValue() {
        String format =
                "<input id=f oninput=\"this.value=this.value.replace(/\\D/g,'').replace(/(\\d)(?=(\\d{3})+$)/g,'$1,')\">";

        assertThat(fill(format, "1234")).hasValueSatisfying(why -> assertThat(why)
                .startsWith("the field holds 5 characters instead of 4")
                .endsWith("use the value as the field shows it."));
        assertThat(fill(format, "1,234")).isEmpty();
    }

    @Test
    void whenAFrameworkTracksTheValue_thenItSeesTheChange() {
        String tracked = """
                <input id=f type=date><p id=seen></p><script>
                const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
                let known = f.value;
                Object.defineProperty(f, 'value', {get() { return native.get.call(this) },
                  set(v) { known = String(v); native.set.call(this, v) }});
                f.addEventListener('input', () => { if (known !== native.get.call(f)) seen.textContent = native.get.call(f) });
                </script>""";

        assertThat(fill(tracked, "2026-11-30")).isEmpty();
        assertThat(page.locator("#seen").textContent()).isEqualTo("2026-11-30");
    }

    private static final String SELECT = "<select id=f><option value=''>Choose<option value=a>Apple<option value=b>Pear"
            + "<option value=c disabled>Plum<option>1<option value=1>One<option value='x, y'>Both</select>";
    private static final String MULTIPLE = SELECT.replace("id=f", "id=f multiple");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"b,b", "Pear,b", "'',''", "1,1", "One,1", "'x, y','x, y'", "Both,'x, y'"})
    void whenASelectIsFilled_thenTheOptionIsChosenWithInputAndChange(String value, String chosen) {
        assertThat(fill(SELECT, value)).isEmpty();
        assertThat(state()).isEqualTo(chosen);
        assertThat(events()).isEqualTo(List.of("input", "change"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"a|a", "a,b|a,b", "Apple, Pear|a,b", "b\\nx, y|b,x, y", "x, y|x, y", "''|''"})
    void whenSeveralOptionsAreGiven_thenExactlyTheseAreChosen(String value, String chosen) {
        assertThat(fill(MULTIPLE.replace("value=1", "value=1 selected"), value.replace("\\n", "\n")))
                .isEmpty();
        assertThat(state()).isEqualTo(chosen);
    }

    @Test
    void whenThereIsNoSuchOption_thenTheStepSaysSo() {
        assertThat(fill(SELECT, "Cherry")).contains("no option has this value or label");
        assertThat(fill(SELECT, "c")).contains("the option is disabled");
        assertThat(fill(SELECT.replace("id=f", "id=f disabled"), "b")).contains("the field is disabled");
        assertThat(fill(SELECT.replace("id=f", "id=f onchange=\"this.value='a'\""), "b"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("another option is selected"));
    }

    @Test
    void whenOptionsAreLoadedLate_thenTheyAreAwaited() {
        assertThat(fill(
                        "<select id=f></select><script>setTimeout(() => f.innerHTML = '<option value=b>B', 300)</script>",
                        "b"))
                .isEmpty();
        assertThat(state()).isEqualTo("b");
    }

    private static final String BOXES =
            "<input id=f type=checkbox name=n value=a><label><input type=checkbox name=n value=b> Pear</label>";
    private static final String RADIOS = BOXES.replace("checkbox", "radio");

    @ParameterizedTest(name = "{0}")
    @CsvSource({"true,a", "on,a", "Yes,a", "1,a", "a,a", "b,b", "Pear,b"})
    void whenACheckBoxOrRadioButtonIsFilled_thenItIsChecked(String value, String checked) {
        assertThat(fill(BOXES, value)).isEmpty();
        assertThat(state()).isEqualTo(checked);
        assertThat(events()).isEqualTo(List.of("input", "change"));

        assertThat(fill(RADIOS, value)).isEmpty();
        assertThat(state()).isEqualTo(checked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "off", "no", "0", "unchecked", ""})
    void whenACheckBoxIsFilledWithFalse_thenItIsCleared(String value) {
        assertThat(fill(BOXES.replace("id=f", "id=f checked"), value)).isEmpty();
        assertThat(state()).isEqualTo("");
        assertThat(fill(RADIOS.replace("id=f", "id=f checked"), value))
                .contains("a radio button cannot be cleared. Choose another one of its group.");
    }

    @Test
    void whenTheWordIsNoState_thenTheStepSaysWhatIs() {
        assertThat(fill(BOXES, "perhaps"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("use true or false"));
        assertThat(fill(RADIOS, "perhaps")).contains("no radio button of this name has this value or label");
        assertThat(fill("<input id=f type=radio name=n value=yes><input type=radio name=n value=no>", "no"))
                .isEmpty();
        assertThat(state()).isEqualTo("no");
    }

    @Test
    void whenACheckBoxIsHiddenBehindItsLabel_thenTheLabelIsClicked() {
        assertThat(fill("<input id=f type=checkbox style=display:none><label for=f>I agree</label>", "true"))
                .isEmpty();
        assertThat(state()).isEqualTo("on");
    }

    @Test
    void whenAnElementImitatesACheckBox_thenItIsClicked() {
        String box = "<div id=f role=checkbox aria-checked=false tabindex=0 onclick=\"this.setAttribute('aria-checked',"
                + "this.getAttribute('aria-checked') !== 'true')\">I agree</div>";

        assertThat(fill(box, "true")).isEmpty();
        assertThat(page.locator("#f").getAttribute("aria-checked")).isEqualTo("true");
    }

    @Test
    void whenTheSelectorIsALabel_thenItsFieldIsFilled() {
        assertThat(fill("<label for=f>Day</label><input id=f type=date>", "label", "2026-11-30"))
                .isEmpty();
        assertThat(state()).isEqualTo("2026-11-30");
        assertThat(fill("<label><b>Name</b><input id=f></label>", "text=Name", "Ada"))
                .isEmpty();
        assertThat(state()).isEqualTo("Ada");
        assertThat(fill("<label>Fruit " + SELECT + "</label>", "label", "Pear")).isEmpty();
        assertThat(state()).isEqualTo("b");
    }

    @Test
    void whenTheFieldIsInAShadowRoot_thenItIsFilled() {
        String card =
                "<x-form></x-form><script>document.querySelector('x-form').attachShadow({mode: 'open'}).innerHTML = "
                        + "'<input id=f type=date><input id=g>'</script>";

        assertThat(fill(card, "x-form >> #f", "2026-11-30")).isEmpty();
        assertThat(state()).isEqualTo("2026-11-30");
        assertThat(fill(card, "#g", "abc")).isEmpty();
        assertThat(page.locator("#g").inputValue()).isEqualTo("abc");
    }

    @Test
    void whenThePageRemovesTheFieldOrLeaves_thenTheStepIsDone() {
        assertThat(fill("<input id=f oninput=\"this.value.length === 3 && this.remove()\">", "abc"))
                .isEmpty();
        assertThat(fill("<select id=f onchange=\"location='about:blank'\"><option>a<option>b</select>", "b"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<input id=f type=file>|files cannot be chosen",
                "<input id=f type=hidden>|a hidden input cannot be filled",
                "<input id=f type=submit>|a button has no value to fill",
                "<input id=f type=image>|a button has no value to fill",
                "<div id=f>text</div>|the element is not an input, select, textarea or editable element, nor the label of one",
            })
    void whenTheElementCannotBeFilled_thenTheReasonIsStated(String html, String reason) {
        assertThat(fill(html, "abc")).contains(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<input id=f readonly>|the field is read-only",
                "<input id=f type=date readonly>|the field is read-only",
                "<input id=f disabled>|the field is disabled",
                "<fieldset disabled><input id=f></fieldset>|the field is disabled",
                "<input id=f style=display:none>|the field is not visible",
            })
    void whenTheFieldAcceptsNoInput_thenItsStateIsTheReason(String html, String reason) {
        assertThatThrownBy(() -> fill(html, "2026-11-30")).isInstanceOf(TimeoutError.class);
        assertThat(new FieldFiller(page, () -> 1_500)
                        .obstacle(page.locator("#f"))
                        .map(LocalizedMessage::toString))
                .contains(reason);
    }
}
