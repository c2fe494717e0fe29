package dev.tidemark.it.malformed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Varied malformed requests for the operations of the API: the same for the same seed. */
final class MalformedRequestGenerator {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "FOO", "TRACE");
    private static final List<String> TEXTS = List.of(
            "",
            "%00",
            "a%00b",
            "%ff%fe",
            "..",
            "%2e%2e%2f",
            "%2F",
            "%0d%0aX:1",
            "'",
            "%22",
            "%F0%9F%92%A9",
            "a".repeat(300),
            "-1",
            "0",
            "999999999999999999999",
            "1e999",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "%7B%22a%22:1%7D",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "PT-5M",
            "P999999999Y",
            "${jndi:x}".replace("$", "%24").replace("{", "%7B").replace("}", "%7D"),
            "shop",
            "LCP",
            "P30D",
            "%25",
            "+",
            "%20",
            "a,b,,",
            "*",
            "%E2%80%AE",
            "00000000-0000-0000-0000-000000000000");
    private static final List<String> HEADERS = List.of(
            "Accept: ;;;",
            "Accept: text/",
            "Accept: */*;q=x",
            "Accept: \u00ff",
            "Accept: application/xml",
            "Accept: " + "a/b,".repeat(2000),
            "Accept-Language: \u00ff;;q=9",
            "Accept-Language: xx-YY-zz",
            "Accept-Encoding: \u00ff;q=z",
            "Accept-Encoding: br;q=0, identity;q=0",
            "Content-Type: ;;",
            "Content-Type: a",
            "Content-Type: application/json;charset",
            "Content-Type: application/json;charset=nope",
            "Content-Type: application/json; charset=UTF-16",
            "Content-Type: text/plain",
            "Content-Type: application/yaml",
            "Content-Type: multipart/form-data; boundary=",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: application/xml",
            "Content-Encoding: gzip",
            "Cookie: tidemark=\u00ff; a=\"b",
            "Cookie: \u00e4=1",
            "Cookie: $Version=1; a=\"\\\"",
            "Cookie: ;;=;",
            "If-None-Match: \"",
            "If-None-Match: W/",
            "If-Match: *",
            "If-Match: \"x\", ,",
            "If-Modified-Since: never",
            "Range: bytes=9-1",
            "Range: x",
            "Origin: \u00ff",
            "Origin: http://evil.example",
            "Referer: \u00ff",
            "Authorization: Basic \u00ff",
            "x-api-key: \u00ff\u0001",
            "Expect: 200",
            "X-Forwarded-For: \u00ff",
            "Upgrade: h2c",
            "X-HTTP-Method-Override: DELETE",
            "Prefer: wait=-1");
    private static final List<String> JSON = List.of(
            "{\"id\":\"generated\",\"name\":\"Generated\",\"url\":\"http://127.0.0.1:9/\",\"every\":\"PT1H\",\"enabled\":false,\"budgets\":[{\"metric\":\"LCP\",\"max\":2500}],\"steps\":[{\"click\":\"#a\"}]}",
            "{\"name\":\"Generated\",\"members\":[\"a@example.org\"],\"digest\":\"weekly\"}",
            "{\"title\":\"v1\",\"at\":\"2026-01-01T00:00:00Z\",\"tags\":[\"a\"]}",
            "{\"name\":\"w\",\"cron\":\"0 2 * * *\",\"duration\":\"PT1H\",\"zone\":\"Europe/Berlin\"}",
            "[{\"path\":\"/*\",\"timings\":[{\"metric\":\"interactive\",\"budget\":3000}],\"resourceSizes\":[{\"resourceType\":\"script\",\"budget\":100}]}]",
            "{\"title\":\"r\",\"steps\":[{\"type\":\"navigate\",\"url\":\"http://127.0.0.1:9/\"},{\"type\":\"click\",\"selectors\":[[\"#a\"]]}]}",
            "{\"to\":\"nobody\"}",
            "{\"by\":\"x\",\"note\":\"y\"}",
            "{\"a\":{",
            "",
            "nul",
            "\"",
            "[",
            "-",
            "1e",
            "\ufeff{}",
            "{\"a\":1,\"a\":2}",
            "{\"id\":\"\\ud800\"}",
            "{\"id\":\"\\u0000\"}");

    private final List<ApiOperation> operations;
    private final Random random;

    MalformedRequestGenerator(List<ApiOperation> operations, long seed) {
        this.operations = List.copyOf(operations);
        this.random = new Random(seed);
    }

    MalformedRequest next() {
        ApiOperation operation = any(operations);
        boolean otherMethod = chance(12);
        String method = otherMethod ? any(METHODS) : operation.method();
        List<byte[]> headers = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            headers.add(bytes(any(HEADERS)));
        }
        byte[] body = operation.consumes().isEmpty() && !chance(20) ? new byte[0] : body(operation, headers);
        return new MalformedRequest(operation, method, target(operation), headers, body);
    }

    private byte[] target(ApiOperation operation) {
        String path = java.util.regex.Pattern.compile("\\{[^}]*}")
                .matcher(operation.path())
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(nonEmpty()));
        String query = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> (operation.query().isEmpty() || chance(20) ? any(TEXTS) : any(operation.query())) + "="
                        + any(TEXTS))
                .collect(Collectors.joining("&"));
        return bytes(query.isEmpty() ? path : path + "?" + query);
    }

    private String nonEmpty() {
        String text = any(TEXTS);
        return text.isEmpty() ? "x" : text;
    }

    private byte[] body(ApiOperation operation, List<byte[]> headers) {
        if (!chance(25)) {
            headers.add(bytes("Content-Type: "
                    + (operation.consumes().isEmpty() ? "application/json" : any(operation.consumes()))));
        }
        byte[] valid = any(JSON).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(9)) {
            case 0 -> truncated(valid);
            case 1, 2 -> flipped(valid);
            case 3 -> nested();
            case 4 -> replaced(valid);
            case 5 -> noise();
            case 6 -> bytes("{\"samples\":" + "9".repeat(random.nextInt(5_000)) + "}");
            case 7 ->
                bytes(any(List.of(
                        "a: &a [*a]",
                        "- - - !!java.net.URL [x]",
                        "? ? ? :",
                        "a: b: c",
                        "%YAML 9.9\n---\n",
                        "key: |\n\ttab",
                        "<<: {a: b}",
                        "--- ...\n--- ...",
                        "a: *b")));
            default -> valid;
        };
    }

    private byte[] truncated(byte[] valid) {
        return java.util.Arrays.copyOf(valid, random.nextInt(valid.length + 1));
    }

    private byte[] flipped(byte[] valid) {
        byte[] copy = valid.clone();
        for (int count = 1 + random.nextInt(4); count > 0 && copy.length > 0; count--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private byte[] nested() {
        String open = any(List.of("[", "{\"a\":", "- ", "{a: ", "? "));
        return bytes(open.repeat(1 + random.nextInt(3_000)));
    }

    /** Another type in the place of a value. */
    private byte[] replaced(byte[] valid) {
        String text = new String(valid, StandardCharsets.UTF_8);
        String value = any(
                List.of("null", "[]", "{}", "-1", "1e400", "\"\"", "true", "[[[]]]", "\"" + "x".repeat(3_000) + "\""));
        return text.replaceFirst(
                        chance(50) ? "\"[^\"]*\"(?=[,}\\]])" : ":[^,}]*",
                        java.util.regex.Matcher.quoteReplacement(
                                (text.indexOf(':') >= 0 && chance(50) ? ":" : "") + value))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
