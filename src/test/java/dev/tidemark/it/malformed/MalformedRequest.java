package dev.tidemark.it.malformed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as bytes, most of whose parts are not as the HTTP standard or the API wants them. */
record MalformedRequest(ApiOperation operation, String method, byte[] target, List<byte[]> headers, byte[] body) {
    byte[] bytes(String host, String token) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        append(all, method + " ");
        all.writeBytes(target);
        append(all, " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token + "\r\n");
        headers.forEach(header -> {
            all.writeBytes(header);
            append(all, "\r\n");
        });
        if (body.length > 0) {
            append(all, "Content-Length: " + body.length + "\r\n");
        }
        append(all, "\r\n");
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** For the message of a failed test. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + new String(target, StandardCharsets.ISO_8859_1));
        headers.forEach(header -> text.append('\n').append(new String(header, StandardCharsets.ISO_8859_1)));
        String content = new String(body, StandardCharsets.ISO_8859_1);
        return text.append("\n\n")
                .append(content, 0, Math.min(content.length(), 500))
                .toString();
    }

    private static void append(ByteArrayOutputStream all, String text) {
        all.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
