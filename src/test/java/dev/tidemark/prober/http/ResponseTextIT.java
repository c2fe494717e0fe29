package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTextIT {

    private static RawCheck check;

    @BeforeAll
    static void open() {
        check = new RawCheck();
    }

    @AfterAll
    static void close() {
        check.close();
    }

    @Nested
    class GivenFraming {

        @ParameterizedTest
        @CsvSource({
            "'Transfer-Encoding: chunked', '4\r\nabcd\r\n', INCOMPLETE_RESPONSE",
            "'Transfer-Encoding: chunked', '4\r\nab', INCOMPLETE_RESPONSE",
            "'Transfer-Encoding: chunked', '4\r\nabcd\r\n0\r\n\r\n', OK",
            "'Transfer-Encoding: chunked', 'xyz\r\nabcd\r\n0\r\n\r\n', INVALID_RESPONSE",
            "'Content-Length: 5', 'abcd', INCOMPLETE_RESPONSE",
            "'Content-Length: 4', 'abcd', OK",
            "'Content-Length: 3', 'abcd', OK",
            "'Content-Length: 4\r\nContent-Length: 5', 'abcd', INVALID_RESPONSE",
            "'Connection: close', 'abcd', OK"
        })
        void whenABodyIsCutShort_thenTheOutcomeSaysSo(String header, String body, OutcomeType kind) throws IOException {
            byte[] response = RawServer.bytes("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body, new byte[0]);

            assertThat(check.run(response, "{contains: abc}").outcome().kind()).isEqualTo(kind);
        }
    }

    @Nested
    class GivenCharsets {

        @ParameterizedTest
        @CsvSource({
            "text/html; charset=Shift_JIS, Shift_JIS, 日本語",
            "text/html;charset=\"sjis\", windows-31j, ①日本",
            "text/plain; charset=iso-8859-1, windows-1252, Grüße €",
            "text/plain; charset=Windows-1251, windows-1251, Привет",
            "text/html; charset=gb2312, GB18030, 中文",
            "text/html; charset=euc-kr, x-windows-949, 한국어",
            "text/html; charset=EUC-JP, EUC-JP, 日本語",
            "text/html; charset=big5, Big5, 中文",
            "text/html; charset=koi8-r, KOI8-R, Привет",
            "text/html; charset=utf8, UTF-8, Grüße",
            "'text/plain; format=flowed; charset=''utf-8''', UTF-8, Grüße",
            "text/plain, UTF-8, Grüße",
            "text/plain, windows-1252, Grüße",
            "application/json; charset=utf-16, UTF-16BE, Grüße",
            "application/json; charset=utf-16, UTF-16LE, Grüße"
        })
        void whenTheHeaderNamesTheCharset_thenTheBodyIsReadInIt(String type, String charset, String text)
                throws IOException {
            byte[] body = ("<b>" + text + "</b>").getBytes(Charset.forName(charset));

            assertThat(check.run(
                                    RawServer.response("Content-Type: " + type + "\r\n", body),
                                    "{contains: '" + text + "'}")
                            .outcome())
                    .isEqualTo(Outcome.ok());
        }

        @ParameterizedTest
        @CsvSource({
            "text/html, <meta charset=shift_jis>, windows-31j",
            "text/html, '<!doctype html><head><META Charset=''Shift_JIS'' />', windows-31j",
            "text/html, <meta http-equiv=Content-Type content=\"text/html; charset=shift_jis\">, windows-31j",
            "text/html, <!-- <meta charset=utf-8> --><meta charset=shift_jis>, windows-31j",
            "application/xhtml+xml, <?xml version=\"1.0\" encoding=\"shift_jis\"?>, windows-31j",
            "application/xml, <?xml version='1.0' encoding='EUC-JP'?>, EUC-JP",
            "text/html, <meta charset=utf-16>, UTF-8",
            "text/html, <meta charset=utf-8>, UTF-8"
        })
        void whenTheBodyDeclaresItsCharset_thenItIsReadInIt(String type, String declaration, String charset)
                throws IOException {
            byte[] body = (declaration + "<p>日本語").getBytes(Charset.forName(charset));

            assertThat(check.run(RawServer.response("Content-Type: " + type + "\r\n", body), "{contains: '日本語'}")
                            .outcome())
                    .isEqualTo(Outcome.ok());
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
        void whenJsonBeginsWithAByteOrderMark_thenTheMarkDecides(String charset) throws IOException {
            byte[] body = "\uFEFF{\"größe\": 1.50}".getBytes(Charset.forName(charset));

            assertThat(check.run(
                                    RawServer.response("Content-Type: application/json; charset=iso-8859-1\r\n", body),
                                    "{json: {$.größe: 1.5}}")
                            .outcome())
                    .isEqualTo(Outcome.ok());
        }

        @Test
        void whenTheCharsetIsUnknown_thenAFailureNamesIt() throws IOException {
            byte[] response = RawServer.response(
                    "Content-Type: text/plain; charset=x-klingon\r\n", "all is well".getBytes(UTF_8));

            assertThat(check.run(response, "{contains: nuqneH}").outcome().detail())
                    .contains("does not contain \"nuqneH\"", "unknown charset \"x-klingon\"");
            assertThat(check.run(response, "{contains: 'all is well'}").outcome())
                    .isEqualTo(Outcome.ok());
        }

        @Test
        void whenUtf16HasNoMark_thenItIsNotReadAsUtf8() throws IOException {
            byte[] body = "{\"status\": \"up\"}".getBytes(UTF_16LE);

            assertThat(check.run(
                                    RawServer.response("Content-Type: application/json; charset=utf-16le\r\n", body),
                                    "{json: {$.status: up}}")
                            .outcome())
                    .isEqualTo(Outcome.ok());
        }
    }

    @Nested
    class GivenPrometheusText {

        private static final String SERIES = "# TYPE q gauge\nq{a=\"1\"} 5\nq{a=\"2\"} 6\nnan NaN\n";

        @Test
        void whenTwoSeriesHaveTheName_thenTheValueIsAbsentAndTheReasonNamesThem() throws IOException {
            SampleResult sample = check.run(RawServer.response("", SERIES.getBytes(UTF_8)), "{status: 200}\nvalue: q");

            assertThat(sample.measurements().find(Metric.of("VALUE"))).isEmpty();
            assertThat(sample.absent()).singleElement().satisfies(absent -> assertThat(absent.reason())
                    .contains("q matches 2 series", "q{a=\"1\"}", "q{a=\"2\"}"));
        }

        @Test
        void whenLabelsSelectOne_thenItIsTheValue() throws IOException {
            SampleResult sample = check.run(
                    RawServer.response("", SERIES.getBytes(UTF_8)), "{status: 200}\nvalue: 'q{a=\"2\"} * 10'");

            assertThat(sample.measurements()
                            .find(Metric.of("VALUE"))
                            .orElseThrow()
                            .value())
                    .isEqualTo(60);
        }

        @Test
        void whenItIsNaN_thenTheReasonSaysSo() throws IOException {
            SampleResult sample =
                    check.run(RawServer.response("", SERIES.getBytes(UTF_8)), "{status: 200}\nvalue: nan");

            assertThat(sample.absent()).singleElement().satisfies(absent -> assertThat(absent.reason())
                    .contains("nan is NaN"));
        }
    }
}
