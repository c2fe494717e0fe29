package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {

    @ParameterizedTest
    @CsvSource({
        "2027-10-30T23:45:00Z, 2027-10-30T23:45:00Z",
        "2027-10-30T23:45Z, 2027-10-30T23:45:00Z",
        "2027-10-30T23:45:10.250Z, 2027-10-30T23:45:10.250Z",
        "2027-10-31T01:45+02:00, 2027-10-30T23:45:00Z",
        "2027-10-30T23:45+00:00, 2027-10-30T23:45:00Z",
        "2027-10-30T17:45:00-06:00, 2027-10-30T23:45:00Z",
        "2027-10-30T24:00:00Z, 2027-10-31T00:00:00Z",
        "2027-10-30T23:59:60Z, 2027-10-30T23:59:59Z",
        "20271030T234500Z, 2027-10-30T23:45:00Z",
        "20271030T2345Z, 2027-10-30T23:45:00Z",
        "20271031T014500+0200, 2027-10-30T23:45:00Z"
    })
    void givenATimestampOfIso8601_whenRead_thenItIsThatInstant(String text, String instant) {
        assertThat(InstantParser.parse(text)).hasToString(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-10-30T23:45", "2027-10-30", "yesterday", "", "2027-13-01T00:00Z", "20271030T25Z", "T"})
    void givenAnotherText_whenRead_thenItIsRejectedWithAnExample(String text) {
        assertThatThrownBy(() -> InstantParser.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("for example");
    }
}
