package dev.tidemark.prober.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.platform.net.OutboundSettings;
import dev.tidemark.prober.proxy.ProbeProxy;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes that a server wrote, compared with the transferred bytes of the sample. */
@Tag("browser")
class WireBytesIT {

    private static final int SMALL_IMAGES = 20;
    private static final byte[] SMALL = noise(4);
    private static final byte[] LARGE = noise(500);
    private static final String SCRIPT = "// tide\n".repeat(20_000);
    private static final String STYLE = "body{color:#123}\n".repeat(3_000);
    private static final String PAGE = """
            <!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="style"><h1>Bytes</h1>
            <script src="script"></script><script>for (let n = 0; n < %d; n++) new Image().src = 'small?' + n;
            new Image().src = 'large'; new Image().src = 'moved'; new Image().src = 'gone'; fetch('empty', {method: 'POST'});
            </script>""".formatted(SMALL_IMAGES);

    private static final Map<String, LongAdder> WRITTEN = new ConcurrentHashMap<>();

    private static RawHttpServer server;
    private static ProbeProxy proxy;
    private static SampleTaker load;
    private static SampleResult sample;

    @BeforeAll
    static void load() throws IOException {
        proxy = new ProbeProxy(
                new OutboundSettings("127.0.0.1", Optional.empty(), Optional.empty(), "localhost", 587, 9990, false),
                Clock.systemUTC());
        server = new RawHttpServer();
        answer("/style", "STYLESHEET", chunked("text/css", STYLE));
        answer("/script", "SCRIPT", withLength("200 OK", "text/javascript\r\nContent-Encoding: gzip", gzip(SCRIPT)));
        answer("/small", "IMAGE", withLength("200 OK", "image/png", SMALL));
        answer("/large", "IMAGE", withLength("200 OK", "image/png", LARGE));
        answer("/moved", "IMAGE", withLength("302 Found", "image/png\r\nLocation: /small?moved", new byte[0]));
        answer("/gone", "IMAGE", withLength("404 Not Found", "image/png", SMALL));
        answer("/empty", "OTHER", ascii("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
        String url = answer("/page", "DOCUMENT", withLength("200 OK", "text/html", ascii(PAGE)));
        load = new SampleTaker(Path.of("target", "wire"), proxy);
        sample = load.sample(url);
    }

    @AfterAll
    static void end() throws IOException {
        load.close();
        proxy.close();
        server.close();
    }

    @Nested
    class GivenChunksCompressionRedirectsAndManySmallResponses {

        @Test
        void whenTheyAreLoaded_thenBytesAreThoseOfTheServer() {
            long all = WRITTEN.values().stream().mapToLong(LongAdder::sum).sum();

            assertThat(value("BYTES")).isCloseTo(all, withinPercentage(3.0));
        }

        @Test
        void whenTheyAreLoaded_thenEachKindsBytesAreToo() {
            WRITTEN.forEach((kind, written) ->
                    assertThat(value("BYTES_" + kind)).as(kind).isCloseTo(written.sum(), withinPercentage(3.0)));
        }

        @Test
        void whenTheyAreLoaded_thenBodiesAreEqual() {
            int images = (SMALL_IMAGES + 2) * SMALL.length + LARGE.length;

            assertThat(value("BYTES_BODY")).isEqualTo(SCRIPT.length() + STYLE.length() + PAGE.length() + images);
        }
    }

    private static double value(String metric) {
        return sample.measurements().find(Metric.of(metric)).orElseThrow().value();
    }

    private static String answer(String path, String kind, byte[] response) {
        LongAdder written = WRITTEN.computeIfAbsent(kind, key -> new LongAdder());
        return server.at(path, client -> {
            client.getOutputStream().write(response);
            written.add(response.length);
        });
    }

    private static byte[] withLength(String status, String type, byte[] body) {
        return join(
                ascii("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n"),
                body);
    }

    private static byte[] chunked(String type, String body) {
        StringBuilder chunks = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
        int step = 1_700;
        for (int from = 0; from < body.length(); from += step) {
            String chunk = body.substring(from, Math.min(body.length(), from + step));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return ascii(chunks.append("0\r\n\r\n").toString());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(ascii(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] noise(int width) {
        BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width);
        IntStream.range(0, width * width).forEach(n -> image.setRGB(n % width, n / width, random.nextInt()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[] head, byte[] body) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(head);
        both.writeBytes(body);
        return both.toByteArray();
    }
}
