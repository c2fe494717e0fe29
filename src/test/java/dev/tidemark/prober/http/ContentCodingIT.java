package dev.tidemark.prober.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.SampleResult;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingIT {

    private static final String TEXT = "{\"status\": \"up\", \"text\": \"" + "all is well ".repeat(30) + "\"}";
    private static final byte[] PLAIN = TEXT.getBytes(UTF_8);
    /** The text, compressed by Node.js. */
    private static final byte[] BROTLI = Base64.getDecoder()
            .decode("G4MB+J0Htg07uyAWdvjahLAWSbvbm2F1fc2iUzanQdhE4MJEDtgDbAHSifltwAMVyKBrTPpgvBZKWwUN");
    /** 50,000,000 zeros. */
    private static final byte[] BROTLI_BOMB = Base64.getDecoder()
            .decode(
                    "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//8g9eD/8EQBwWAOig6wE=");

    private static RawCheck check;

    @BeforeAll
    static void open() {
        check = new RawCheck();
    }

    @AfterAll
    static void close() {
        check.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gzip",
        "x-gzip",
        "GZip",
        "deflate",
        "raw",
        "br",
        "zstd",
        "'gzip, gzip'",
        "'gzip, br'",
        "'deflate, zstd, gzip'",
        "identity",
        "'identity, gzip'",
        "gzip members"
    })
    void whenABodyIsEncoded_thenItIsDecoded(String codings) throws IOException {
        byte[] body = PLAIN;
        for (String coding : codings.split(", ")) {
            body = encoded(coding, body);
        }
        String header = codings.replace("raw", "deflate").replace(" members", "");
        SampleResult sample = check.run(
                RawServer.response("Content-Encoding: " + header + "\r\n", body),
                "{contains: 'all is well', json: {$.status: up}}");

        assertThat(sample.outcome()).isEqualTo(Outcome.ok());
        assertThat(sample.measurements()
                        .find(Metric.of("BYTES_BODY"))
                        .orElseThrow()
                        .value())
                .isEqualTo(PLAIN.length);
    }

    @Test
    void whenTheBodyIsCompressedByBrotli_thenItIsDecoded() throws IOException {
        assertThat(check.outcome(
                        RawServer.response("Content-Encoding: br\r\n", BROTLI),
                        "{contains: 'all is well', json: {$.status: up}}"))
                .isEqualTo(Outcome.ok());
    }

    @Test
    void whenTheCodingsAreInTwoLines_thenBothAreDecoded() throws IOException {
        byte[] body = encoded("br", encoded("gzip", PLAIN));

        assertThat(check.run(
                                RawServer.response("Content-Encoding: gzip\r\nContent-Encoding: br\r\n", body),
                                "{contains: 'all is well'}")
                        .outcome())
                .isEqualTo(Outcome.ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "br", "zstd"})
    void whenTheBodyEndsInTheMiddleAndItsLengthIsRight_thenTheResponseIsInvalid(String coding) throws IOException {
        byte[] whole = encoded(coding, PLAIN);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        Outcome outcome = outcome(coding.replace("raw", "deflate"), half);

        assertThat(outcome.kind()).isEqualTo(OutcomeType.INVALID_RESPONSE);
        assertThat(outcome.detail()).contains(coding.replace("raw", "deflate") + " data");
    }

    @Test
    void whenAnyPartOfTheGzipTrailerIsMissing_thenTheResponseIsInvalid() throws IOException {
        byte[] whole = encoded("gzip", PLAIN);
        for (int missing = 1; missing <= 10; missing++) {
            assertThat(outcome("gzip", Arrays.copyOf(whole, whole.length - missing)))
                    .as("without the last " + missing)
                    .isEqualTo(
                            new Outcome(OutcomeType.INVALID_RESPONSE, "the body ends in the middle of its gzip data"));
        }
    }

    @Test
    void whenTheChecksumOrTheLengthIsWrong_thenTheResponseIsInvalid() throws IOException {
        for (int fromEnd : new int[] {1, 8}) {
            byte[] wrong = encoded("gzip", PLAIN);
            wrong[wrong.length - fromEnd] ^= 1;

            assertThat(outcome("gzip", wrong).detail())
                    .contains("the body is not valid gzip data: Corrupt GZIP trailer");
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1", "gzip, 9", "gzip, 100", "deflate, 1", "raw, 7", "br, 3", "zstd, 5"})
    void whenSomethingFollowsTheData_thenTheResponseIsInvalid(String coding, int extra) throws IOException {
        byte[] whole = encoded(coding, PLAIN);
        byte[] longer = Arrays.copyOf(whole, whole.length + extra);
        Arrays.fill(longer, whole.length, longer.length, (byte) 'x');

        assertThat(outcome(coding.replace("raw", "deflate"), longer).kind()).isEqualTo(OutcomeType.INVALID_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void whenTheBodyIsNotEncodedAtAll_thenTheResponseIsInvalid(String coding) throws IOException {
        assertThat(outcome(coding, PLAIN).kind()).isEqualTo(OutcomeType.INVALID_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress", "aws-chunked", "gzip, exi", "utf-8"})
    void whenTheCodingIsUnknown_thenTheDetailNamesIt(String codings) throws IOException {
        byte[] response = RawServer.response("Content-Encoding: " + codings + "\r\n", PLAIN);
        String unknown = codings.substring(codings.lastIndexOf(' ') + 1);

        Outcome outcome = check.run(response, "{notContains: error}").outcome();

        assertThat(outcome.kind()).isEqualTo(OutcomeType.INVALID_RESPONSE);
        assertThat(outcome.detail()).contains("Content-Encoding \"" + unknown + "\"", "gzip, deflate, br and zstd");
        assertThat(check.run(response, "{status: 200}").outcome()).isEqualTo(Outcome.ok());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip"})
    void whenAFewBytesExpandBeyondTheLimit_thenTheLimitIsExceeded(String codings) throws IOException {
        byte[] body = codings.equals("br") ? BROTLI_BOMB : new byte[50_000_000];
        for (String coding : codings.equals("br") ? new String[0] : codings.split(", ")) {
            body = encoded(coding, body);
        }

        assertThat(outcome(codings, body))
                .isEqualTo(new Outcome(OutcomeType.LIMIT_EXCEEDED, "body: more than 2 MB after decompression"));
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 204 No Content", "HTTP/1.1 304 Not Modified", "HTTP/1.1 200 OK", "HTTP/1.1 302 Found"})
    void whenAnEncodedResponseHasNoBody_thenThereIsNothingToDecode(String status) throws IOException {
        byte[] response =
                RawServer.bytes(status + "\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n", new byte[0]);

        assertThat(check.run(response, "{status: [2xx, 3xx]}").outcome()).isEqualTo(Outcome.ok());
    }

    @Test
    void whenTheMethodIsHead_thenTheMissingBodyIsNotAwaited() throws IOException {
        byte[] response = RawServer.bytes(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 500\r\n\r\n", new byte[0]);

        SampleResult sample = check.run(response, "{status: 200, headers: {Content-Length: 500}}\nmethod: HEAD");

        assertThat(sample.outcome()).isEqualTo(Outcome.ok());
    }

    private static Outcome outcome(String coding, byte[] body) throws IOException {
        return check.outcome(RawServer.response("Content-Encoding: " + coding + "\r\n", body), "{status: 200}");
    }

    private static byte[] encoded(String coding, byte[] plain) throws IOException {
        if (coding.equals("br")) {
            return storedBrotli(plain);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        if (coding.equals("gzip members")) {
            packed.writeBytes(encoded("gzip", Arrays.copyOf(plain, 10)));
            packed.writeBytes(encoded("gzip", Arrays.copyOfRange(plain, 10, plain.length)));
            return packed.toByteArray();
        }
        try (OutputStream stream = encoder(coding, packed)) {
            stream.write(plain);
        }
        return packed.toByteArray();
    }

    private static OutputStream encoder(String coding, OutputStream packed) throws IOException {
        return switch (coding) {
            case "deflate" -> new DeflaterOutputStream(packed);
            case "raw" -> new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
            case "zstd" -> new ZstdOutputStream(packed);
            case "identity" -> packed;
            default -> new GZIPOutputStream(packed);
        };
    }

    /** One uncompressed meta-block and an empty last one (RFC 7932 9.2). */
    private static byte[] storedBrotli(byte[] plain) {
        int header = 1 << 20 | plain.length - 1 << 4;
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(header);
        stream.write(header >> 8);
        stream.write(header >> 16);
        stream.writeBytes(plain);
        stream.write(3);
        return stream.toByteArray();
    }
}
