package dev.tidemark.platform.undertow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json; charset=utf-8",
                "text/*;q=0.3, text/html;q=0.7, text/html;level=1, */*;q=0.5",
                "application/json;profile=\"a,b;c\\\"d\";q=1.000",
                "application/problem+json , application/json",
                "text/html,,text/plain",
                "",
                " "
            })
    void acceptsMediaRanges(String value) {
        assertThat(HeaderSyntax.isMediaRangeList(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";;;",
                "text/",
                "/json",
                "text",
                "\u00ff",
                "a/b/c",
                "*/*;q=x",
                "*/*;q=1.1",
                "*/*;q=-1",
                "*/*;q=0.1234",
                "text/html;",
                "text/html;level",
                "text/html;level=",
                "text html/a",
                "text/html;a=\"b",
                "*/*;q=",
                "*/*; q = 1"
            })
    void refusesOtherMediaRanges(String value) {
        assertThat(HeaderSyntax.isMediaRangeList(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "Application/JSON; Charset=\"utf-8\"",
                "text/yaml;",
                "text/plain ; a=b"
            })
    void acceptsAMediaType(String value) {
        assertThat(HeaderSyntax.isMediaType(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";;", "a", "application/json;charset", "application/json,text/plain", "a/b;=c", "a/b\u0000"})
    void refusesOtherMediaTypes(String value) {
        assertThat(HeaderSyntax.isMediaType(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-DE,de;q=0.9,en;q=0.8", "*", "zh-Hans-CN;q=1.0, *;q=0", "i-klingon", ""})
    void acceptsLanguages(String value) {
        assertThat(HeaderSyntax.isLanguageList(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff;;q=9", "en;q=9", "toolonglanguage", "en_US", "en;q", "en-"})
    void refusesOtherLanguages(String value) {
        assertThat(HeaderSyntax.isLanguageList(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tidemark=a; b=\u00ff; c=1 | tidemark=a; c=1",
                "b=\u00e4 | ''",
                "a=1;;b=2 | a=1; b=2",
                "a=\u0001; b=2 | b=2",
                "tidemark=x | tidemark=x"
            })
    void keepsTheCookiesThatCanBeParsed(String header, String kept) {
        assertThat(HeaderSyntax.validCookies(header)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 10_000, 100_000})
    void takesLinearTime(int length) {
        assertThat(HeaderSyntax.isMediaRangeList("a/b;c=" + "d".repeat(length) + "\u0000"))
                .isFalse();
        assertThat(HeaderSyntax.isMediaRangeList("a/b,".repeat(length) + ";")).isFalse();
        assertThat(HeaderSyntax.isLanguageList("a-".repeat(length))).isFalse();
    }
}
