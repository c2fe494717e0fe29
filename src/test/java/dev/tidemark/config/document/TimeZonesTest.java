package dev.tidemark.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "UTC",
                "Z",
                "GMT",
                "CET",
                "EET",
                "EST5EDT",
                "US/Eastern",
                "+02:00",
                "UTC+01:00",
                "Etc/GMT-3",
                "Australia/Lord_Howe",
                "America/Argentina/Buenos_Aires"
            })
    void givenAZone_whenParsed_thenItIsKnown(String name) {
        assertThat(TimeZones.parse(name).getId()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "EST, America/New_York",
        "EDT, America/New_York",
        "est, America/New_York",
        "CST, America/Chicago",
        "MST, America/Denver",
        "PST, America/Los_Angeles",
        "PDT, America/Los_Angeles",
        "HST, Pacific/Honolulu",
        "AKST, America/Anchorage",
        "BST, Europe/London",
        "CEST, Europe/Berlin",
        "EEST, Europe/Athens",
        "IST, Asia/Kolkata",
        "JST, Asia/Tokyo",
        "AEDT, Australia/Sydney",
        "NZDT, Pacific/Auckland",
        "Berlin, Europe/Berlin",
        "new york, America/New_York",
        "Europe/Berlni, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        "America/New York, America/New_York",
        "nowhere at all, Europe/Berlin"
    })
    void givenNoZone_whenParsed_thenTheHintIsTheOneThatIsMeant(String name, String meant) {
        assertThatThrownBy(() -> TimeZones.parse(name))
                .hasMessageStartingWith("Unknown time zone \"" + name + "\".")
                .hasMessageContaining(meant);
    }
}
