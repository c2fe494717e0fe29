package dev.tidemark.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.platform.i18n.InvalidValueException;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5m           | PT5M",
                "1h30m        | PT1H30M",
                "1h 30m       | PT1H30M",
                "90 s         | PT1M30S",
                "90s          | PT1M30S",
                "1.5h         | PT1H30M",
                ".5h          | PT30M",
                "2 days       | PT48H",
                "1 day        | PT24H",
                "1d           | PT24H",
                "1d12h        | PT36H",
                "2w           | PT336H",
                "1 week 2 days | PT216H",
                "500ms        | PT0.5S",
                "1s500ms      | PT1.5S",
                "5 min        | PT5M",
                "5 Minutes    | PT5M",
                "1 hour 30 minutes | PT1H30M",
                "2H           | PT2H",
                "30 S         | PT30S",
                "15 secs      | PT15S",
                "P1W          | PT168H",
                "P2W3D        | PT408H",
                "PT0.5H       | PT30M",
                "PT1,5H       | PT1H30M",
                "P0.5D        | PT12H",
                "PT1H30.5M    | PT1H30M30S",
                "P1DT12H      | PT36H",
                "PT36H        | PT36H",
                "PT90S        | PT1M30S",
                "PT0.25S      | PT0.25S",
                "pt5m         | PT5M",
                "+PT5M        | PT5M",
                "P0Y0M1DT0H   | PT24H",
                "PT01:30:00   | PT1H30M",
                "PT00:05      | PT5M",
                "P0000-00-01T12:00:00 | PT36H",
                "PT1H-5M      | PT55M",
                "0s           | PT0S",
                "P100Y        | ",
            })
    void givenADurationAsPeopleOrIso8601WriteIt_whenParsed_thenItIsKnown(String text, String iso) {
        if (iso == null) {
            assertThatThrownBy(() -> DurationParser.parse(text)).isInstanceOf(InvalidValueException.class);
        } else {
            assertThat(DurationParser.parse(text)).hasToString(iso);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5M           | \"5M\" is not a valid duration. Use PT5M.",
                "30m1h        | \"30m1h\" is not a valid duration. Use PT1H30M.",
                "5m5m         | \"5m5m\" is not a valid duration. Use PT10M.",
                "1.5h30m      | \"1.5h30m\" is not a valid duration. Use PT2H.",
                "PT1.5H30M    | \"PT1.5H30M\" is not a valid duration. Use PT2H.",
                "1,5h         | \"1,5h\" is not a valid duration. Use PT1H30M.",
                "5 minuts     | \"5 minuts\" is not a valid duration. Use PT5M.",
                "2 Stunden    | \"2 Stunden\" is not a valid duration. Use ISO 8601 or units, for example PT5M, 5m, 1h30m or 7d.",
                "1h30minutos  | \"1h30minutos\" is not a valid duration. Use PT1H30M.",
                "00:05:00     | \"00:05:00\" is not a valid duration. Use PT5M.",
                "1:30         | \"1:30\" is ambiguous. Use PT1H30M or PT1M30S.",
                "300          | \"300\" has no unit. Use for example 300s for seconds or 300m for minutes.",
                "-5m          | \"-5m\" is negative.",
                "-PT5M        | \"-PT5M\" is negative.",
                "PT-5M        | \"PT-5M\" is negative.",
                "1 month      | \"1 month\" is not a valid duration, because months and years vary in length. Use days",
                "P1M          | \"P1M\" is not a valid duration, because months and years vary in length.",
                "1y           | \"1y\" is not a valid duration, because months and years vary in length.",
                "99999999999999999999h | \"99999999999999999999h\" is longer than PT876600H",
                "PT99999999999999999999H | \"PT99999999999999999999H\" is longer than PT876600H",
                "1,500ms      | \"1,500ms\" is not a valid duration. Use ISO 8601 or units",
                "5x           | \"5x\" is not a valid duration. Use ISO 8601 or units",
                "soon         | \"soon\" is not a valid duration. Use ISO 8601 or units",
                "P            | \"P\" is not a valid duration. Use ISO 8601 or units",
                "PT           | \"PT\" is not a valid duration.",
                "5m!          | \"5m!\" is not a valid duration.",
                "m5           | \"m5\" is not a valid duration.",
            })
    void givenNoDuration_whenParsed_thenTheMessageHasWhatWasProbablyMeant(String text, String message) {
        assertThatThrownBy(() -> DurationParser.parse(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(message);
    }

    @Test
    void givenASetting_whenItHasAUnit_thenItIsADuration() {
        Converter<?> converter = new DurationSetting();

        assertThat(converter.convert("90d")).hasToString("PT2160H");
        assertThat(converter.convert("P90D")).hasToString("PT2160H");
    }
}
